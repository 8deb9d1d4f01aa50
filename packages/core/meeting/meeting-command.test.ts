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
  open,
  plan,
  refusalOf,
  type Step,
} from '@thaiqm/testing/meetings.ts'
import { people } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/actor.ts'
import type { Day, Instant } from '../ledger/day.ts'
import type { AttendeeId } from '../ledger/identifiers.ts'
import { attendanceBySector, namedTwice } from './attendance.ts'
import { carriedItems } from './carried-items.ts'
import { afterMeetingCommand, layOverMeeting, parseMeetingCommand } from './lay-over-meeting.ts'
import { isOver, isOverdueMeeting, type Meeting, readWallTime } from './meeting.ts'
import { decideMeetingCommand, type MeetingCommand, type MeetingCommandType } from './meeting-command.ts'
import { keepsMeetings } from './meeting-keepers.ts'
import { nextMeetingNumber } from './next-meeting-number.ts'
import { readsMeeting, viewMeeting } from './view-meeting.ts'
import { villageNeedsOf } from './village-needs.ts'

const { districtOfficer, districtChief, designatedOfficer, villageHead, tambonOfficer, province, foreignOfficer } =
  people

const closedMeeting = meetingAfter([
  [districtOfficer, plan()],
  [districtOfficer, agenda([item(1), item(2)])],
  [districtChief, open],
  [districtOfficer, attend(came(1), came(2, 'REL'), came(3, 'REL', 'EXCUSED'))],
  [districtChief, decide(1)],
  [districtOfficer, decide(2, { decision: 'DEFERRED', words: 'รอข้อมูลจาก อบต.' })],
  [districtOfficer, close],
])

const calledOffMeeting = meetingAfter([
  [districtOfficer, plan()],
  [districtOfficer, agenda([item(1)])],
  [districtChief, callOff()],
])

describe('who keeps which meeting', () => {
  test.each([
    ['VILLAGE', '49010507', villageHead, 'accepted'],
    ['VILLAGE', '49010507', tambonOfficer, 'accepted'],
    ['VILLAGE', '49010508', villageHead, 'outside-area'],
    ['VILLAGE', '49010507', districtOfficer, 'not-permitted'],
    ['TAMBON', '490105', tambonOfficer, 'accepted'],
    ['TAMBON', '490105', villageHead, 'not-permitted'],
    ['DISTRICT', '4901', districtOfficer, 'accepted'],
    ['DISTRICT', '4901', districtChief, 'accepted'],
    ['DISTRICT', '4901', foreignOfficer, 'outside-area'],
    ['DISTRICT', '4901', province, 'not-permitted'],
    ['DISTRICT', '490105', districtOfficer, 'level-differs-from-area'],
    ['PROVINCE', '49', province, 'accepted'],
    ['PROVINCE', '49', people.healthAgency, 'not-permitted'],
  ] as const)('%s of %s', (level, areaCode, actor, expected) => {
    expect(refusalOf(null, actor, plan({ level, areaCode }))).toBe(expected)
  })

  test('another district neither runs nor reads it', () => {
    const meeting = meetingAfter([[districtOfficer, plan()]])
    expect(refusalOf(meeting, foreignOfficer, open)).toBe('meeting-unknown')
    expect(refusalOf(meeting, province, open)).toBe('not-permitted')
    expect(readsMeeting(foreignOfficer, meeting)).toBe(false)
    expect(readsMeeting(villageHead, meeting)).toBe(false)
    expect(readsMeeting(people.healthAgency, meeting)).toBe(false)
    expect(readsMeeting(people.governor, meeting)).toBe(true)
    expect(readsMeeting(districtChief, meeting)).toBe(true)
  })
})

