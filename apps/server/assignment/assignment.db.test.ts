import type { AssignmentProposalReply } from '@thaiqm/contract/assignment/assignment-routes.ts'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { VillageCode } from '@thaiqm/core/area/area-code.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { AllocationId, HouseholdId, OfferId, OrganisationId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { OfferCommandInput } from '@thaiqm/core/offer/offer-command.ts'
import type { LedgerKind } from '@thaiqm/core/sync/command-envelope.ts'
import { importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { createHttpServer } from '../platform/http/create-http-server.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { officeCommand } from '../sync/office-command.ts'
import { applyCommands, giveCommands, planRounds, testParts } from '../sync/test-commands.ts'
import { registerAssignmentRoutes } from './assignment-routes.ts'

const database = useTestDatabase()
const parts = testParts(database)
const { districtOfficer, districtChief, province, tambonOfficer, templeContact, foreignOfficer } = people

const give = async (actor: Actor, kind: LedgerKind, ledgerId: string, type: string, input: unknown) =>
  (await giveCommands(parts, actor, [officeCommand(kind, ledgerId, type, input)]))[0]

const houseOf = (n: number) => testId<HouseholdId>(n)
const problemOf = (n: number) => testId<ProblemId>(n * 10)
const temple = testId<OrganisationId>(0xf001)
const sheets = testId<OfferId>(0xf100)
const provincial = testId<OfferId>(0xf101)

/** A household with a leaking roof that needs so many sheets by that day. */
const settle = async (n: number, areaCode: string, quantity: number, dueOn: string): Promise<void> => {
  const imported = importCommand([oldProblem(n * 10, 'P201')], { areaCode: areaCode as VillageCode })
  expect(await give(systemActor, 'household', houseOf(n), imported.type, imported.input)).toBe('applied')
  expect(await publish(n, quantity, dueOn)).toBe('applied')
}
const publish = (n: number, quantity: number, dueOn: string) =>
  give(n === 4 ? foreignOfficer : districtOfficer, 'household', houseOf(n), 'PublishNeed', {
    problemId: problemOf(n),
    what: 'สังกะสีซ่อมหลังคา',
    quantity,
    unit: 'แผ่น',
    budgetBaht: 1_000,
    dueOn,
  })

const offerOf = (over: Partial<OfferCommandInput<'AddOffer'>>): OfferCommandInput<'AddOffer'> => ({
  organisationId: temple,
  what: 'สังกะสี',
  remedyIds: [],
  kindCodes: ['P201'],
  unit: 'แผ่น',
  quantity: 60,
  budgetBaht: null,
  fromOn: '2024-01-01' as Day,
  untilOn: '2024-09-30' as Day,
  areaCode: '4901',
  ...over,
})

const take = (actor: Actor, allocation: number, offer: string, n: number, quantity: number) =>
  give(actor, 'offer', offer, 'TakeFromOffer', {
    allocationId: testId<AllocationId>(allocation),
    problemId: problemOf(n),
    quantity,
    budgetBaht: 0,
    dueOn: null,
    note: '',
  })

let app: FastifyInstance
let asking: Actor = districtOfficer

beforeAll(async () => {
  await applyCommands(parts, systemActor, planRounds())
  await give(province, 'organisation', temple, 'AddOrganisation', {
    nameTh: 'วัดตัวอย่าง',
    sector: 'REL',
    agencyCode: null,
    areaCode: '4901',
    contact: '',
    offers: '',
  })
  await settle(1, '49010507', 40, '2024-02-10')
  await settle(2, '49010508', 40, '2024-01-31')
  await settle(3, '49010601', 20, '2024-03-31')
  await settle(4, '49030101', 20, '2024-01-20')
  expect(await give(districtOfficer, 'offer', sheets, 'AddOffer', offerOf({}))).toBe('applied')
  const wide = offerOf({ quantity: 100, areaCode: '49', kindCodes: ['P204'] })
  expect(await give(province, 'offer', provincial, 'AddOffer', wide)).toBe('applied')
  app = await createHttpServer(() => undefined)
  registerAssignmentRoutes({ app, findActor: async () => asking, parts: parts } as unknown as HttpParts)
  await app.ready()
})
afterAll(() => app.close())

const ask = async (actor: Actor, area = '4901', pins: object = { pinned: [], barred: [], leftOut: [] }) => {
  asking = actor
  const answer = await app.inject({ method: 'POST', url: '/api/assignments/proposal', payload: { area, pins } })
  const body = answer.json() as AssignmentProposalReply & { readonly refusal?: { readonly code: string } }
  return { status: answer.statusCode, body, code: JSON.stringify(answer.json()) }
}

test('the sooner due is served, who needs less gets what is left, and the third is told why not', async () => {
  const { status, body } = await ask(districtChief)
  expect(status).toBe(200)
  expect(body.needs.map(need => need.problemId).sort()).toEqual([1, 2, 3].map(problemOf))
  expect(body.matches.map(m => m.problemId).sort()).toEqual([2, 3].map(problemOf))
  expect(body.unserved).toMatchObject([{ problemId: problemOf(1), reason: 'used-up', offers: 1, before: 1, after: 1 }])
  expect(body.offers.find(o => o.offerId === sheets)).toMatchObject({
    organisationName: 'วัดตัวอย่าง',
    sector: 'REL',
    quantityLeft: 60,
    quantityAfter: 0,
  })
  expect(body).toMatchObject({ open: null, hasMoreNeeds: false })
  expect(body.provenClasses).toBe(body.classes)
})

test('what an officer pins comes first, and pins that cannot be kept are refused', async () => {
  const pinned = [{ problemId: problemOf(1), offerId: sheets }]
  const { body } = await ask(districtOfficer, '4901', { pinned, barred: [], leftOut: [] })
  expect(body.matches.map(m => m.problemId).sort()).toEqual([1, 3].map(problemOf))
  const both = [...pinned, { problemId: problemOf(2), offerId: sheets }]
  expect((await ask(districtOfficer, '4901', { pinned: both, barred: [], leftOut: [] })).code).toContain(
    'pins-overbook',
  )
  const far = [{ problemId: problemOf(4), offerId: sheets }]
  expect((await ask(districtOfficer, '4901', { pinned: far, barred: [], leftOut: [] })).code).toContain('pin-unknown')
})

test('an officer is proposed what lies in the own area, and only officers are', async () => {
  expect((await ask(districtOfficer, '490106')).body.needs.map(need => need.problemId)).toEqual([problemOf(3)])
  expect((await ask(province, '4903')).body.needs.map(need => need.problemId)).toEqual([problemOf(4)])
  expect((await ask(foreignOfficer, '4901')).code).toContain('not-found')
  for (const actor of [tambonOfficer, templeContact]) expect((await ask(actor)).code).toContain('not-permitted')
  expect((await ask(districtOfficer, '49')).status).toBe(400)
})

test('whoever asked for a proposal is in the audit', async () => {
  await ask(province)
  const { rows } = await inTransaction(database.app, systemScope, trx =>
    sql<{ details: string }>`select details from audit where act = 'ProposeAssignment'`.execute(trx),
  )
  expect(rows.map(row => JSON.parse(row.details))).toContainEqual({ role: 'PROV', needs: 3, offers: 2 })
})

test('accepting a match takes it from the offer, and the next proposal counts with what is left', async () => {
  expect(await take(districtOfficer, 1, sheets, 2, 40)).toBe('applied')
  const { body } = await ask(districtOfficer)
  expect(body.needs.map(need => need.problemId).sort()).toEqual([1, 3].map(problemOf))
  expect(body.matches).toEqual([{ problemId: problemOf(3), offerId: sheets }])
  expect(body.unserved).toMatchObject([{ problemId: problemOf(1), reason: 'more-than-any-offer-has' }])
  // What was proposed to two at once is given once.
  expect(await take(districtOfficer, 2, sheets, 3, 20)).toBe('applied')
  expect(await take(districtChief, 3, sheets, 1, 40)).toBe('offer-exhausted')
  const after = (await ask(districtOfficer)).body
  expect(after.needs.map(need => need.problemId)).toEqual([problemOf(1)])
  expect(after.offers.map(offer => offer.offerId)).toEqual([provincial])
})

test('what is pledged in part is wanting in part', async () => {
  const more = testId<OfferId>(0xf102)
  expect(await give(districtOfficer, 'offer', more, 'AddOffer', offerOf({ quantity: 50, budgetBaht: 900 }))).toBe(
    'applied',
  )
  expect(await take(districtOfficer, 4, more, 1, 15)).toBe('applied')
  const { body } = await ask(districtOfficer)
  expect(body.needs).toMatchObject([{ problemId: problemOf(1), quantity: 25, budgetBaht: 1_000 }])
  // Sheets are there, and less money than it costs.
  expect(body.unserved).toMatchObject([{ problemId: problemOf(1), reason: 'more-than-any-offer-has' }])
})
