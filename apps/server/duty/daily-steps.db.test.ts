import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { addDays, type Day, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { AssistanceId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { recordHelp, referProblem } from '@thaiqm/testing/deeds.ts'
import { importCommand, oldProblem, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { applyCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'
import { runDailyRound } from './daily-round.ts'
import { dailySteps, isDrawn } from './daily-steps.ts'

const database = useTestDatabase()
let now = roundMorning
const { clocks } = decisionCatalogue
const parts = (callBackShare = clocks.callBackShare) =>
  testParts(database, {
    clock: { now: () => now },
    catalogue: { ...decisionCatalogue, clocks: { ...clocks, callBackShare } },
  })
const round = (share?: number) => runDailyRound(parts(share), dailySteps(parts(share), { channels: new Map() }))

const house = testId<string>(1)
const [card, school] = [testId<ProblemId>(10), testId<ProblemId>(11)]

const give = (actor: Actor, ...given: HouseholdCommand[]) => applyCommands(parts(), actor, toHousehold(house, ...given))
const refer = (problemId: ProblemId, agencyCode: string, part?: 'CONTRIBUTING'): HouseholdCommand =>
  referProblem(problemId, agencyCode, { part })
const factsOf = async (...types: string[]) => {
  const { rows } = await inTransaction(database.app, systemScope, trx =>
    sql<{ type: string; data: string }>`select type, data from ledger_events
      where ledger_id = ${house} and type = any(${types}::text[]) order by version`.execute(trx),
  )
  return rows.map(({ type, data }) => `${type} ${(JSON.parse(data) as { contributor?: string }).contributor ?? 'lead'}`)
}
const on = (day: string) => `${day}T01:00:00.000Z` as Instant

beforeAll(async () => {
  await applyCommands(parts(), systemActor, planRounds())
  await give(systemActor, importCommand([oldProblem(10, 'P501'), oldProblem(11, 'P302')]))
})

test('an agency silent past its day loses the case by the round of the next day, once, whoever else runs it', async () => {
  await give(people.districtOfficer, refer(card, 'MOPH'), refer(card, 'DOPA', 'CONTRIBUTING'))
  now = on('2024-01-19')
  expect(await round()).toBe('finished')
  expect(await factsOf('ReferralLapsed')).toEqual([])
  now = on('2024-01-20')
  const ends = await Promise.all([round(), round()])
  expect(ends).toContain('finished')
  await round()
  expect(await factsOf('ReferralLapsed')).toEqual(['ReferralLapsed DOPA', 'ReferralLapsed lead'])
  const parked = await inTransaction(database.app, systemScope, trx =>
    sql<{ n: number }>`select count(*)::int as n from commands where outcome = 'parked'`.execute(trx),
  )
  expect(parked.rows).toEqual([{ n: 0 }])
})

test('referred again to the same agency and silent again, it lapses again', async () => {
  now = on('2024-01-22')
  await give(people.districtOfficer, refer(card, 'MOPH'))
  now = on('2024-01-30')
  expect(await round()).toBe('finished')
  expect(await factsOf('ReferralLapsed')).toHaveLength(3)
})

/** Helped and closed at the moment the clock shows. */
const solve = async (problemId: ProblemId, assistanceId: AssistanceId) => {
  const givenOn = '2024-02-01' as Day
  await give(people.tambonOfficer, recordHelp([problemId], { assistanceId, sector: 'GOV', agencyCode: 'MOE', givenOn }))
  const evidence = [{ kind: 'document' as const, reference: 'ใบรับ 1/2567' }]
  await give(people.districtOfficer, { type: 'CloseProblem', input: { problemId, evidence, note: '' } })
}

test('what was closed since the last round is drawn by the next, and never twice', async () => {
  now = on('2024-02-01')
  await solve(school, testId(20))
  expect(await round(1)).toBe('finished')
  expect(await factsOf('CallBackDrawn')).toEqual([])
  now = on('2024-02-02')
  expect(await round(1)).toBe('finished')
  now = on('2024-02-03')
  expect(await round(1)).toBe('finished')
  expect(await factsOf('CallBackDrawn')).toEqual(['CallBackDrawn lead'])
})

test('what was begun before midnight, and was in only after the round of the new day, is drawn by the one after', async () => {
  now = '2024-02-03T17:00:01.000Z' as Instant
  expect(await round(1)).toBe('finished')
  now = '2024-02-03T16:59:59.000Z' as Instant
  await solve(card, testId(21))
  now = on('2024-02-05')
  expect(await round(1)).toBe('finished')
  expect(await factsOf('CallBackDrawn')).toHaveLength(2)
})

test('one in twenty is drawn, another twentieth under another key, and each the same when drawn again', () => {
  const keys = (n: number) => ({ lookUp: new Uint8Array(32).fill(n) })
  const closings = Array.from({ length: 20_000 }, (_, n) => ({
    problemId: testId<ProblemId>(n),
    closedOn: addDays('2024-01-01' as Day, n % 300),
  }))
  const drawn = closings.filter(closing => isDrawn(keys(9), closing, 0.05))
  // 20,000 closings: 1,000 expected, a standard deviation of 31.
  expect(drawn.length).toBeGreaterThan(850)
  expect(drawn.length).toBeLessThan(1150)
  expect(closings.filter(closing => isDrawn(keys(9), closing, 0.05))).toEqual(drawn)
  const byOther = new Set(closings.filter(closing => isDrawn(keys(8), closing, 0.05)))
  expect(drawn.filter(closing => byOther.has(closing)).length).toBeLessThan(120)
  expect(closings.filter(closing => isDrawn(keys(9), closing, 0))).toEqual([])
})
