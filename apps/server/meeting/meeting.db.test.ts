import type { drawAgenda, listMeetings, readMeeting } from '@thaiqm/contract/meeting/meeting-routes.ts'
import type { RouteReply } from '@thaiqm/contract/wire/route.ts'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import { areaRange, type VillageCode } from '@thaiqm/core/area/area-code.ts'
import type { Day, Instant } from '@thaiqm/core/ledger/day.ts'
import { ofNoHousehold } from '@thaiqm/core/meeting/meeting.ts'
import type { MeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import type { LedgerKind } from '@thaiqm/core/sync/command-envelope.ts'
import { importCommand, oldProblem, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { openTestApp } from '../platform/http/test-app.ts'
import { officeCommand } from '../sync/office-command.ts'
import { addPeople, applyCommands, giveCommands, planRounds, testParts } from '../sync/test-commands.ts'
import { findVillageNeeds } from './find-village-needs.ts'

const database = useTestDatabase()
let app: FastifyInstance
let now = roundMorning
const parts = testParts(database, { clock: { now: () => now } })

let cookieOf: (actor: Actor) => Promise<string>
const read = async <Reply>(actor: Actor, url: string): Promise<{ status: number; body: Reply }> => {
  const answer = await app.inject({ url, headers: { cookie: await cookieOf(actor) } })
  return { status: answer.statusCode, body: answer.json() as Reply }
}

interface Given {
  readonly type: string
  readonly input: unknown
}

const giveTo = (actor: Actor, kind: LedgerKind, ledgerId: string, ...given: Given[]) =>
  giveCommands(
    parts,
    actor,
    given.map(({ type, input }) => officeCommand(kind, ledgerId, type, input)),
  )

const give = (actor: Actor, meeting: string, ...given: MeetingCommand[]) => giveTo(actor, 'meeting', meeting, ...given)

const details = (level: 'VILLAGE' | 'DISTRICT', areaCode: string, heldOn = '2024-01-12'): MeetingCommand => ({
  type: 'PlanMeeting',
  input: {
    level,
    areaCode,
    title: `การประชุม ${areaCode}`,
    number: '1/2567',
    heldOn: heldOn as Day,
    startTime: '09:00',
    place: 'ศาลาประชาคม',
    chair: 'ประธานสมมติ',
  },
})

const districtMeeting = testId<string>(0x901)
const foreignMeeting = testId<string>(0x902)
const villageMeeting = testId<string>(0x903)
const { districtOfficer, designatedOfficer, villageHead, tambonOfficer, foreignOfficer, province, healthAgency } =
  people

beforeAll(async () => {
  ;({ app, cookieOf } = await openTestApp(parts))
  // Three houses of หมู่ 7: a toilet and a roof, and a restricted hardship in the first; one house of another district.
  const households = [
    ['49010507', [oldProblem(10, 'P204'), oldProblem(11, 'P601')]],
    ['49010507', [oldProblem(20, 'P204'), oldProblem(21, 'P401')]],
    ['49010507', [oldProblem(30, 'P101')]],
    ['49030101', [oldProblem(40, 'P204')]],
  ] as const
  const homes = households.map(([areaCode, problems], n) => {
    const { type, input } = importCommand([...problems], { areaCode: areaCode as VillageCode })
    return officeCommand('household', testId<string>(n + 1), type, input)
  })
  for (const batch of [planRounds(), addPeople(Object.values(people)), homes])
    await applyCommands(parts, systemActor, batch)
  // Found in this round, so they are due in it: a dangerous wire and a hardship that few may see.
  const reported = (['P208', 'P602'] as const).map((kindCode, n) =>
    officeCommand('household', testId<string>(n + 1), 'ReportProblem', {
      problemId: testId(0x50 + n),
      roundId: reXrayRound.id,
      kindCode,
      memberId: null,
      description: 'พบระหว่างลงพื้นที่',
      source: 'MANUAL',
    }),
  )
  await applyCommands(parts, people.districtChief, reported)
  expect(await give(districtOfficer, districtMeeting, details('DISTRICT', '4901'))).toEqual(['applied'])
  expect(await give(foreignOfficer, foreignMeeting, details('DISTRICT', '4903'))).toEqual(['applied'])
  expect(await give(villageHead, villageMeeting, details('VILLAGE', '49010507'))).toEqual(['applied'])
})

describe('who finds which meeting', () => {
  test.each([
    ['the province all', province, [districtMeeting, foreignMeeting, villageMeeting]],
    ['a district its own and those inside it', districtOfficer, [districtMeeting, villageMeeting]],
    ['a tambon those inside it', tambonOfficer, [villageMeeting]],
    ['another district its own', foreignOfficer, [foreignMeeting]],
    ['an agency none', healthAgency, []],
  ] as const)('%s', async (_, actor, expected) => {
    const list = await read<RouteReply<typeof listMeetings>>(actor, '/api/meetings')
    expect(list.body.meetings.map(m => m.meetingId).sort()).toEqual([...expected].sort())
    for (const id of [districtMeeting, foreignMeeting, villageMeeting]) {
      const { status } = await read(actor, `/api/meetings/${id}`)
      expect(status, id).toBe((expected as readonly string[]).includes(id) ? 200 : 404)
    }
  })

  test('the database alone keeps rows and documents apart, with no filter of ours', async () => {
    const seen = (actor: Actor) =>
      inTransaction(database.app, readingScope(actor), async trx => {
        const rows = await sql<{ id: string }>`select meeting_id as id from meetings`.execute(trx)
        const kept = await sql<{ id: string }>`select ledger_id as id from office_documents
          where ledger_kind = 'meeting'`.execute(trx)
        const others = await sql<{ n: number }>`select count(*)::int as n from office_documents
          where ledger_kind = 'round'`.execute(trx)
        const facts = await sql<{ n: number }>`select count(*)::int as n from ledger_events
          where ledger_kind = 'meeting'`
          .execute(trx)
          .catch(() => ({ rows: [{ n: 0 }] }))
        return [rows.rows.map(r => r.id).sort(), kept.rows.map(r => r.id).sort(), others.rows[0]?.n, facts.rows[0]?.n]
      })
    expect(await seen(tambonOfficer)).toEqual([[villageMeeting], [villageMeeting], 2, 0])
    expect(await seen(foreignOfficer)).toEqual([[foreignMeeting], [foreignMeeting], 2, 0])
  })
})

describe('the agenda drawn from what waits', () => {
  test('of a village: its needs by kind with how many households, no house, no name, nothing restricted', async () => {
    const drawn = await read<RouteReply<typeof drawAgenda>>(
      villageHead,
      '/api/meetings/agenda?level=VILLAGE&area=49010507',
    )
    const [needs] = drawn.body.groups
    expect(needs?.matters.map(m => [m.kindCodes[0], m.householdCount])).toEqual(
      expect.arrayContaining([
        ['P204', 2],
        ['P208', 1],
        ['P401', 1],
      ]),
    )
    expect(needs?.matters).toHaveLength(3)
    expect(JSON.stringify(drawn.body)).not.toMatch(/P60/)
    expect(needs?.matters.every(m => m.householdId === null && m.houseNumber === '')).toBe(true)
  })

  test('of a district: overdue hardships by house; the restricted only for eyes that may see them', async () => {
    const url = '/api/meetings/agenda?level=DISTRICT&area=4901&kind=overdue'
    now = '2024-10-10T02:00:00.000Z' as Instant
    const plain = await read<RouteReply<typeof drawAgenda>>(districtOfficer, url)
    const full = await read<RouteReply<typeof drawAgenda>>(designatedOfficer, url)
    const codes = (reply: RouteReply<typeof drawAgenda>) =>
      reply.groups.flatMap(g => g.matters.flatMap(m => m.kindCodes))
    expect(codes(plain.body)).toEqual(['P208'])
    expect(codes(full.body).toSorted()).toEqual(['P208', 'P602'])
    expect(JSON.stringify(plain.body)).not.toContain('บ้านตัวอย่าง')
    const dues = full.body.groups.flatMap(g => g.matters.map(m => m.dueOn ?? ''))
    expect(dues).toEqual([...dues].sort())
    const firstPage = await read<RouteReply<typeof drawAgenda>>(designatedOfficer, `${url}&pageSize=1`)
    expect(firstPage.body.groups[0]).toMatchObject({ hasMore: true })
    expect(firstPage.body.groups[0]?.matters).toHaveLength(1)
    now = roundMorning
  })

  test('of a district: needs that partners read and none has taken up, the gravest and longest published first; no house, no village', async () => {
    const publish = (n: number, what: string): Given => ({
      type: 'PublishNeed',
      input: { problemId: testId(n), what, quantity: 40, unit: 'แผ่น', budgetBaht: null, dueOn: null },
    })
    const needs = [
      [1, 0x50, 'สายไฟ', '2024-01-11'],
      [1, 10, 'สังกะสี', '2024-01-11'],
      [2, 20, 'กระเบื้อง', '2024-01-10'],
      [3, 30, 'นมผง', '2024-01-12'],
      [4, 40, 'ของอำเภออื่น', '2024-01-09'],
    ] as const
    for (const [house, problem, what, on] of needs) {
      now = `${on}T02:00:00.000Z` as Instant
      const by = house === 4 ? foreignOfficer : districtOfficer
      expect(await giveTo(by, 'household', testId<string>(house), publish(problem, what))).toEqual(['applied'])
    }
    now = roundMorning
    const terms = {
      organisationId: people.templeContact.organisationId,
      what: 'กระเบื้อง',
      remedyIds: ['H201'],
      kindCodes: ['P204'],
      unit: 'แผ่น',
      quantity: 60,
      budgetBaht: null,
      fromOn: '2024-01-01',
      untilOn: '2024-09-30',
      areaCode: '4901',
    }
    const allocationId = testId<string>(0x1001)
    const taken = { allocationId, problemId: testId(20), quantity: 10, budgetBaht: 0, dueOn: null, note: '' }
    const offer = testId<string>(0xf100)
    expect(await giveTo(people.templeContact, 'offer', offer, { type: 'AddOffer', input: terms })).toEqual(['applied'])
    expect(await giveTo(districtOfficer, 'offer', offer, { type: 'TakeFromOffer', input: taken })).toEqual(['applied'])

    const drawn = async (actor: Actor, query: string) => {
      const url = `/api/meetings/agenda?kind=unmet-need&${query}`
      return (await read<RouteReply<typeof drawAgenda>>(actor, url)).body.groups.flatMap(g => g.matters)
    }
    const told = await drawn(districtOfficer, 'level=DISTRICT&area=4901')
    const words = (matters: typeof told) => matters.map(m => m.title.split(' ')[0])
    // Wires and milk are graver than roofs; of two alike the longest published comes first.
    expect(words(told)).toEqual(['สายไฟ', 'นมผง', 'สังกะสี'])
    expect(told.at(-1)).toMatchObject({
      problemId: testId(10),
      publishedOn: '2024-01-11',
      areaCode: null,
      houseNumber: '',
    })
    expect(JSON.stringify(told)).not.toMatch(/บ้านเลขที่|หมู่ที่|บ้านตัวอย่าง/)
    expect(words(await drawn(districtOfficer, 'level=DISTRICT&area=4901&page=2&pageSize=2'))).toEqual(['สังกะสี'])
    expect(words(await drawn(tambonOfficer, 'level=TAMBON&area=490105'))).toEqual(['สายไฟ', 'นมผง', 'สังกะสี'])
    expect(await drawn(villageHead, 'level=VILLAGE&area=49010507')).toEqual([])
    const release = { type: 'ReleaseAllocation', input: { allocationId, reason: 'วัดไม่สะดวก' } }
    expect(await giveTo(districtOfficer, 'offer', offer, release)).toEqual(['applied'])
    expect(words(await drawn(districtOfficer, 'level=DISTRICT&area=4901'))).toEqual([
      'สายไฟ',
      'นมผง',
      'กระเบื้อง',
      'สังกะสี',
    ])
  })

  test('is for whoever keeps that meeting', async () => {
    const url = '/api/meetings/agenda?level=DISTRICT&area=4901'
    expect((await read(foreignOfficer, url)).status).toBe(403)
    expect((await read(villageHead, url)).status).toBe(403)
  })
})

test('a village meeting from plan to closing: rows move with it, a closed one is locked, its needs can be read', async () => {
  const item = {
    itemId: testId<never>(0x911),
    kind: 'need-priority' as const,
    section: 4,
    title: 'ซ่อมแซมบ้าน',
    householdId: null,
    problemId: null,
    kindCodes: ['P204'],
    areaCode: '49010507',
    houseNumber: '',
    householdCount: 2,
    dueOn: null,
  }
  const decide = (words: string): MeetingCommand => ({
    type: 'DecideItem',
    input: { itemId: item.itemId, decision: 'APPROVED', words, assignedTo: 'อบต.', dueOn: null, replaces: 0 },
  })
  const attendee = {
    attendeeId: testId<never>(0x921),
    name: 'ผู้แทนสมมติ',
    position: '',
    organisation: '',
    sector: 'PEOP' as const,
    presence: 'CAME' as const,
  }
  expect(
    await give(
      villageHead,
      villageMeeting,
      { type: 'SetAgenda', input: { items: [item], replaces: 0 } },
      { type: 'OpenMeeting', input: { startTime: '09:10' } },
      { type: 'RecordAttendance', input: { attendees: [attendee], leftOut: [] } },
      { type: 'CloseMeeting', input: { endTime: '10:00' } },
      decide('เสนอเข้าแผน อบต.'),
      { type: 'CloseMeeting', input: { endTime: '11:00' } },
      decide('เปลี่ยนใจ'),
    ),
  ).toEqual(['applied', 'applied', 'applied', 'items-undecided', 'applied', 'applied', 'meeting-closed'])

  const { body } = await read<RouteReply<typeof readMeeting>>(districtOfficer, `/api/meetings/${villageMeeting}`)
  expect(body.meeting).toMatchObject({ state: 'CLOSED', endTime: '11:00', decisions: [{ words: 'เสนอเข้าแผน อบต.' }] })
  const list = await read<RouteReply<typeof listMeetings>>(tambonOfficer, '/api/meetings?state=CLOSED')
  expect(list.body.meetings).toMatchObject([
    { meetingId: villageMeeting, itemCount: 1, decidedCount: 1, cameCount: 1, areaCode: '49010507' },
  ])
  // What was refused waits for a person who has the village.
  const parked = await read<{ parked: { command: { type: string } }[] }>(tambonOfficer, '/api/parked-commands')
  expect(parked.body.parked.map(p => p.command.type).sort()).toEqual(['CloseMeeting', 'DecideItem'])
  const foreign = await read<{ parked: unknown[] }>(foreignOfficer, '/api/parked-commands')
  expect(foreign.body.parked).toEqual([])

  const needs = await inTransaction(database.app, systemScope, trx =>
    findVillageNeeds(trx, parts.keys, areaRange('490105')),
  )
  expect(needs).toMatchObject([{ areaCode: '49010507', priority: 1, words: 'เสนอเข้าแผน อบต.', householdCount: 2 }])
  expect(
    await inTransaction(database.app, systemScope, trx => findVillageNeeds(trx, parts.keys, areaRange('4903'))),
  ).toEqual([])
})

test('a planned meeting is found once its day has passed; called off it stays in the list with the reason, and what it was to decide waits for the next', async () => {
  const meeting = testId<string>(0x904)
  const item = {
    itemId: testId<never>(0x931),
    kind: 'need-priority' as const,
    section: 4,
    title: 'ประปาหมู่บ้าน',
    ...ofNoHousehold,
    areaCode: '49010507',
    householdCount: 9,
  }
  const { itemId: _itemId, ...matter } = item
  const agenda: MeetingCommand = { type: 'SetAgenda', input: { items: [item], replaces: 0 } }
  expect(await give(villageHead, meeting, details('VILLAGE', '49010507', '2024-01-12'), agenda)).toEqual([
    'applied',
    'applied',
  ])
  const overdue = async (actor: Actor) =>
    (await read<RouteReply<typeof listMeetings>>(actor, '/api/meetings?overdue=yes')).body.meetings.map(
      m => m.meetingId,
    )
  expect(await overdue(tambonOfficer)).toEqual([])
  now = '2024-01-13T02:00:00.000Z' as Instant
  expect(await overdue(tambonOfficer)).toEqual([meeting])
  expect(await overdue(districtOfficer)).toEqual([districtMeeting, meeting].sort())
  expect(await overdue(foreignOfficer)).toEqual([foreignMeeting])
  const draw = async () => {
    const url = '/api/meetings/agenda?level=VILLAGE&area=49010507'
    return (await read<RouteReply<typeof drawAgenda>>(villageHead, url)).body.groups.flatMap(g => g.matters)
  }
  expect((await draw()).map(m => m.title)).not.toContain('ประปาหมู่บ้าน')

  const callOff = (reason: string): MeetingCommand => ({ type: 'CallOffMeeting', input: { reason } })
  expect(await give(districtOfficer, meeting, callOff('ฝนตกหนัก'))).toEqual(['not-permitted'])
  expect(await give(villageHead, meeting, callOff(''))).toEqual(['reason-missing'])
  expect(await give(villageHead, meeting, callOff('ฝนตกหนัก น้ำท่วมทาง'))).toEqual(['applied'])
  expect(await give(villageHead, villageMeeting, callOff('ปิดไปแล้ว'))).toEqual(['meeting-closed'])
  expect(await give(tambonOfficer, meeting, { type: 'CloseMeeting', input: { endTime: '11:00' } })).toEqual([
    'meeting-called-off',
  ])
  expect(await overdue(tambonOfficer)).toEqual([])
  const list = await read<RouteReply<typeof listMeetings>>(tambonOfficer, '/api/meetings?state=CALLED_OFF')
  expect(list.body.meetings).toMatchObject([{ meetingId: meeting, itemCount: 1 }])
  const { body } = await read<RouteReply<typeof readMeeting>>(tambonOfficer, `/api/meetings/${meeting}`)
  expect(body.meeting).toMatchObject({
    state: 'CALLED_OFF',
    calledOff: { reason: 'ฝนตกหนัก น้ำท่วมทาง', by: villageHead.personId },
  })
  expect((await draw())[0]).toEqual(matter)
})

test('held on a phone that had not heard of its calling off, a meeting arrives whole and at once; the list says both', async () => {
  const meeting = testId<string>(0x905)
  const item = {
    itemId: testId<never>(0x941),
    kind: 'need-priority' as const,
    section: 4,
    title: 'ถนนเข้าหมู่บ้าน',
    ...ofNoHousehold,
    areaCode: '49010507',
    householdCount: 12,
  }
  const attendee = {
    attendeeId: testId<never>(0x942),
    name: 'ผู้แทนสมมติ',
    position: '',
    organisation: '',
    sector: 'PEOP' as const,
    presence: 'CAME' as const,
  }
  expect(await give(tambonOfficer, meeting, details('VILLAGE', '49010507', '2024-02-05'))).toEqual(['applied'])
  const seen = 1
  expect(await give(tambonOfficer, meeting, { type: 'CallOffMeeting', input: { reason: 'พายุเข้า' } })).toEqual([
    'applied',
  ])
  const row = async () => {
    const list = await read<RouteReply<typeof listMeetings>>(tambonOfficer, '/api/meetings?area=49010507')
    return list.body.meetings.find(m => m.meetingId === meeting)
  }
  expect(await row()).toMatchObject({ state: 'CALLED_OFF', heldAfterAll: false })
  const written: MeetingCommand[] = [
    { type: 'RecordAttendance', input: { attendees: [attendee], leftOut: [] } },
    { type: 'SetAgenda', input: { items: [item], replaces: 0 } },
    { type: 'OpenMeeting', input: { startTime: '13:00', heldOn: '2024-02-06' as Day } },
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
    { type: 'CloseMeeting', input: { endTime: '15:00' } },
  ]
  const envelopes = written.map(({ type, input }) => ({
    ...officeCommand('meeting', meeting, type, input),
    basedOnVersion: seen,
  }))
  expect(await giveCommands(parts, villageHead, envelopes)).toEqual(written.map(() => 'applied'))
  // Sent again after a broken line, nothing happens twice.
  expect(await giveCommands(parts, villageHead, envelopes)).toEqual(written.map(() => 'already-applied'))
  expect(await row()).toMatchObject({
    state: 'CLOSED',
    heldOn: '2024-02-06',
    heldAfterAll: true,
    itemCount: 1,
    decidedCount: 1,
    cameCount: 1,
  })
  const { body } = await read<RouteReply<typeof readMeeting>>(tambonOfficer, `/api/meetings/${meeting}`)
  expect(body.meeting).toMatchObject({
    state: 'CLOSED',
    calledOff: { reason: 'พายุเข้า', by: tambonOfficer.personId },
    closedBy: villageHead.personId,
  })
  const parked = await read<{ parked: { command: { ledgerId: string } }[] }>(tambonOfficer, '/api/parked-commands')
  expect(parked.body.parked.filter(p => p.command.ledgerId === meeting)).toEqual([])
  const needs = await inTransaction(database.app, systemScope, trx =>
    findVillageNeeds(trx, parts.keys, areaRange('49010507')),
  )
  expect(needs).toMatchObject([{ meetingId: meeting, heldOn: '2024-02-06', title: 'ถนนเข้าหมู่บ้าน' }])
  const minutes = await app.inject({
    url: `/api/papers/meetings/${meeting}/minutes`,
    headers: { cookie: await cookieOf(tambonOfficer) },
  })
  expect(minutes.statusCode).toBe(200)
})
