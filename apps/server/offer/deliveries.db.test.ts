import type { Actor } from '@thaiqm/core/access/actor.ts'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { AllocationId, AssistanceId, OfferId, OrganisationId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { OfferCommand, OfferCommandInput } from '@thaiqm/core/offer/offer-command.ts'
import { recordHelp } from '@thaiqm/testing/deeds.ts'
import { importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { type RawBuilder, sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { checkLedger, isSound } from '../cli/check-ledger.ts'
import { findHousehold } from '../household/household-store.ts'
import { findPledged } from '../need/need-store.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { officeCommand } from '../sync/office-command.ts'
import { applyCommands, giveCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'
import { findAllocations, findOffers } from './offer-list-store.ts'

const database = useTestDatabase()
const parts = testParts(database)
const { districtOfficer, districtChief, tambonOfficer, templeContact } = people
const foundation: Actor = {
  ...templeContact,
  personId: testId(0xa0f2),
  organisationId: testId<OrganisationId>(0xf002),
}

const house = testId<string>(1)
const roof = testId<ProblemId>(10)
const offer = testId<OfferId>(0xf100)
const [first, second] = [testId<AllocationId>(501), testId<AllocationId>(502)]

const toOffer = ({ type, input }: OfferCommand) => officeCommand('offer', offer, type, input)
const deliver = (over: Partial<OfferCommandInput<'DeliverAllocation'>>) =>
  toOffer({
    type: 'DeliverAllocation',
    input: { allocationId: first, deliveredOn: '2024-01-12' as Day, assistanceId: null, ...over },
  })
const helpOf = (n: number, quantity: number) =>
  toHousehold(
    house,
    recordHelp([roof], { assistanceId: testId<AssistanceId>(n), quantity, unit: 'แผ่น', givenOn: '2024-01-12' as Day }),
  )
const helpWithDelivery = (n: number, quantity: number, over: Partial<OfferCommandInput<'DeliverAllocation'>> = {}) => [
  ...helpOf(n, quantity),
  deliver({ assistanceId: testId<AssistanceId>(n), quantity, ...over }),
]

/** The same commands as made anew: what came once is known by its id. */
const fresh = (commands: ReturnType<typeof helpWithDelivery>) =>
  commands.map(({ ledgerKind, ledgerId, type, input }) => officeCommand(ledgerKind, ledgerId, type, input))

const readAs = <Row>(actor: Actor, query: RawBuilder<Row>) =>
  inTransaction(database.app, readingScope(actor), async trx => (await query.execute(trx)).rows)

const helpsOnRecord = () =>
  inTransaction(database.app, systemScope, async trx =>
    (await findHousehold(trx, parts.keys, house as never))?.household.assistances.map(a => a.quantity),
  )

const partsFor = (actor: Actor, hasArrived = false) =>
  inTransaction(database.app, readingScope(actor), trx =>
    findAllocations(trx, {
      offerId: offer,
      householdId: null,
      state: null,
      hasArrived,
      search: null,
      offset: 0,
      most: 10,
      asPartner: actor.role === 'PARTNER',
    }),
  )
const partFor = async (actor: Actor) => (await partsFor(actor)).find(part => part.allocation_id === first)

beforeAll(async () => {
  await applyCommands(parts, systemActor, planRounds())
  await applyCommands(parts, systemActor, toHousehold(house, importCommand([oldProblem(10, 'P201')])))
  await applyCommands(parts, districtChief, [
    toOffer({
      type: 'AddOffer',
      input: {
        organisationId: testId<OrganisationId>(0xf001),
        what: 'สังกะสี',
        remedyIds: [],
        kindCodes: ['P201'],
        unit: 'แผ่น',
        quantity: 60,
        budgetBaht: 5000,
        fromOn: '2024-01-01' as Day,
        untilOn: '2024-09-30' as Day,
        areaCode: '4901',
      },
    }),
    ...[first, second].map((allocationId, n) =>
      toOffer({
        type: 'TakeFromOffer',
        input: {
          allocationId,
          problemId: roof,
          quantity: n === 0 ? 40 : 5,
          budgetBaht: n === 0 ? 1000 : 0,
          dueOn: null,
          note: '',
        },
      }),
    ),
    toOffer({ type: 'ConfirmAllocation', input: { allocationId: first, note: '' } }),
  ])
})

test('help of twenty out of forty is written down with its delivery, and the rest goes on waiting', async () => {
  expect(await giveCommands(parts, tambonOfficer, helpWithDelivery(50, 20, { budgetBaht: 300 }))).toEqual([
    'applied',
    'applied',
  ])
  expect(await helpsOnRecord()).toEqual([20])
  const told = { state: 'CONFIRMED', quantity: 40, delivered_quantity: 20, delivered_budget_baht: 300 }
  expect(await partFor(tambonOfficer)).toMatchObject({ ...told, household_id: house })
  expect(await partFor(templeContact)).toMatchObject({ ...told, household_id: null, delivered_on: '2024-01-12' })
  expect((await partsFor(templeContact, true)).map(part => part.allocation_id)).toEqual([first])
})

test('of help and its delivery both stand or neither: nothing is half done', async () => {
  expect(await giveCommands(parts, tambonOfficer, helpWithDelivery(51, 21))).toEqual([
    'companion-refused',
    'delivery-above-outstanding',
  ])
  const [help, delivery] = helpWithDelivery(52, 5)
  if (help === undefined || delivery === undefined) throw new Error('a deed of two halves')
  const nameless = { ...help, input: { ...(help.input as object), what: '' } }
  expect(await giveCommands(parts, tambonOfficer, [nameless, delivery])).toEqual(['what-missing', 'companion-refused'])
  expect(await helpsOnRecord()).toEqual([20])
  expect(await partFor(tambonOfficer)).toMatchObject({ delivered_quantity: 20, delivered_budget_baht: 300 })
  // What else lies in the batch, before and after, is judged for itself.
  expect(
    await giveCommands(parts, tambonOfficer, [
      ...helpWithDelivery(53, 4, { budgetBaht: 0 }),
      ...helpWithDelivery(54, 99),
      ...fresh([nameless, delivery]),
      ...helpWithDelivery(55, 1, { budgetBaht: 0 }),
    ]),
  ).toEqual([
    ...['applied', 'applied', 'companion-refused', 'delivery-above-outstanding'],
    ...['what-missing', 'companion-refused', 'applied', 'applied'],
  ])
  expect(await helpsOnRecord()).toEqual([20, 4, 1])
  expect(await partFor(tambonOfficer)).toMatchObject({ delivered_quantity: 25, delivered_budget_baht: 300 })
  // Help for other things comes alone, and a delivery that the partner tells of does too.
  expect(await giveCommands(parts, tambonOfficer, helpOf(56, 99))).toEqual(['applied'])
  expect(await giveCommands(parts, templeContact, [deliver({ quantity: 5, budgetBaht: 0 })])).toEqual(['applied'])
  expect(isSound(await checkLedger(parts))).toBe(true)
})

test('the refused half waits where the household’s own half waits: whoever looks at one finds the other', async () => {
  const parked = (actor: Actor) =>
    readAs(
      actor,
      sql<{ type: string; area_code: number }>`select type, area_code from commands
        where refusal_code = 'delivery-above-outstanding' or refusal_code = 'companion-refused'`,
    )
  const types = (await parked(districtChief)).map(row => row.type).sort()
  expect(types).toEqual([...Array(4).fill('DeliverAllocation'), ...Array(2).fill('RecordAssistance')])
  // A village's head would learn of the tambon's other villages.
  expect((await parked(people.villageHead)).filter(row => row.type === 'DeliverAllocation')).toEqual([])
  expect(await parked(people.foreignOfficer)).toEqual([])
})

test('the ledger keeps each arrival, with its help', async () => {
  const { rows } = await inTransaction(database.app, systemScope, trx =>
    sql<{ delivered_quantity: number; assistance_id: string | null }>`select delivered_quantity, assistance_id
      from offer_allocations where allocation_id = ${first}`.execute(trx),
  )
  expect(rows).toEqual([{ delivered_quantity: 30, assistance_id: null }])
})

test('a partner reads how much of its own has arrived, another partner nothing, and nobody of them the household', async () => {
  const columns = sql`select delivered_quantity, delivered_budget_baht from offer_allocations where allocation_id = ${first}`
  expect(await readAs(templeContact, columns)).toEqual([{ delivered_quantity: 30, delivered_budget_baht: 300 }])
  expect(await readAs(foundation, columns)).toEqual([])
  expect(await readAs(people.foreignOfficer, columns)).toEqual([])
  for (const hidden of ['household_id', 'assistance_id'])
    await expect(readAs(templeContact, sql`select ${sql.ref(hidden)} from offer_allocations`)).rejects.toThrow(
      /permission denied/,
    )
})

test('released half-way, what arrived stays delivered, and the rest is free for others and pledged for nobody', async () => {
  const pledged = () =>
    inTransaction(database.app, readingScope(foundation), async trx => (await findPledged(trx, [roof]))[0]?.quantity)
  expect(await pledged()).toBe(45)
  const reason = 'รถขนส่งเสีย'
  const release = toOffer({ type: 'ReleaseAllocation', input: { allocationId: first, reason } })
  expect(await giveCommands(parts, templeContact, [release])).toEqual(['applied'])
  expect(await partFor(districtOfficer)).toMatchObject({
    state: 'DELIVERED',
    quantity: 30,
    budget_baht: 300,
    delivered_quantity: 30,
    release_reason: reason,
  })
  expect(await pledged()).toBe(35)
  const query = { organisationId: null, openOn: null, search: null, offset: 0, most: 10 }
  const [left] = await inTransaction(database.app, readingScope(districtOfficer), trx =>
    findOffers(trx, { ...query, range: { low: 49010000, high: 49019999 } }),
  )
  expect(left).toMatchObject({ takenQuantity: 35, takenBudgetBaht: 300 })
})