describe('the agenda', () => {
  test('a village never has a restricted hardship before it; a district only by eyes that may see it', () => {
    const restricted = [...contextFor(districtChief).kinds.values()].find(k => k.restricted)?.code ?? ''
    expect(restricted).not.toBe('')
    const items = [item(1, { kindCodes: [restricted] })]
    const village = meetingAfter([[villageHead, plan({ level: 'VILLAGE', areaCode: '49010507' })]])
    expect(refusalOf(village, villageHead, agenda(items))).toBe('restricted-in-open-meeting')
    const district = meetingAfter([[districtOfficer, plan()]])
    expect(refusalOf(district, districtOfficer, agenda(items))).toBe('restricted-in-open-meeting')
    expect(refusalOf(district, designatedOfficer, agenda(items))).toBe('accepted')
  })

  test('who may not see an item neither loses, reads nor decides it', () => {
    const restricted = [...contextFor(districtChief).kinds.values()].find(k => k.restricted)?.code ?? ''
    const begun = meetingAfter([
      [districtOfficer, plan()],
      [districtChief, agenda([item(1, { kindCodes: [restricted] }), item(2)])],
      [districtChief, open],
      [districtChief, decide(1, { words: 'คำวินิจฉัยเฉพาะ' })],
    ])
    const seen = viewMeeting(begun, districtOfficer)
    expect(seen.agenda.map(i => i.title)).toEqual(['เรื่องที่ 2'])
    expect(seen.decisions).toEqual([])
    expect(refusalOf(begun, districtOfficer, decide(1, { replaces: 1 }))).toBe('item-unknown')
    const next = afterMeetingCommand(meetingId, begun, agenda([item(3)], 1), contextFor(districtOfficer))
    expect(next.ok && next.value?.agenda.map(i => i.title)).toEqual(['เรื่องที่ 3', 'เรื่องที่ 1'])
  })

  test('is set anew only by whoever saw the one that stands, and keeps what is decided', () => {
    const begun = meetingAfter([
      [districtOfficer, plan()],
      [districtOfficer, agenda([item(1), item(2)])],
      [districtOfficer, open],
      [districtOfficer, decide(1)],
    ])
    expect(refusalOf(begun, districtChief, agenda([item(2), item(1), item(3)], 0))).toBe('agenda-changed')
    expect(refusalOf(begun, districtChief, agenda([item(2), item(1), item(3)], 1))).toBe('accepted')
    expect(refusalOf(begun, districtChief, agenda([item(2)], 1))).toBe('decided-item-changed')
    expect(refusalOf(begun, districtChief, agenda([item(1, { title: 'อื่น' }), item(2)], 1))).toBe('decided-item-changed')
    expect(refusalOf(begun, districtChief, agenda([item(1), item(1)], 1))).toBe('item-twice')
    expect(refusalOf(begun, districtChief, agenda([item(1), item(5, { areaCode: '49030101' })], 1))).toBe(
      'item-outside-area',
    )
    expect(refusalOf(begun, districtChief, agenda([item(1), item(5, { kindCodes: ['P000'] })], 1))).toBe('kind-unknown')
    expect(decideMeetingCommand(begun, agenda([item(1), item(2)], 0), contextFor(districtChief))).toMatchObject({
      value: [],
    })
  })
})

describe('deciding', () => {
  const begun = meetingAfter([
    [districtOfficer, plan()],
    [districtOfficer, agenda([item(1)])],
    [districtOfficer, open],
  ])

  test('asks for words, for whom, and for an open meeting', () => {
    const planned = meetingAfter([
      [districtOfficer, plan()],
      [districtOfficer, agenda([item(1)])],
    ])
    expect(refusalOf(planned, districtOfficer, decide(1))).toBe('meeting-not-open')
    expect(refusalOf(begun, districtOfficer, decide(9))).toBe('item-unknown')
    expect(refusalOf(begun, districtOfficer, decide(1, { decision: 'RETURNED', words: ' ' }))).toBe('words-missing')
    expect(refusalOf(begun, districtOfficer, decide(1, { decision: 'ASSIGNED' }))).toBe('assignee-missing')
    expect(refusalOf(begun, districtOfficer, decide(1, { decision: 'ASSIGNED', assignedTo: 'อบต.' }))).toBe('accepted')
  })

  test('again only by whoever saw the decision that stands', () => {
    const decided = meetingAfter([
      [districtOfficer, plan()],
      [districtOfficer, agenda([item(1)])],
      [districtOfficer, open],
      [districtOfficer, decide(1)],
    ])
    expect(decideMeetingCommand(decided, decide(1), contextFor(districtOfficer))).toMatchObject({ value: [] })
    expect(refusalOf(decided, districtChief, decide(1, { decision: 'NOTED' }))).toBe('item-decided-already')
    expect(refusalOf(decided, districtChief, decide(1, { decision: 'NOTED', replaces: 1 }))).toBe('accepted')
  })
})

