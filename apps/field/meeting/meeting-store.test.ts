import 'fake-indexeddb/auto'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { AgendaItemId, AttendeeId } from '@thaiqm/core/ledger/identifiers.ts'
import { layOverMeeting } from '@thaiqm/core/meeting/lay-over-meeting.ts'
import { type Attendee, type Meeting, ofNoHousehold } from '@thaiqm/core/meeting/meeting.ts'
import type { MeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import { contextFor, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clockOf } from '../platform/clock.ts'
import type { Judge } from '../platform/decide.ts'
import { createServerDouble, type ServerDouble } from '../platform/server-double.ts'
import { openWorkplace, type Workplace } from '../platform/workplace.ts'
import { drawVillageAgenda, openPlanned } from './new-meeting.ts'
import { performMeetingCommand } from './use-meeting-perform.ts'

const PIN = '493817'
const VILLAGE = '49010507'
const judge: Judge = {
  actor: people.villageHead,
  clock: clockOf({ now: roundMorning, readAtMs: Date.now() }),
  rounds: [reXrayRound],
}

let server: ServerDouble
beforeEach(async () => {
  server = await createServerDouble(roundMorning)
  vi.stubGlobal('window', { fetch: (url: string, init: RequestInit) => server.fetch(url, init) })
})
afterEach(() => vi.unstubAllGlobals())

const item = {
  itemId: testId<AgendaItemId>(0x911),
  kind: 'need-priority' as const,
  section: 4,
  title: 'ซ่อมสะพานไม้หน้าวัดนกขมิ้น',
  ...ofNoHousehold,
  areaCode: VILLAGE,
  householdCount: 4,
}
const attendee = {
  attendeeId: testId<AttendeeId>(0x921),
  name: 'ขวัญเมือง ผู้แทนสมมติ',
  position: '',
  organisation: '',
  sector: 'PEOP' as const,
  presence: 'CAME' as const,
}
const story: readonly MeetingCommand[] = [
  {
    type: 'PlanMeeting',
    input: {
      level: 'VILLAGE',
      areaCode: VILLAGE,
      title: 'ประชาคมหมู่บ้าน',
      number: '1/2567',
      heldOn: '2024-01-12' as Day,
      startTime: '09:00',
      place: '',
      chair: 'ผู้ใหญ่บ้านสมมติ',
    },
  },
  { type: 'SetAgenda', input: { items: [item], replaces: 0 } },
  { type: 'OpenMeeting', input: { startTime: '09:00' } },
  { type: 'RecordAttendance', input: { attendees: [attendee], leftOut: [] } },
  {
    type: 'DecideItem',
    input: {
      itemId: item.itemId,
      decision: 'APPROVED',
      words: 'เสนอเข้าแผน อบต.',
      assignedTo: '',
      dueOn: null,
      replaces: 0,
    },
  },
  { type: 'CloseMeeting', input: { endTime: '10:30' } },
]

const readyPhone = async (personId: string): Promise<Workplace> => {
  const day = await openWorkplace(personId, judge)
  day.hasSession = true
  await day.vault.create(PIN)
  await day.sync.flush()
  return day
}

const hold = async (day: Workplace, meetingId: string, commands: readonly MeetingCommand[]) => {
  const codes: string[] = []
  for (const command of commands) {
    const known = (await day.meetings.find(meetingId)) ?? null
    const done = await performMeetingCommand({ ...day, clock: judge.clock }, meetingId, known, command)
    codes.push(done.ok ? 'accepted' : done.refusal.code)
  }
  return codes
}

const meetingId = testId<string>(0x901)
const asServerHasIt = (): Meeting | null => layOverMeeting(meetingId, null, story, contextFor(people.villageHead))

test('a meeting held without a signal survives the app being closed in the middle, is locked, and arrives once', async () => {
  const first = await readyPhone('villager')
  server.isReachable = false
  expect(await hold(first, meetingId, story.slice(0, 4))).toEqual(['accepted', 'accepted', 'accepted', 'accepted'])
  await first.lock()

  const again = await openWorkplace('villager', judge)
  await again.vault.unlock(PIN)
  await vi.waitFor(async () => expect(await again.meetings.find(meetingId)).toMatchObject({ state: 'OPEN' }))
  expect((await again.meetings.find(meetingId))?.attendees).toEqual([attendee])
  expect(await hold(again, meetingId, story.slice(4))).toEqual(['accepted', 'accepted'])
  expect(await hold(again, meetingId, story.slice(4))).toEqual(['meeting-closed', 'meeting-closed'])
  expect(await again.meetings.list()).toMatchObject([{ id: meetingId, state: 'CLOSED' }])

  const onDisk = JSON.stringify(await again.database.meetings.toArray(), (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
  )
  expect(onDisk).not.toMatch(/นกขมิ้น|ขวัญเมือง|เสนอเข้าแผน/)

  server.isReachable = true
  again.hasSession = true
  const stored = asServerHasIt()
  if (stored !== null) server.meetings.set(meetingId, stored)
  await again.sync.flush()
  await again.sync.flush()
  expect(server.commands.map(c => [c.ledgerKind, c.type])).toEqual(story.map(c => ['meeting', c.type]))
  expect(server.commands.map(c => c.opened)).toEqual(story.map(c => c.input))
  await vi.waitFor(async () => expect(await again.meetings.baseVersion(meetingId)).toBe(stored?.version))
  expect(await again.meetings.find(meetingId)).toEqual(stored)
})

test('a row that went comes back from the outbox; what the office locked goes only once it was sent', async () => {
  const day = await readyPhone('lost')
  server.isReachable = false
  await hold(day, meetingId, story.slice(0, 3))
  await day.database.meetings.clear()
  await day.meetings.bringBack()
  expect(await day.meetings.find(meetingId)).toMatchObject({ state: 'OPEN', agenda: [{ title: item.title }] })
  await day.meetings.dropAll()
  expect(await day.meetings.list()).toHaveLength(1)
  server.isReachable = true
  await day.sync.flush()
  await vi.waitFor(async () => expect(await day.database.commands.count()).toBe(0))
  await day.meetings.dropAll()
  expect(await day.meetings.list()).toEqual([])
})

test('the household store takes no meeting for a household of its own', async () => {
  const day = await readyPhone('apart')
  server.isReachable = false
  await hold(day, meetingId, story.slice(0, 2))
  await day.households.open()
  expect(await day.database.households.count()).toBe(0)
  expect(await day.outbox.ledgersHeld('household')).toEqual(new Set())
  expect(await day.outbox.ledgersHeld('meeting')).toEqual(new Set([meetingId]))
})

test('attendance is set right without a signal: each change says what it had seen, and somebody entered twice is taken out', async () => {
  const day = await readyPhone('mended')
  server.isReachable = false
  await hold(day, meetingId, story.slice(0, 4))
  const twin = { ...attendee, attendeeId: testId<AttendeeId>(0x922) }
  const moved = { ...attendee, sector: 'REL' as const }
  const record = (attendees: Attendee[], seen: Attendee[], leftOut: AttendeeId[] = []): MeetingCommand => ({
    type: 'RecordAttendance',
    input: { attendees, leftOut, seen },
  })
  const steps = [
    record([twin], []),
    record([moved], [attendee]),
    record([], [attendee], [attendee.attendeeId]),
    record([], [twin], [twin.attendeeId]),
  ]
  // Of two entries open at once on one phone, the one that was not read again is not written over.
  expect(await hold(day, meetingId, steps)).toEqual(['accepted', 'accepted', 'attendee-changed', 'accepted'])
  expect((await day.meetings.find(meetingId))?.attendees).toEqual([moved])
  await hold(day, meetingId, story.slice(4))
  expect(await hold(day, meetingId, [record([], [moved], [attendee.attendeeId])])).toEqual(['meeting-closed'])
})

test('a meeting planned in an office opens on the phone with what is drawn for it, on the day it is really held', async () => {
  const day = await readyPhone('planned')
  server.isReachable = false
  const [plan] = story
  if (plan === undefined) throw new Error('no story')
  await hold(day, meetingId, [plan, { type: 'SetAgenda', input: { items: [item], replaces: 0 } }])
  const planned = await day.meetings.find(meetingId)
  if (planned === undefined) throw new Error('no meeting')
  const drawn = { ...item, itemId: testId<AgendaItemId>(0x912), title: 'ประปาหมู่บ้าน' }
  const opening = { startTime: '10:00', heldOn: '2024-01-14' as Day }
  expect(openPlanned(planned, [], opening).map(c => c.type)).toEqual(['OpenMeeting'])
  expect(await hold(day, meetingId, openPlanned(planned, [drawn], opening))).toEqual(['accepted', 'accepted'])
  expect(await day.meetings.find(meetingId)).toMatchObject({
    state: 'OPEN',
    heldOn: '2024-01-14',
    agenda: [{ title: item.title }, { title: 'ประปาหมู่บ้าน' }],
  })
})

test('called off on the phone it says why; called off in the office the phone learns it, and the next one takes up what it left', async () => {
  const day = await readyPhone('called-off')
  server.isReachable = false
  const byHand: MeetingCommand = { type: 'SetAgenda', input: { items: [item], replaces: 0 } }
  const callOff: MeetingCommand = { type: 'CallOffMeeting', input: { reason: 'น้ำท่วมทาง' } }
  const [plan] = story
  if (plan?.type !== 'PlanMeeting') throw new Error('no story')
  expect(await hold(day, meetingId, [plan, byHand, callOff, { type: 'ChangeMeeting', input: plan.input }])).toEqual([
    'accepted',
    'accepted',
    'accepted',
    'meeting-called-off',
  ])
  const list = await day.meetings.list()
  expect(list).toMatchObject([{ state: 'CALLED_OFF', calledOff: { reason: 'น้ำท่วมทาง' } }])
  const next = drawVillageAgenda(VILLAGE, [], list, () => testId<string>(0x999))
  expect(next).toEqual([{ ...item, itemId: testId(0x999) }])
  expect(drawVillageAgenda('49010508', [], list, () => testId<string>(0x999))).toEqual([])

  server.isReachable = true
  const other = testId<string>(0x902)
  const inOffice = (commands: readonly MeetingCommand[]) =>
    layOverMeeting(other, null, commands, contextFor(people.tambonOfficer))
  const planned = inOffice([plan])
  if (planned !== null) server.meetings.set(other, planned)
  await day.sync.flush()
  await day.meetings.refresh(VILLAGE)
  expect(await day.meetings.find(other)).toMatchObject({ state: 'PLANNED' })
  server.meetings.set(other, inOffice([plan, callOff]))
  await day.meetings.refresh(VILLAGE)
  expect(await day.meetings.find(other)).toMatchObject({ state: 'CALLED_OFF', calledOff: { reason: 'น้ำท่วมทาง' } })
})

test('held without a signal and called off meanwhile in the office, it stands on the phone as it was held, with why it had been called off', async () => {
  const day = await readyPhone('held-after-all')
  const [plan, ...held] = story
  if (plan === undefined) throw new Error('no story')
  const inOffice = (commands: readonly MeetingCommand[]) =>
    layOverMeeting(meetingId, null, commands, contextFor(people.tambonOfficer))
  const callOff: MeetingCommand = { type: 'CallOffMeeting', input: { reason: 'น้ำท่วมทาง' } }
  server.meetings.set(meetingId, inOffice([plan]))
  await day.meetings.refresh(VILLAGE)
  server.isReachable = false
  expect(await hold(day, meetingId, held.slice(0, 3))).toEqual(['accepted', 'accepted', 'accepted'])
  // The phone hears of it before what it has is sent: nothing it has of the meeting goes.
  server.meetings.set(meetingId, inOffice([plan, callOff]))
  const { commands } = day.database
  const unsent = await commands.count()
  server.isReachable = true
  await day.meetings.refresh(VILLAGE)
  expect(await commands.count()).toBe(unsent)
  expect(await day.meetings.find(meetingId)).toMatchObject({
    state: 'OPEN',
    attendees: [attendee],
    agenda: [{ title: item.title }],
    calledOff: { reason: 'น้ำท่วมทาง' },
  })
  expect(await hold(day, meetingId, held.slice(3))).toEqual(['accepted', 'accepted'])
  expect(await day.meetings.find(meetingId)).toMatchObject({ state: 'CLOSED', calledOff: { reason: 'น้ำท่วมทาง' } })
})

test('what a later server says of one meeting keeps an older app from none of the others: that one asks for the app’s update', async () => {
  const day = await readyPhone('older-app')
  const [plan] = story
  if (plan === undefined) throw new Error('no story')
  const [known, strange, met] = [testId<string>(0x902), testId<string>(0x903), testId<string>(0x904)]
  const inOffice = (id: string) => layOverMeeting(id, null, [plan], contextFor(people.tambonOfficer))
  // A state that this app has never heard of, and a word beside the others that it need not know.
  const later = (id: string) => ({ ...inOffice(id), version: 2, state: 'HELD_BY_LETTER', sealedWith: 'ตราอำเภอ' })
  server.meetings.set(known, { ...inOffice(known), livestreamed: true })
  server.meetings.set(strange, later(strange))
  server.meetings.set(met, inOffice(met))
  await day.meetings.refresh(VILLAGE)
  expect((await day.meetings.list()).map(m => m.id).sort()).toEqual([known, met])
  expect(await day.meetings.listNewer()).toMatchObject([{ meetingId: strange, title: 'ประชาคมหมู่บ้าน', version: 2 }])

  // One that was read before keeps what was read, with this phone's work on it.
  server.isReachable = false
  expect(await hold(day, met, [{ type: 'RecordAttendance', input: { attendees: [attendee], leftOut: [] } }])).toEqual([
    'accepted',
  ])
  server.meetings.set(met, later(met))
  server.isReachable = true
  await day.meetings.refresh(VILLAGE)
  expect((await day.meetings.listNewer()).map(m => m.meetingId).sort()).toEqual([strange, met].sort())
  expect(await day.meetings.find(met)).toMatchObject({ state: 'PLANNED', attendees: [attendee] })
  expect(await day.meetings.find(strange)).toBeUndefined()

  // Once it can be read (the app was updated, or the server says it otherwise), it is an ordinary meeting again.
  server.meetings.set(strange, { ...inOffice(strange), version: 3 })
  await day.meetings.refresh(VILLAGE)
  expect(await day.meetings.find(strange)).toMatchObject({ state: 'PLANNED', version: 3 })
  expect((await day.meetings.listNewer()).map(m => m.meetingId)).toEqual([met])
})
