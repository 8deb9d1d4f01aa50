import { contextFor } from '@thaiqm/testing/households.ts'
import {
  agenda,
  attend,
  callOff,
  came,
  close,
  decide,
  details,
  item,
  meetingAfter,
  meetingId,
  plan,
  refusalOf,
} from '@thaiqm/testing/meetings.ts'
import { people } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../ledger/day.ts'
import { carriedItems } from './carried-items.ts'
import { layOverMeeting } from './lay-over-meeting.ts'
import { isHeldAfterAll, isOver, type Meeting } from './meeting.ts'
import type { MeetingCommand } from './meeting-command.ts'
import { nextMeetingNumber } from './next-meeting-number.ts'
import { villageNeedsOf } from './village-needs.ts'

const { villageHead, tambonOfficer } = people
const village = { level: 'VILLAGE', areaCode: '49010507' } as const
const need = (n: number) => item(n, { kind: 'need-priority', areaCode: '49010507', title: `ความต้องการที่ ${n}` })

const planned = meetingAfter([
  [tambonOfficer, plan(village)],
  [tambonOfficer, agenda([need(1)])],
])
const calledOff = (meeting: Meeting): Meeting => {
  const after = layOverMeeting(meetingId, meeting, [callOff('น้ำท่วมทาง')], contextFor(tambonOfficer))
  if (after === null) throw new Error('no meeting')
  return after
}

/** What a phone writes that has heard nothing: a guest excused and a need added before, then the meeting itself. */
const onThePhone: readonly MeetingCommand[] = [
  attend(came(1, 'REL', 'EXCUSED')),
  agenda([need(1), need(2)], 1),
  { type: 'OpenMeeting', input: { startTime: '10:00', heldOn: '2024-01-16' as Day } },
  attend(came(2, 'PEOP')),
  decide(1, { words: 'เสนอเข้าแผน อบต.' }),
  decide(2),
  close,
]
const byPhone = (meeting: Meeting | null, commands: readonly MeetingCommand[]) =>
  layOverMeeting(meetingId, meeting, commands, contextFor(villageHead))

describe('a meeting called off that was held after all', () => {
  test('is held: whatever the phone had written arrives whole, on the day it was, and the call-off stays to be read', () => {
    const held = byPhone(calledOff(planned), onThePhone)
    const unhindered = byPhone(planned, onThePhone)
    expect(held).toMatchObject({
      state: 'CLOSED',
      heldOn: '2024-01-16',
      startTime: '10:00',
      endTime: '12:05',
      calledOff: { reason: 'น้ำท่วมทาง', by: tambonOfficer.personId },
    })
    expect(held).toEqual({ ...unhindered, version: (unhindered?.version ?? 0) + 1, calledOff: held?.calledOff })
    expect(held !== null && isHeldAfterAll(held)).toBe(true)
    expect(unhindered !== null && isHeldAfterAll(unhindered)).toBe(false)
    expect(isHeldAfterAll(calledOff(planned))).toBe(false)
    expect(held === null ? [] : villageNeedsOf(held).map(n => n.title)).toEqual(['ความต้องการที่ 1', 'ความต้องการที่ 2'])
  })

  test('whenever before its opening it was called off, nothing of it is lost', () => {
    const opensAt = onThePhone.findIndex(({ type }) => type === 'OpenMeeting')
    fc.assert(
      fc.property(fc.nat(opensAt), heardOf => {
        const before = byPhone(planned, onThePhone.slice(0, heardOf))
        if (before === null) throw new Error('no meeting')
        const held = byPhone(calledOff(before), onThePhone.slice(heardOf))
        expect(held).toMatchObject({ ...byPhone(planned, onThePhone), version: held?.version })
      }),
    )
  })

  test('is opened by who keeps it and nobody else; once open it is not called off again', () => {
    const off = calledOff(planned)
    const open: MeetingCommand = { type: 'OpenMeeting', input: { startTime: '10:00' } }
    expect(refusalOf(off, people.districtOfficer, open)).toBe('not-permitted')
    expect(refusalOf(off, people.foreignOfficer, open)).toBe('meeting-unknown')
    const opened = byPhone(off, [open])
    expect(opened).toMatchObject({ state: 'OPEN', heldOn: planned.heldOn })
    expect(opened !== null && isOver(opened)).toBe(false)
    expect(refusalOf(opened, tambonOfficer, callOff())).toBe('meeting-held')
    expect(byPhone(opened, [open])).toEqual(opened)
  })

  test('another day for it does not bring it back: two people then want two things, and one has to look', () => {
    const moved: MeetingCommand = { type: 'ChangeMeeting', input: details({ ...village, heldOn: '2024-01-22' as Day }) }
    expect(refusalOf(calledOff(planned), villageHead, moved)).toBe('meeting-called-off')
    // Moved on the phone and then held there, it carries the day on which it was opened all the same.
    const held = byPhone(calledOff(planned), [moved, ...onThePhone])
    expect(held).toMatchObject({ state: 'CLOSED', heldOn: '2024-01-16', decisions: [{}, {}], attendees: [{}, {}] })
  })

  test('it takes its number back, and its matters no longer wait for the next', () => {
    const off = calledOff(planned)
    const on = '2024-02-01' as Day
    expect(nextMeetingNumber([off], village, on)).toBe('1/2567')
    expect(carriedItems([off]).map(i => i.title)).toEqual(['ความต้องการที่ 1'])
    const opened = byPhone(off, [{ type: 'OpenMeeting', input: { startTime: '10:00' } }])
    const held = byPhone(off, onThePhone)
    for (const meeting of [opened, held]) {
      if (meeting === null) throw new Error('no meeting')
      expect(nextMeetingNumber([meeting], village, on)).toBe('2/2567')
      expect(carriedItems([meeting])).toEqual([])
    }
  })
})