describe('a meeting whose day comes or does not come', () => {
  const planned = meetingAfter([[districtOfficer, plan()]])

  test('is overdue from the day after its own, until somebody opens it, moves its day or calls it off', () => {
    expect(isOverdueMeeting(planned, '2024-01-15' as Day)).toBe(false)
    expect(isOverdueMeeting(planned, '2024-01-16' as Day)).toBe(true)
    const ways: readonly MeetingCommand[] = [
      open,
      callOff(),
      { type: 'ChangeMeeting', input: details({ heldOn: '2024-01-22' as Day }) },
    ]
    for (const way of ways) {
      const next = layOverMeeting(meetingId, planned, [way], contextFor(districtOfficer))
      expect(next !== null && isOverdueMeeting(next, '2024-01-16' as Day), way.type).toBe(false)
    }
  })

  test('opened on another day than planned, it was held on that day', () => {
    const late = meetingAfter([
      [districtOfficer, plan()],
      [districtOfficer, { type: 'OpenMeeting', input: { startTime: '09:40', heldOn: '2024-01-17' as Day } }],
    ])
    expect(late).toMatchObject({ state: 'OPEN', heldOn: '2024-01-17', startTime: '09:40' })
    expect(
      meetingAfter([
        [districtOfficer, plan()],
        [districtOfficer, open],
      ]).heldOn,
    ).toBe('2024-01-15')
  })

  test('is called off with a reason, by whoever keeps it, only before it is opened; then it is neither changed, decided nor closed', () => {
    expect(refusalOf(planned, districtOfficer, callOff(' '))).toBe('reason-missing')
    expect(refusalOf(planned, province, callOff())).toBe('not-permitted')
    expect(refusalOf(planned, foreignOfficer, callOff())).toBe('meeting-unknown')
    expect(refusalOf(null, districtOfficer, callOff())).toBe('meeting-unknown')
    const begun = meetingAfter([
      [districtOfficer, plan()],
      [districtOfficer, open],
    ])
    expect(refusalOf(begun, districtOfficer, callOff())).toBe('meeting-held')
    expect(refusalOf(closedMeeting, districtOfficer, callOff())).toBe('meeting-closed')
    expect(calledOffMeeting).toMatchObject({
      state: 'CALLED_OFF',
      calledOff: { reason: 'ประธานติดราชการด่วน', by: districtChief.personId },
      agenda: [{ title: 'เรื่องที่ 1' }],
    })
    for (const told of [decide(1), close, callOff(), { type: 'ChangeMeeting', input: details() } as const])
      expect(refusalOf(calledOffMeeting, districtOfficer, told), told.type).toBe('meeting-called-off')
  })
})

test('the next meeting of an area takes the next number of its year; one called off leaves its number free', () => {
  const of = (number: string, rest: Partial<Meeting> = {}) => ({
    ...meetingAfter([[districtOfficer, plan({ number })]]),
    ...rest,
  })
  const mine = { level: 'DISTRICT', areaCode: '4901' } as const
  const on = '2024-02-01' as Day
  expect(nextMeetingNumber([], mine, on)).toBe('1/2567')
  expect(nextMeetingNumber([of('1/2567'), of('๔/2567')], mine, on)).toBe('5/2567')
  expect(nextMeetingNumber([of(''), of('พิเศษ')], mine, on)).toBe('3/2567')
  expect(nextMeetingNumber([of('1/2567', { state: 'CALLED_OFF' })], mine, on)).toBe('1/2567')
  const others = [
    of('7/2567', { areaCode: '4902' }),
    of('8/2567', { level: 'VILLAGE' }),
    of('9/2566', { heldOn: '2023-12-15' as Day }),
  ]
  expect(nextMeetingNumber(others, mine, on)).toBe('1/2567')
})

