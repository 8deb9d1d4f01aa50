import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { VillageCode } from '@thaiqm/core/area/area-code.ts'
import { areaRange } from '@thaiqm/core/area/area-code.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { AllocationId, OrganisationId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { OfferCommand, OfferCommandInput } from '@thaiqm/core/offer/offer-command.ts'
import type { LedgerKind } from '@thaiqm/core/sync/command-envelope.ts'
import { recordHelp, referProblem } from '@thaiqm/testing/deeds.ts'
import { importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { type RawBuilder, sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { findNeeds } from '../need/need-store.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { officeCommand } from '../sync/office-command.ts'
import { applyCommands, giveCommands, planRounds, testParts } from '../sync/test-commands.ts'
import { findAllocations, findOffers } from './offer-list-store.ts'

const database = useTestDatabase()
const parts = testParts(database)

const { districtOfficer, districtChief, templeContact, foreignOfficer } = people
const foundation: Actor = {
  ...templeContact,
  personId: testId(0xa0f2),
  organisationId: testId<OrganisationId>(0xf002),
}

interface Given {
  readonly type: string
  readonly input: unknown
}

const give = (actor: Actor, kind: LedgerKind, ledgerId: string, ...given: Given[]) =>
  giveCommands(
    parts,
    actor,
    given.map(({ type, input }) => officeCommand(kind, ledgerId, type, input)),
  )

const house = testId<string>(1)
const neighbour = testId<string>(2)
const roof = testId<ProblemId>(10)
const water = testId<ProblemId>(20)
const offer = testId<string>(0xf100)

const publish = (problemId: ProblemId, what: string): HouseholdCommand => ({
  type: 'PublishNeed',
  input: { problemId, what, quantity: 40, unit: 'แผ่น', budgetBaht: null, dueOn: '2024-02-15' as Day },
})

const take = (n: number, problemId: ProblemId, quantity: number): OfferCommand => ({
  type: 'TakeFromOffer',
  input: { allocationId: testId<AllocationId>(n), problemId, quantity, budgetBaht: 0, dueOn: null, note: '' },
})

const sheets = (organisationId: OrganisationId): OfferCommand => ({
  type: 'AddOffer',
  input: {
    organisationId,
    what: 'สังกะสี',
    remedyIds: ['H201'],
    kindCodes: ['P201'],
    unit: 'แผ่น',
    quantity: 60,
    budgetBaht: null,
    fromOn: '2024-01-01' as Day,
    untilOn: '2024-09-30' as Day,
    areaCode: '4901',
  },
})

const readAs = <Row>(actor: Actor, query: RawBuilder<Row>) =>
  inTransaction(database.app, readingScope(actor), async trx => (await query.execute(trx)).rows)

beforeAll(async () => {
  await applyCommands(parts, systemActor, planRounds())
  const second = importCommand([oldProblem(20, 'P204')], { areaCode: '49010301' as VillageCode })
  expect(
    await give(systemActor, 'household', house, importCommand([oldProblem(10, 'P201'), oldProblem(11, 'P601')])),
  ).toEqual(['applied'])
  expect(await give(systemActor, 'household', neighbour, second)).toEqual(['applied'])
  expect(await give(districtOfficer, 'household', house, publish(roof, 'สังกะสีซ่อมหลังคา'))).toEqual(['applied'])
  expect(await give(districtOfficer, 'household', neighbour, publish(water, 'ถังเก็บน้ำ'))).toEqual(['applied'])
  expect(await give(templeContact, 'offer', offer, sheets(testId(0xf001)))).toEqual(['applied'])
  expect(await give(foundation, 'offer', testId(0xf200), sheets(testId(0xf002)))).toEqual(['applied'])
})

test('of two who take the last of an offer at once, exactly one gets it; the other’s is kept for a person, with a sentence', async () => {
  const last = testId<string>(0xf300)
  expect(await give(districtOfficer, 'offer', last, sheets(testId(0xf001)))).toEqual(['applied'])
  const outcomes = await Promise.all([
    give(districtOfficer, 'offer', last, take(301, roof, 31)),
    give(districtChief, 'offer', last, take(302, water, 31)),
  ])
  expect(outcomes.flat().sort()).toEqual(['applied', 'offer-exhausted'])
  const rows = await readAs(
    districtOfficer,
    sql<{ taken_quantity: number }>`select taken_quantity from offers where offer_id = ${last}::uuid`,
  )
  expect(rows).toEqual([{ taken_quantity: 31 }])
  for (const n of [301, 302])
    await give(districtOfficer, 'offer', last, {
      type: 'ReleaseAllocation',
      input: { allocationId: testId(n), reason: 'ทดสอบ' },
    })
})

test('a need published in a batch may be pledged for in the same batch', async () => {
  const id = testId<string>(3)
  const problem = testId<ProblemId>(30)
  await give(systemActor, 'household', id, importCommand([oldProblem(30, 'P201')]))
  await applyCommands(parts, districtOfficer, [
    officeCommand('household', id, 'PublishNeed', publish(problem, 'สังกะสี').input),
    officeCommand('offer', offer, 'TakeFromOffer', take(310, problem, 1).input),
  ])
})

describe('a partner', () => {
  test('reads what is needed and in which tambon, never which household or village', async () => {
    const rows = await readAs(
      templeContact,
      sql<{ what: string; tambon_code: number }>`select what, tambon_code from published_needs
        where need_id = any(${[roof, water]}::uuid[]) order by tambon_code`,
    )
    expect(rows).toEqual([
      { what: 'ถังเก็บน้ำ', tambon_code: 490103 },
      { what: 'สังกะสีซ่อมหลังคา', tambon_code: 490105 },
    ])
    for (const hidden of ['household_id', 'area_code', 'shard_key'])
      await expect(readAs(templeContact, sql`select ${sql.ref(hidden)} from published_needs`), hidden).rejects.toThrow(
        /permission denied/,
      )
    await expect(readAs(templeContact, sql`select * from published_needs`)).rejects.toThrow(/permission denied/)
    // A temple of another district reads nothing of this one.
    expect(await readAs({ ...templeContact, areaCode: '4903' }, sql`select need_id from published_needs`)).toEqual([])
  })

  test('pledges without knowing whom it helps, and sees of its pledge no household', async () => {
    expect(await give(templeContact, 'offer', offer, take(320, roof, 40))).toEqual(['applied'])
    const rows = await readAs(
      templeContact,
      sql<{ what: string; quantity: number; state: string }>`select what, quantity, state from offer_allocations
        where allocation_id = ${testId(320)}::uuid`,
    )
    expect(rows).toEqual([{ what: 'สังกะสี', quantity: 40, state: 'PLEDGED' }])
    for (const hidden of ['household_id', 'taken_by', 'assistance_id'])
      await expect(
        readAs(templeContact, sql`select ${sql.ref(hidden)} from offer_allocations`),
        hidden,
      ).rejects.toThrow(/permission denied/)
    const ofOthers = await readAs(foundation, sql`select allocation_id from offer_allocations`)
    expect(ofOthers).toEqual([])
    expect(await readAs(foundation, sql<{ offer_id: string }>`select offer_id from offers`)).toEqual([
      { offer_id: testId(0xf200) },
    ])
    // Everybody may know how much is pledged for a need, and nobody of them by whom.
    expect(
      await readAs(foundation, sql`select unit, quantity from pledged_quantities where need_id = ${roof}::uuid`),
    ).toEqual([{ unit: 'แผ่น', quantity: 40 }])
    // The offer's document names households: nobody reads it but the system, nor the facts it comes from.
    for (const actor of [templeContact, districtChief])
      expect(await readAs(actor, sql`select 1 from office_documents where ledger_kind = 'offer'`)).toEqual([])
  })

  test('learns whether what it gave is verified, of its own gifts only', async () => {
    const confirm = { type: 'ConfirmAllocation', input: { allocationId: testId(320), note: '' } }
    expect(await give(templeContact, 'offer', offer, confirm)).toEqual(['not-permitted'])
    expect(await give(foreignOfficer, 'offer', offer, confirm)).toEqual(['allocation-unknown'])
    // The server holds the note against the names of the household, which the partner's page never has.
    const naming = { type: 'ConfirmAllocation', input: { allocationId: testId(320), note: 'ส่งที่บ้านนายสมมติ บ้านตัวอย่าง' } }
    expect(await give(districtOfficer, 'offer', offer, naming)).toEqual(['need-names-household'])
    expect(await give(districtOfficer, 'offer', offer, confirm)).toEqual(['applied'])
    const helped = sql`select dimension, solved_on from helped_problems where allocation_id = ${testId(320)}::uuid`
    expect(await readAs(templeContact, helped)).toEqual([{ dimension: 'D2', solved_on: null }])
    expect(await readAs(foundation, helped)).toEqual([])
    const help: HouseholdCommand = recordHelp([roof], {
      assistanceId: testId(50),
      organisationId: testId(0xf001),
      quantity: 40,
      unit: 'แผ่น',
      valueBaht: 8000,
      givenOn: '2024-01-12' as Day,
      evidence: [{ kind: 'document', reference: 'ใบรับมอบ 1/2567' }],
    })
    expect(await give(people.tambonOfficer, 'household', house, help)).toEqual(['applied'])
    const close = {
      type: 'CloseProblem',
      input: { problemId: roof, evidence: [], note: '', withoutOwnEvidence: 'ไม่มีกล้อง' },
    }
    expect(await give(districtChief, 'household', house, close)).toEqual(['applied'])
    expect(await readAs(templeContact, helped)).toEqual([{ dimension: 'D2', solved_on: '2024-01-12' }])
    // And what was published of it is gone.
    expect(await readAs(templeContact, sql`select need_id from published_needs where need_id = ${roof}::uuid`)).toEqual(
      [],
    )
  })
})

test('a foreign district reads neither the needs nor the parts taken here', async () => {
  expect(await readAs(foreignOfficer, sql`select need_id from published_needs`)).toEqual([])
  expect(await readAs(foreignOfficer, sql`select allocation_id from offer_allocations`)).toEqual([])
  expect(await readAs(foreignOfficer, sql`select offer_id from offers`)).toEqual([])
  // A village head sees no part taken: it would tell of households in the tambon's other villages.
  expect(await readAs(people.villageHead, sql`select allocation_id from offer_allocations`)).toEqual([])
  expect((await readAs(people.tambonOfficer, sql`select allocation_id from offer_allocations`)).length).toBeGreaterThan(
    0,
  )
})

test('lists of needs and parts taken tell officers the household and partners none', async () => {
  const needsFor = (actor: Actor) =>
    inTransaction(database.app, readingScope(actor), trx =>
      findNeeds(trx, {
        range: areaRange('490103'),
        kinds: ['P204', 'P205'],
        dueBy: '2024-03-01' as Day,
        offset: 0,
        most: 10,
        tellsHousehold: actor.role !== 'PARTNER',
      }),
    )
  expect(await needsFor(districtOfficer)).toMatchObject([{ need_id: water, household_id: neighbour, quantity: 40 }])
  expect(await needsFor(templeContact)).toMatchObject([{ need_id: water, household_id: null, budget_baht: null }])
  const partsFor = (actor: Actor) =>
    inTransaction(database.app, readingScope(actor), trx =>
      findAllocations(trx, {
        offerId: offer,
        householdId: null,
        state: 'CONFIRMED',
        hasArrived: false,
        search: null,
        offset: 0,
        most: 10,
        asPartner: actor.role === 'PARTNER',
      }),
    )
  expect(await partsFor(districtOfficer)).toMatchObject([{ household_id: house, solved_on: null }])
  expect(await partsFor(templeContact)).toMatchObject([{ household_id: null, solved_on: '2024-01-12' }])
  const offersFor = (actor: Actor) =>
    inTransaction(database.app, readingScope(actor), trx =>
      findOffers(trx, {
        range: areaRange('490105'),
        organisationId: null,
        openOn: '2024-01-12' as Day,
        search: null,
        offset: 0,
        most: 10,
      }),
    )
  expect((await offersFor(districtOfficer)).length).toBe(3)
  expect((await offersFor(foundation)).map(o => [o.quantity, o.takenQuantity, o.remedyIds])).toEqual([
    [60, 0, ['H201']],
  ])
})

test('offers are searched and read page by page: every one once, and a sign of the search is only a sign', async () => {
  for (const [n, what] of ['น้ำดื่ม 100%', 'น้ำดื่มขวด', 'ข้าวสาร_5 กก.'].entries()) {
    const given = sheets(testId(0xf001))
    if (given.type !== 'AddOffer') throw new Error('an offer is added')
    const input = { ...given.input, what, unit: 'ชุด' }
    expect(await give(districtOfficer, 'offer', testId(0xf400 + n), { type: 'AddOffer', input })).toEqual(['applied'])
  }
  const pageFor = (actor: Actor, search: string | null, offset: number, most: number) =>
    inTransaction(database.app, readingScope(actor), trx =>
      findOffers(trx, { range: areaRange('4901'), organisationId: null, openOn: null, search, offset, most }),
    )
  const whats = async (actor: Actor, search: string | null) =>
    (await pageFor(actor, search, 0, 50)).map(o => o.what).sort()
  expect(await whats(districtOfficer, 'น้ำดื่ม')).toEqual(['น้ำดื่ม 100%', 'น้ำดื่มขวด'])
  expect(await whats(districtOfficer, '%')).toEqual(['น้ำดื่ม 100%'])
  expect(await whats(districtOfficer, '_')).toEqual(['ข้าวสาร_5 กก.'])
  expect(await whats(foundation, 'น้ำดื่ม')).toEqual([])
  const all = (await pageFor(districtOfficer, null, 0, 50)).map(o => o.offerId)
  const turned = []
  for (let offset = 0; offset < all.length; offset += 2)
    turned.push(...(await pageFor(districtOfficer, null, offset, 2)).map(o => o.offerId))
  expect(all.length).toBeGreaterThan(4)
  expect(turned).toEqual(all)
})

test('an agency reads a referred case until its days after the end are over, and not the day after', async () => {
  const id = testId<string>(4)
  const problem = testId<ProblemId>(40)
  await give(systemActor, 'household', id, importCommand([oldProblem(40, 'P106')]))
  const refer = referProblem(problem, 'MOPH')
  const cancel = { type: 'CancelProblem', input: { problemId: problem, reason: 'บันทึกซ้ำ', survivorId: null } }
  expect(await give(districtOfficer, 'household', id, refer)).toEqual(['applied'])
  const seen = async () =>
    (
      await readAs(
        people.healthAgency,
        sql<{ n: number }>`select count(*)::int as n from household_documents where household_id = ${id}::uuid`,
      )
    )[0]?.n
  const on = (today: string) =>
    inTransaction(database.app, systemScope, trx =>
      sql`insert into installation (mode, epoch, practice_day) values ('practice', 'x', ${today}::date)
        on conflict (only_one) do update set practice_day = excluded.practice_day`.execute(trx),
    )
  expect(await seen()).toBe(1)
  expect(await give(districtChief, 'household', id, cancel)).toEqual(['applied'])
  await on('2024-02-11')
  expect(await seen()).toBe(1)
  await on('2024-02-12')
  expect(await seen()).toBe(0)
})

test('taking one more part writes that part alone; an offer called otherwise is so in all of its parts', async () => {
  const id = testId<string>(0xf310)
  expect(await give(templeContact, 'offer', id, sheets(testId(0xf001)))).toEqual(['applied'])
  const standing = () =>
    readAs(
      districtOfficer,
      sql<{ transaction: string; what: string }>`select xmin::text as transaction, what from offer_allocations
        where offer_id = ${id}::uuid order by allocation_id`,
    )
  expect(await give(districtOfficer, 'offer', id, take(321, water, 1))).toEqual(['applied'])
  const [first] = await standing()
  expect(await give(districtOfficer, 'offer', id, take(322, testId(30), 1))).toEqual(['applied'])
  expect((await standing())[0]).toEqual(first)
  const { organisationId: _own, ...terms } = sheets(testId(0xf001)).input as OfferCommandInput<'AddOffer'>
  const renamed: OfferCommand = { type: 'ChangeOffer', input: { ...terms, what: 'กระเบื้อง' } }
  expect(await give(templeContact, 'offer', id, renamed)).toEqual(['applied'])
  expect((await standing()).map(part => part.what)).toEqual(['กระเบื้อง', 'กระเบื้อง'])
})
