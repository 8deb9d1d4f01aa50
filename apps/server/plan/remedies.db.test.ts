import { areas, problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { VillageCode } from '@thaiqm/core/area/area-code.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type {
  HouseholdId,
  OfferId,
  OrganisationId,
  PlanActionId,
  PlanId,
  ProblemId,
} from '@thaiqm/core/ledger/identifiers.ts'
import type { Offer } from '@thaiqm/core/offer/offer.ts'
import type { PlanActionInput } from '@thaiqm/core/plan/plan.ts'
import { planAction } from '@thaiqm/testing/deeds.ts'
import { importCommand, oldProblem, reXrayRound } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveAreas } from '../area/area-store.ts'
import { checkLedger, isSound } from '../cli/check-ledger.ts'
import { fillMissingRows } from '../household/fill-missing-rows.ts'
import { foldNow } from '../measure/fold-sums.ts'
import { saveOfferRows } from '../offer/offer-store.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { createHttpServer } from '../platform/http/create-http-server.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { applyCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'
import { registerRemedyRoutes } from './remedy-routes.ts'

const database = useTestDatabase()
const parts = testParts(database)

const houseOf = (n: number) => testId<HouseholdId>(n)
const tell = (n: number, actor: Actor, command: HouseholdCommand) =>
  applyCommands(parts, actor, toHousehold(houseOf(n), command))

/** A household of its own with three hardships, one of them restricted: its ids end in its number. */
const settle = async (n: number, areaCode: string): Promise<void> => {
  const own = (kind: string, at: number) => oldProblem(n * 10 + at, kind)
  await tell(
    n,
    systemActor,
    importCommand([own('P204', 1), own('P201', 2), own('P601', 3)], { areaCode: areaCode as VillageCode }),
  )
}

const problemOf = (n: number, at: number) => testId<ProblemId>(n * 10 + at)
const planOf = (n: number) => testId<PlanId>(0x1000 + n)
const actionOf = (n: number, at: number) => testId<PlanActionId>(0x2000 + n * 10 + at)

const action = (n: number, at: number, remedyId: string): PlanActionInput =>
  planAction(actionOf(n, at), [problemOf(n, at)], {
    remedyId,
    what: 'ช่วยเหลือตามเมนู',
    agencyCode: 'LAO',
    ownerName: 'อบต.สมมติ',
  })

/** Toilet and drugs planned for, both done and verified. */
const solve = async (n: number): Promise<void> => {
  const { designatedOfficer, districtChief, tambonOfficer } = people
  const actions = [action(n, 1, 'H052'), action(n, 3, 'H163')]
  const fourT = { attitude: '', skill: '', resource: '', wayOut: '' }
  const plan = { planId: planOf(n), roundId: reXrayRound.id, potential: 'WELFARE' as const, fourT, goals: '', actions }
  await tell(n, designatedOfficer, { type: 'ProposePlan', input: plan })
  await tell(n, districtChief, { type: 'ApprovePlan', input: { planId: planOf(n), note: '' } })
  for (const at of [1, 3]) {
    const input = { planId: planOf(n), planActionId: actionOf(n, at), result: 'เสร็จแล้ว' }
    await tell(n, at === 1 ? people.districtOfficer : designatedOfficer, { type: 'CompletePlanAction', input })
    await tell(n, districtChief, {
      type: 'CloseProblem',
      input: {
        problemId: problemOf(n, at),
        evidence: [{ kind: 'witness', words: 'เห็นจริง', witness: 'เพื่อนบ้าน' }],
        note: '',
        withoutOwnEvidence: 'ไม่มีกล้อง',
      },
    })
  }
  expect(tambonOfficer.areaCode).toBe('490105')
}

const reopen = (n: number) =>
  tell(n, people.districtChief, { type: 'ReopenProblem', input: { problemId: problemOf(n, 1), reason: 'ชำรุดอีก' } })

let app: FastifyInstance
let asking: Actor = people.districtOfficer

const ask = async (actor: Actor, url: string) => {
  asking = actor
  const answer = await app.inject({ method: 'GET', url, headers: { authorization: 'Bearer x' } })
  return { status: answer.statusCode, body: answer.json() as never as Record<string, never> }
}

interface Proposal {
  readonly remedyId: string
  readonly evidence: object | null
  readonly score: { readonly evidence: number | null }
}

const proposalsFor = async (actor: Actor, n: number): Promise<readonly Proposal[]> => {
  const { body } = await ask(actor, `/api/households/${houseOf(n)}/remedies`)
  return body.proposals as never as readonly Proposal[]
}

beforeAll(async () => {
  const named = areas.map(({ code, level, th, en, parentCode, lat, lng }) => ({
    areaCode: code,
    level,
    nameTh: th,
    nameEn: en,
    parentCode,
    latitude: lat,
    longitude: lng,
  }))
  await inTransaction(database.app, systemScope, trx => saveAreas(trx, named))
  await applyCommands(parts, systemActor, planRounds())
  for (const [n, village] of [
    [1, '49010507'],
    [2, '49010507'],
    [3, '49010201'],
    [4, '49010201'],
    [9, '49010507'],
  ] as const)
    await settle(n, village)
  for (const n of [1, 2]) await solve(n)
  app = await createHttpServer(() => undefined)
  registerRemedyRoutes({ app, findActor: async () => asking, parts } as unknown as HttpParts)
  await app.ready()
})
afterAll(() => app.close())

describe('the menu of a household', () => {
  test('tells of no result while fewer than three households have been through it', async () => {
    const found = (await proposalsFor(people.districtOfficer, 9)).find(p => p.remedyId === 'H052')
    expect(found).toMatchObject({ evidence: null, score: { evidence: null } })
  })

  test('tells what worked in the whole district, and what came back, before and after a fold', async () => {
    for (const n of [3, 4]) await solve(n)
    await reopen(4)
    const evidence = { solved: 3, tried: 4, among: 'area', least: null }
    const read = async (actor: Actor) => (await proposalsFor(actor, 9)).find(p => p.remedyId === 'H052')?.evidence
    expect(await read(people.districtOfficer)).toEqual(evidence)
    await foldNow(database.app)
    expect(await read(people.districtOfficer)).toEqual(evidence)
    // A tambon officer learns from the whole district as well.
    expect(await read(people.tambonOfficer)).toEqual(evidence)
  })

  test('says what partners still have to give in the village, and nothing of what they have elsewhere', async () => {
    const offer = (n: number, areaCode: string, takenQuantity: number): Offer => ({
      id: testId<OfferId>(0x3000 + n),
      organisationId: testId<OrganisationId>(0x3100),
      version: 1,
      state: 'OPEN',
      what: 'สร้างห้องส้วม',
      remedyIds: ['H052'],
      kindCodes: [],
      unit: 'ห้อง',
      quantity: 10,
      budgetBaht: null,
      fromOn: '2024-01-01' as Day,
      untilOn: '2024-09-30' as Day,
      areaCode,
      allocations: [],
      takenQuantity,
      takenBudgetBaht: 0,
    })
    await inTransaction(database.app, systemScope, async trx => {
      for (const one of [offer(1, '4901', 4), offer(2, '490105', 9), offer(3, '4903', 0)])
        await saveOfferRows(trx, null, one)
    })
    const found = (await proposalsFor(people.districtOfficer, 9)).find(p => p.remedyId === 'H052')
    expect(found).toMatchObject({
      capacity: { quantityLeft: 7, unit: 'ห้อง', offers: 2 },
      reasonTh: expect.stringContaining('ภาคีในพื้นที่ยังมีให้อีก 7 ห้อง'),
    })
  })

  test('names the cause that hardships have in common, and not what nobody knows', async () => {
    const kinds = ['P116', 'P217', 'P199', 'P299'] as const
    const problems = kinds.map((kind, at) => oldProblem(80 + at, kind))
    await tell(8, systemActor, importCommand(problems, { areaCode: '49010507' as VillageCode }))
    const causeOf = (kind: string, th: string) =>
      problemKindByCode.get(kind)?.causes.find(cause => cause.th === th)?.code ?? 'there is no such cause'
    const causes = ['ไม่มีรายได้', 'ไม่มีรายได้', 'ไม่ทราบสาเหตุ', 'ไม่ทราบสาเหตุ']
    for (const [at, kind] of kinds.entries()) {
      const input = { problemId: problemOf(8, at), causeCodes: [causeOf(kind, causes[at] ?? '')], rootCause: '' }
      await tell(8, people.tambonOfficer, { type: 'AnalyseCauses', input })
    }
    const { body } = await ask(people.tambonOfficer, `/api/households/${houseOf(8)}/remedies`)
    expect(body.sharedCauses).toEqual([{ cause: 'ไม่มีรายได้', problemIds: [problemOf(8, 0), problemOf(8, 1)] }])
  })

  test('has a reason in Thai for each remedy, and none for a hardship the reader may not see', async () => {
    const mine = await proposalsFor(people.districtOfficer, 9)
    const chiefs = await proposalsFor(people.districtChief, 9)
    expect(mine.length).toBeGreaterThan(5)
    expect(mine.some(p => p.remedyId === 'H163')).toBe(false)
    expect(chiefs.find(p => p.remedyId === 'H163')?.evidence).toEqual({
      solved: 4,
      tried: 4,
      among: 'area',
      least: null,
    })
    for (const proposal of mine) expect(proposal).toMatchObject({ reasonTh: expect.stringMatching(/[ก-๙]/) })
  })

  test('is not there for another district, nor for an agency', async () => {
    for (const actor of [people.foreignOfficer, people.healthAgency, people.auditor])
      expect((await ask(actor, `/api/households/${houseOf(9)}/remedies`)).status, actor.position).toBe(404)
  })
})

describe('the relapse rate', () => {
  test('is n of N hardships per kind and per area below, n of N households per remedy, each told from three on', async () => {
    const { body } = await ask(people.districtOfficer, '/api/relapse')
    expect(body).toMatchObject({
      area: { areaCode: '4901' },
      total: { n: 1, of: 4 },
      byKind: [{ kindCode: 'P204', told: { n: 1, of: 4 } }],
      byRemedy: [{ kindCode: 'P204', remedyId: 'H052', told: { n: 1, of: 4 } }],
    })
    // Two households in each tambon: too few to be told of.
    expect(body.byArea).toMatchObject([{ told: null }, { told: null }])
  })

  test('of restricted kinds is for those who may see them, of an area for those who work there', async () => {
    const chief = await ask(people.districtChief, '/api/relapse')
    expect((chief.body.byKind as never as { kindCode: string }[]).map(row => row.kindCode)).toContain('P601')
    const tambon = await ask(people.tambonOfficer, '/api/relapse')
    expect(tambon.body).toMatchObject({ area: { areaCode: '490105' }, total: null })
    expect((await ask(people.foreignOfficer, '/api/relapse?area=4901')).status).toBe(404)
    expect((await ask(people.healthAgency, '/api/relapse')).status).toBe(403)
  })
})

describe('what is kept beside the ledgers', () => {
  test('shows each household’s trials in its own area only, restricted ones to those who may see them', async () => {
    const read = (actor: Actor) =>
      inTransaction(database.app, readingScope(actor), async trx =>
        (
          await sql<{ trial: string }>`select kind_code || ' ' || remedy_id || ' ' || eye as trial from remedy_trials
            order by household_id, trial`.execute(trx)
        ).rows.map(row => row.trial),
      )
    expect(await read(people.tambonOfficer)).toEqual(['P204  both', 'P204 H052 both', 'P204  both', 'P204 H052 both'])
    expect(await read(people.foreignOfficer)).toEqual([])
    expect((await read(people.districtChief)).filter(trial => trial.startsWith('P601 H'))).toHaveLength(4)
    const sums = (actor: Actor) =>
      inTransaction(
        database.app,
        readingScope(actor),
        async trx => (await sql<{ n: number }>`select count(*)::int as n from remedy_outcomes`.execute(trx)).rows[0]?.n,
      )
    expect(await sums(people.foreignOfficer)).toBe(0)
    expect(await sums(people.healthAgency).catch(() => 'closed')).toBe('closed')
  })

  test('equals what the ledgers say', async () => {
    expect(isSound(await checkLedger(parts))).toBe(true)
  })

  test('is computed for households that were there before it was remembered, once', async () => {
    const outcomes = () =>
      inTransaction(
        database.app,
        systemScope,
        async trx =>
          (
            await sql`select kind_code, remedy_id, outcome, eye, sum(count)::int as n from remedy_outcomes
            where digits = 4 group by 1, 2, 3, 4 having sum(count) <> 0 order by 1, 2, 3`.execute(trx)
          ).rows,
      )
    const before = await outcomes()
    await inTransaction(database.app, systemScope, async trx => {
      for (const table of ['remedy_trials', 'remedy_changes', 'folded_remedy_outcomes', 'duties'])
        await sql`delete from ${sql.table(table)}`.execute(trx)
      await sql`update remedy_filling set is_done = false`.execute(trx)
    })
    expect(await outcomes()).toEqual([])
    expect(await fillMissingRows(parts)).toBe(6)
    expect(await outcomes()).toEqual(before)
    expect(isSound(await checkLedger(parts))).toBe(true)
    expect(await fillMissingRows(parts)).toBe(0)
  })
})