describe('what an earlier meeting left for the next', () => {
  test('is what was written by hand and put off, or stood on a meeting called off since; the rest comes back by itself', () => {
    const counted = item(3, { kind: 'need-priority', kindCodes: ['P204'], householdCount: 2 })
    const left = meetingAfter([
      [districtOfficer, plan()],
      [districtOfficer, agenda([item(1), counted, item(4)])],
      [districtChief, callOff()],
    ])
    expect(carriedItems([left]).map(i => i.title)).toEqual(['เรื่องที่ 1', 'เรื่องที่ 4'])
    expect(carriedItems([closedMeeting]).map(i => i.title)).toEqual(['เรื่องที่ 2'])
    const closedLater = { ...closedMeeting, closedAt: '2999-01-01T00:00:00.000Z' as Instant }
    expect(carriedItems([left, closedLater]).map(i => i.title)).toEqual(['เรื่องที่ 2'])
    const closedBefore = { ...closedMeeting, closedAt: '2000-01-01T00:00:00.000Z' as Instant }
    expect(
      carriedItems([left, closedBefore])
        .map(i => i.title)
        .sort(),
    ).toEqual(['เรื่องที่ 1', 'เรื่องที่ 2', 'เรื่องที่ 4'])
    expect(
      carriedItems([
        meetingAfter([
          [districtOfficer, plan()],
          [districtOfficer, agenda([item(1)])],
        ]),
      ]),
    ).toEqual([])
  })
})

describe('closing', () => {
  test('needs a chair, somebody who came, and a word on every item', () => {
    const begin = (chair: string) => [
      [districtOfficer, plan({ chair })] as const,
      [districtOfficer, agenda([item(1)])] as const,
    ]
    expect(refusalOf(meetingAfter(begin('ก')), districtOfficer, close)).toBe('meeting-not-open')
    expect(refusalOf(meetingAfter([...begin(' '), [districtOfficer, open]]), districtOfficer, close)).toBe(
      'chair-missing',
    )
    expect(
      refusalOf(
        meetingAfter([...begin('ก'), [districtOfficer, open], [districtOfficer, attend(came(1, 'GOV', 'EXCUSED'))]]),
        districtOfficer,
        close,
      ),
    ).toBe('attendance-missing')
    expect(
      refusalOf(
        meetingAfter([...begin('ก'), [districtOfficer, open], [districtOfficer, attend(came(1))]]),
        districtOfficer,
        close,
      ),
    ).toBe('items-undecided')
  })

  test.each([
    ['9.30', null],
    ['09.30', '09:30'],
    [' 16:05 ', '16:05'],
    ['24:00', null],
  ])('of the time as it is typed, %s, it takes %s', (typed, time) => {
    expect(readWallTime(typed)).toBe(time)
  })

  test('attendance is told by sector, all seven', () => {
    const bySector = attendanceBySector(closedMeeting)
    expect(bySector).toHaveLength(7)
    expect(bySector.find(s => s.sector === 'REL')).toEqual({ sector: 'REL', came: 1, excused: 1 })
  })

  test('attendance by two hands adds up; a name taken out is out', () => {
    const meeting = meetingAfter([
      [districtOfficer, plan()],
      [districtOfficer, attend(came(1), came(2))],
      [districtChief, attend(came(3))],
      [
        districtChief,
        { type: 'RecordAttendance', input: { attendees: [came(2, 'CSO')], leftOut: [came(1).attendeeId] } },
      ],
    ])
    expect(meeting.attendees).toEqual([came(2, 'CSO'), came(3)])
  })
})

