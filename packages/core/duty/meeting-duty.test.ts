import { clocks } from '@thaiqm/catalogue/clocks.ts'
import { callOff, meetingAfter, open, plan, type Step } from '@thaiqm/testing/meetings.ts'
import { people } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/actor.ts'
import { addDays, type Day } from '../ledger/day.ts'
import type { Meeting, MeetingDetails } from '../meeting/meeting.ts'
import { isOver, isOverdueMeeting } from '../meeting/meeting.ts'
import { keepsMeetings } from '../meeting/meeting-keepers.ts'
import { dutiesAndMeetings, isCarriedUp, meetingDuty, meetingDutyReason, meetingsBefore } from './meeting-duty.ts'
import { callsForReminder } from './reminder-day.ts'

const { villageHead, tambonOfficer, districtOfficer, districtChief, province, governor, auditor } = people
const mentor: Actor = { ...villageHead, role: 'MENTOR' }
const heldOn = '2024-01-15' as Day
const village: Partial<MeetingDetails> = { level: 'VILLAGE', areaCode: '49010507', heldOn }

/** Whether a meeting stands before somebody on a day, by the rule alone (the area aside). */
const isBefore = (actor: Actor, meeting: Meeting, today: Day): boolean => {
  const duty = meetingDuty(meeting, clocks)
  return (
    duty !== undefined &&
    meetingsBefore(actor, today, clocks).some(m => m.level === duty.holder && duty.dueOn <= m.dueUntil)
  )
}
const daysBefore = (actor: Actor, meeting: Meeting): number | undefined => {
  for (let day = addDays(heldOn, -40); day <= addDays(heldOn, 90); day = addDays(day, 1)) {
    if (isBefore(actor, meeting, day)) return Math.round((Date.parse(day) - Date.parse(heldOn)) / 86_400_000)
  }
  return undefined
}

describe('a meeting waits', () => {
  const ofVillage = meetingAfter([[villageHead, plan(village)]])
  const ofDistrict = meetingAfter([[districtOfficer, plan({ heldOn })]])

  test.each([
    ['village', 'its head', villageHead, -7],
    ['village', 'the tambon, which keeps it too', tambonOfficer, -7],
    ['village', 'the district two weeks after', districtOfficer, 14],
    ['village', 'the chief a month after', districtChief, 30],
    ['village', 'the province two months after', province, 60],
    ['village', 'mentors never: they keep none', mentor, undefined],
    ['village', 'the auditor never', auditor, undefined],
    ['district', 'its officers', districtOfficer, -7],
    ['district', 'the chief, who keeps it', districtChief, -7],
    ['district', 'the tambon never', tambonOfficer, undefined],
    ['district', 'the governor two months after', governor, 60],
  ] as const)('of a %s before %s', (of, _, actor, since) => {
    expect(daysBefore(actor, of === 'village' ? ofVillage : ofDistrict)).toBe(since)
  })

  test('to be held, then to be closed; called off, closed or moved away it waits no more', () => {
    const begin: Step = [villageHead, plan(village)]
    expect(meetingDuty(ofVillage, clocks)).toEqual({
      kind: 'meeting-to-hold',
      holder: 'VILLAGE',
      dueOn: heldOn,
      waitingSince: '2024-01-08',
    })
    const opened = meetingAfter([begin, [villageHead, open]])
    expect(meetingDuty(opened, clocks)).toMatchObject({ kind: 'meeting-to-close', dueOn: heldOn })
    expect(meetingDuty(meetingAfter([begin, [tambonOfficer, callOff()]]), clocks)).toBeUndefined()
    const held = meetingAfter([begin, [tambonOfficer, callOff()], [villageHead, open]])
    expect(meetingDuty(held, clocks)).toMatchObject({ kind: 'meeting-to-close' })
    const moved = meetingAfter([
      begin,
      [villageHead, { type: 'ChangeMeeting', input: { ...ofVillage, heldOn: addDays(heldOn, 20) } }],
    ])
    expect(isBefore(villageHead, moved, addDays(heldOn, 1))).toBe(false)
  })

  test('whoever keeps it has it before them on every day it is overdue; what is over stands before nobody', () => {
    const actors: readonly Actor[] = Object.values(people)
    fc.assert(
      fc.property(
        fc.constantFrom(...actors),
        fc.constantFrom(
          ofVillage,
          ofDistrict,
          meetingAfter([
            [districtOfficer, plan({ heldOn })],
            [districtChief, callOff()],
          ]),
        ),
        fc.integer({ min: -60, max: 200 }),
        (actor, meeting, days) => {
          const today = addDays(heldOn, days)
          if (isOver(meeting)) expect(isBefore(actor, meeting, today)).toBe(false)
          else if (isOverdueMeeting(meeting, today) && keepsMeetings(actor, meeting))
            expect(isBefore(actor, meeting, today)).toBe(true)
        },
      ),
    )
  })

  test('and reminds a week before, on the first day after, then each week', () => {
    const duty = meetingDuty(ofVillage, clocks)
    if (duty === undefined) throw new Error('it waits')
    const reminded: number[] = []
    for (let left = -20; left <= 20; left += 1) {
      const today = addDays(heldOn, left)
      const stands = isBefore(villageHead, ofVillage, today)
      if (stands && callsForReminder(duty, addDays(today, -1), today)) reminded.push(left)
    }
    expect(reminded).toEqual([-7, 1, 8, 15])
  })
})

test('the page says how late or how soon, and from where it came', () => {
  const duty = { kind: 'meeting-to-hold', holder: 'VILLAGE', dueOn: heldOn } as const
  expect(meetingDutyReason(duty, false, '2024-01-18' as Day, 'th')).toBe('เลยวันประชุม 3 วัน (กำหนด 15 ม.ค. 2567)')
  expect(meetingDutyReason(duty, false, heldOn, 'th')).toBe('ประชุมวันนี้ (15 ม.ค. 2567)')
  expect(meetingDutyReason(duty, false, '2024-01-12' as Day, 'en')).toContain('In 3 days')
  expect(meetingDutyReason({ ...duty, kind: 'meeting-to-close' }, false, '2024-01-18' as Day, 'th')).toContain(
    'ยังไม่ได้ปิดประชุม',
  )
  expect(isCarriedUp(districtOfficer, duty)).toBe(true)
  expect(isCarriedUp(tambonOfficer, duty)).toBe(false)
  expect(meetingDutyReason(duty, true, '2024-02-01' as Day, 'th')).toContain('หมู่บ้านยังไม่ดำเนินการ ยกระดับถึงท่าน')
})

test('crises come before meetings, meetings before the rest', () => {
  const duties = [{ severity: 1 }, { severity: 2 }, { severity: 3 }] as const
  expect(dutiesAndMeetings(duties, ['ประชาคม'])).toEqual([{ severity: 1 }, 'ประชาคม', { severity: 2 }, { severity: 3 }])
})
