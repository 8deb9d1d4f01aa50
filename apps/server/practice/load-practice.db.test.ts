import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { replayHousehold } from '@thaiqm/core/household/evolve-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { countedItems } from '@thaiqm/core/measure/counted-items.ts'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { nextHouseholds } from '../household/household-store.ts'
import { realClock } from '../platform/clock.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { findFacts } from '../sync/ledger-store.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { loadPractice, PRACTICE_SEED, type PracticeSummary } from './load-practice.ts'
import { namedHouseholdId, namedHouseholds } from './named-households.ts'
import { practicePeople } from './practice-people.ts'
import { RE_X_RAY_ROUND_ID, reXrayRound } from './practice-rounds.ts'

const database = useTestDatabase()
const keys = { version: 1, seal: new Uint8Array(32).fill(3), lookUp: new Uint8Array(32).fill(4) }
const HOUSEHOLDS = 150

let parts: ServerParts
let summary: PracticeSummary
let stored: Household[]
const progress: (readonly [number, number])[] = []

const rowsOf = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  inTransaction(parts.db, systemScope, async trx => (await query.execute(trx)).rows)

beforeAll(async () => {
  parts = { db: database.app, keys, clock: realClock, catalogue: decisionCatalogue, log: () => {} }
  summary = await loadPractice(parts, {
    households: HOUSEHOLDS,
    seed: PRACTICE_SEED,
    onProgress: (done, of) => progress.push([done, of]),
  })
  const all = await inTransaction(parts.db, systemScope, trx =>
    nextHouseholds(trx, keys, '00000000-0000-0000-0000-000000000000', 10_000),
  )
  stored = all.map(row => row.household)
})

describe('loading the practice province', () => {
  it('writes what it says, and every command is applied', async () => {
    expect(summary).toMatchObject({ practiceDay: '2024-01-12', provinceCode: '49', people: practicePeople.length })
    expect(summary.households).toBe(HOUSEHOLDS + namedHouseholds.length)
    expect(stored).toHaveLength(summary.households)
    const outcomes = await rowsOf(sql<{ outcome: string; count: number }>`
      select outcome, count(*)::int as count from commands group by outcome`)
    expect(outcomes).toEqual([{ outcome: 'applied', count: summary.commands }])
    expect(progress.at(-1)).toEqual([HOUSEHOLDS, HOUSEHOLDS])
  })

  it('numbers the commands of every device from 1 without a gap', async () => {
    const gaps = await rowsOf(sql<{ device_id: string }>`select device_id from commands group by device_id
      having min(sequence) <> 1 or max(sequence) <> count(*) or count(distinct sequence) <> count(*)`)
    expect(gaps).toEqual([])
  })

  it('writes facts under the moment they happened, none on the practice day or after', async () => {
    const [times] = await rowsOf(sql<{ first: string; last: string }>`
      select min(at)::text as first, max(at)::text as last from ledger_events`)
    expect(times?.first.slice(0, 10)).toBe('2023-11-28')
    expect((times?.last ?? '~') < '2024-01-11 17:00').toBe(true)
  })

  it('has problems in every state and the named households among the rest', () => {
    const states = new Set(stored.flatMap(h => h.problems.map(p => p.state)))
    for (const state of [
      'OPEN',
      'REFERRED',
      'IN_PROGRESS',
      'ASSISTED',
      'RESOLVED',
      'SELF_RESOLVED',
      'UNRESOLVABLE',
      'CANCELLED',
    ])
      expect(states).toContain(state)
    const ids = new Set(stored.map(h => h.id))
    for (const { key } of namedHouseholds) expect(ids.has(namedHouseholdId(key)), key).toBe(true)
  })

  it('keeps counters that equal the items counted, and items that equal the rules', async () => {
    type Count = {
      measure: string
      area_code: number
      detail: string
      eye: string
      due_on: string | null
      count: number
    }
    const counts = await rowsOf(sql<Count>`select measure, area_code, detail, eye, due_on, sum(count)::int as count
      from measure_counts where round_id = ${RE_X_RAY_ROUND_ID} group by 1, 2, 3, 4, 5 having sum(count) <> 0`)
    const items = await rowsOf(sql<Count>`select measure, area_code, detail, eye, due_on, count(*)::int as count
      from counted_items where round_id = ${RE_X_RAY_ROUND_ID} group by 1, 2, 3, 4, 5`)
    const lines = (rows: readonly Count[]) =>
      rows.map(r => `${r.measure}|${r.area_code}|${r.detail}|${r.eye}|${r.due_on ?? ''}|${r.count}`).sort()
    expect(lines(counts)).toEqual(lines(items))
    const recounted = stored.flatMap(h => countedItems(h, reXrayRound, decisionCatalogue.kinds))
    expect(items.reduce((sum, row) => sum + row.count, 0)).toBe(recounted.length)
    const days = await rowsOf(sql<{ sum: number }>`select sum(delta)::int as sum from measure_days`)
    expect(days).toEqual([{ sum: recounted.length }])
  })

  it('can be rebuilt from the ledger, document for document', async () => {
    const facts = await inTransaction(parts.db, systemScope, trx =>
      findFacts(
        trx,
        keys,
        stored.map(h => h.id),
      ),
    )
    for (const household of stored)
      expect(replayHousehold(household.id, facts.get(household.id) ?? [])).toEqual(household)
  })

  it('puts every village on the map of its tambon', async () => {
    const areas = await rowsOf(sql<{ level: string; count: number; placed: number }>`
      select level, count(*)::int as count, count(latitude)::int as placed from areas group by level order by level`)
    expect(areas.map(a => a.level)).toEqual(['DISTRICT', 'PROVINCE', 'TAMBON', 'VILLAGE'])
    expect(areas.find(a => a.level === 'VILLAGE')).toMatchObject({ placed: areas.at(-1)?.count })
    expect(areas.reduce((sum, area) => sum + area.count, 0)).toBe(summary.areas)
  })

  it('refuses to go on quietly when a command is not applied', async () => {
    await expect(loadPractice(parts, { households: 1, seed: PRACTICE_SEED })).rejects.toThrow(/not applied/)
  })
})