describe('attendance mended', () => {
  const record = (
    input: Omit<Extract<MeetingCommand, { type: 'RecordAttendance' }>['input'], 'leftOut'>,
    leftOut: AttendeeId[] = [],
  ): MeetingCommand => ({
    type: 'RecordAttendance',
    input: { ...input, leftOut },
  })
  const written = meetingAfter([
    [districtOfficer, plan()],
    [districtOfficer, open],
    [districtOfficer, attend(came(1), came(2))],
  ])

  test('a wrong sector is set right, somebody entered twice is taken out; each is a fact', () => {
    const context = contextFor(districtOfficer)
    const mended = record({ attendees: [came(1, 'REL')], seen: [came(1)] })
    expect(decideMeetingCommand(written, mended, context)).toMatchObject({
      value: [{ type: 'AttendanceRecorded', attendees: [{ sector: 'REL' }], leftOut: [] }],
    })
    const out = record({ attendees: [], seen: [came(2)] }, [came(2).attendeeId])
    expect(layOverMeeting(meetingId, written, [mended, out], context)?.attendees).toEqual([came(1, 'REL')])
  })

  test('what another hand wrote meanwhile is not written over unread; said alike by both, nothing happens', () => {
    const meanwhile = layOverMeeting(
      meetingId,
      written,
      [record({ attendees: [came(1, 'CSO')], seen: [came(1)] })],
      contextFor(districtChief),
    )
    expect(refusalOf(meanwhile, districtOfficer, record({ attendees: [came(1, 'REL')], seen: [came(1)] }))).toBe(
      'attendee-changed',
    )
    expect(
      refusalOf(meanwhile, districtOfficer, record({ attendees: [], seen: [came(1)] }, [came(1).attendeeId])),
    ).toBe('attendee-changed')
    const alike = record({ attendees: [came(1, 'CSO')], seen: [came(1)] })
    expect(meanwhile !== null && decideMeetingCommand(meanwhile, alike, contextFor(districtOfficer))).toMatchObject({
      value: [],
    })
    const gone = layOverMeeting(
      meetingId,
      written,
      [record({ attendees: [], seen: [came(2)] }, [came(2).attendeeId])],
      contextFor(districtChief),
    )
    expect(refusalOf(gone, districtOfficer, record({ attendees: [came(2, 'REL')], seen: [came(2)] }))).toBe(
      'attendee-changed',
    )
    // An old app does not say what it saw: as before, the last word stands.
    expect(refusalOf(meanwhile, districtOfficer, record({ attendees: [came(1, 'REL')] }))).toBe('accepted')
  })

  test('one name twice is pointed out, spaces and titles aside', () => {
    const named = (n: number, name: string) => ({ ...came(n), name })
    const twice = namedTwice([named(1, 'นายสมมติ มาก่อน'), named(2, 'สมมติ  มาก่อน'), named(3, 'นางอื่น คนละคน')])
    expect([...twice].sort()).toEqual([came(1).attendeeId, came(2).attendeeId].sort())
  })
})

const actors: Actor[] = Object.values(people)
const anyDetails = fc.constantFrom(details(), details({ title: 'ชื่ออื่น' }), details({ chair: '' }))
const anyItem = fc.integer({ min: 1, max: 4 })
const anyCommand: fc.Arbitrary<MeetingCommand> = fc.oneof(
  anyDetails.map((input): MeetingCommand => ({ type: 'PlanMeeting', input })),
  anyDetails.map((input): MeetingCommand => ({ type: 'ChangeMeeting', input })),
  fc.tuple(fc.uniqueArray(anyItem, { maxLength: 4 }), fc.nat(4)).map(([ns, replaces]) =>
    agenda(
      ns.map(n => item(n)),
      replaces,
    ),
  ),
  fc.constant(open),
  fc.array(anyItem, { maxLength: 4 }).map(ns => attend(...ns.map(n => came(n)))),
  fc
    .record({
      n: anyItem,
      decision: fc.constantFrom('APPROVED', 'DEFERRED', 'NOTED'),
      words: fc.constantFrom('', 'ที่ประชุมเห็นชอบ'),
      replaces: fc.nat(3),
    })
    .map(({ n, decision, words, replaces }) => decide(n, { decision: decision as 'APPROVED', words, replaces })),
  fc.constant(callOff()),
  fc.constant(close),
)

describe('what always holds', () => {
  test('a closed meeting is locked: whoever gives whatever command, it is refused and nothing changes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...actors), anyCommand, (actor, command) => {
        expect(isOver(closedMeeting)).toBe(true)
        expect(decideMeetingCommand(closedMeeting, command, contextFor(actor)).ok).toBe(false)
        expect(layOverMeeting(meetingId, closedMeeting, [command], contextFor(actor))).toEqual(closedMeeting)
      }),
      { numRuns: 500 },
    )
  })

  test('a meeting called off stays so, with its day, its decisions and why, until a keeper of it says that it was opened', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...actors), anyCommand), { maxLength: 8 }), given => {
        expect(isOver(calledOffMeeting)).toBe(true)
        const silent = given.filter(([, { type }]) => type !== 'OpenMeeting')
        const meeting = silent.reduce<Meeting | null>(
          (known, [actor, command]) => layOverMeeting(meetingId, known, [command], contextFor(actor)),
          calledOffMeeting,
        )
        const { state, heldOn, decisions, calledOff } = calledOffMeeting
        expect(meeting).toMatchObject({ state, heldOn, decisions, calledOff })
        for (const actor of actors) {
          const opened = layOverMeeting(meetingId, meeting, [open], contextFor(actor))
          expect(opened?.state).toBe(keepsMeetings(actor, calledOffMeeting) ? 'OPEN' : 'CALLED_OFF')
          expect(opened?.calledOff).toEqual(calledOff)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('however a meeting goes, a closed one has a chair, somebody who came, and a decision for each item', () => {
    let closed = 0
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 40 }), commands => {
        const meeting = layOverMeeting(meetingId, null, [plan(), open, ...commands], contextFor(districtChief))
        if (meeting?.state !== 'CLOSED') return
        closed += 1
        expect(meeting.chair.trim()).not.toBe('')
        expect(meeting.attendees.some(a => a.presence === 'CAME')).toBe(true)
        expect(meeting.agenda.every(i => meeting.decisions.some(d => d.itemId === i.itemId))).toBe(true)
      }),
      { numRuns: 2_000, seed: 2567 },
    )
    expect(closed).toBeGreaterThan(100)
  })

  test('every command of a meeting is known to its own parser, and no other', () => {
    const types: MeetingCommandType[] = [
      'PlanMeeting',
      'ChangeMeeting',
      'SetAgenda',
      'OpenMeeting',
      'RecordAttendance',
      'DecideItem',
      'CloseMeeting',
      'CallOffMeeting',
    ]
    for (const type of types) expect(parseMeetingCommand({ type, input: 7 })).toMatchObject({ code: 'not-well-formed' })
    expect(parseMeetingCommand({ type: 'CloseProblem', input: {} })).toMatchObject({ code: 'command-unknown' })
  })
})

describe('what a village needs', () => {
  test('is what its closed meeting ranked, in its order, with the words of the meeting', () => {
    const kind = contextFor(villageHead).kinds.get('P204')
    expect(kind?.restricted).toBe(false)
    const steps: Step[] = [
      [villageHead, plan({ level: 'VILLAGE', areaCode: '49010507' })],
      [
        villageHead,
        agenda([
          item(1, { kind: 'need-priority', kindCodes: ['P204'], householdCount: 5, title: 'ซ่อมบ้าน' }),
          item(2, { kind: 'free', title: 'เรื่องแจ้ง' }),
          item(3, { kind: 'need-priority', title: 'ประปาหมู่บ้าน' }),
        ]),
      ],
      [villageHead, open],
      [villageHead, attend(came(1, 'PEOP'))],
      [villageHead, decide(1, { words: 'เสนอเข้าแผน อบต.' })],
      [villageHead, decide(2, { decision: 'NOTED' })],
      [villageHead, decide(3, { words: 'ขอหน่วยงานสำรวจ' })],
      [
        villageHead,
        agenda(
          [
            item(3, { kind: 'need-priority', title: 'ประปาหมู่บ้าน' }),
            item(1, { kind: 'need-priority', kindCodes: ['P204'], householdCount: 5, title: 'ซ่อมบ้าน' }),
            item(2, { title: 'เรื่องแจ้ง' }),
          ],
          1,
        ),
      ],
    ]
    expect(villageNeedsOf(meetingAfter(steps))).toEqual([])
    const needs = villageNeedsOf(meetingAfter([...steps, [villageHead, close]]))
    expect(needs.map(n => [n.priority, n.title, n.words, n.householdCount])).toEqual([
      [1, 'ประปาหมู่บ้าน', 'ขอหน่วยงานสำรวจ', null],
      [2, 'ซ่อมบ้าน', 'เสนอเข้าแผน อบต.', 5],
    ])
  })
})
