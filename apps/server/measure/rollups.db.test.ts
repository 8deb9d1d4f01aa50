import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { areaRange } from '@thaiqm/core/area/area-code.ts'
import { dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { countWrongCounters } from '../cli/check-ledger-store.ts'
import { realClock } from '../platform/clock.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { loadPractice, PRACTICE_SEED } from '../practice/load-practice.ts'
import { getPerson } from '../practice/practice-people.ts'
import { RE_X_RAY_ROUND_ID } from '../practice/practice-rounds.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { type CountQuery, type CountRow, sumCounts, sumCountsAsOf, sumDays } from './figures-store.ts'
import { foldNow } from './fold-sums.ts'

const database = useTestDatabase()
const keys = { version: 1, seal: new Uint8Array(32).fill(3), lookUp: new Uint8Array(32).fill(4) }

let parts: ServerParts

beforeAll(async () => {
  parts = { db: database.app, keys, clock: realClock, catalogue: decisionCatalogue, log: () => {} }
  await loadPractice(parts, { households: 120, seed: PRACTICE_SEED })
})

const provinceOn = (moment: Instant, childDigits: number): CountQuery => ({
  roundId: RE_X_RAY_ROUND_ID,
  range: areaRange('49'),
  childDigits,
  today: dayOf(moment),
  restricted: true,
})

const END = '2024-01-12T10:00:00.000Z' as Instant

const linesOf = (rows: readonly CountRow[]) =>
  rows.map(r => `${r.child} ${r.measure} ${r.detail} ${r.overdue ? 'overdue' : ''} ${r.count}`).sort()

const inSystem = <Value>(work: Parameters<typeof inTransaction<Value>>[2]) => inTransaction(parts.db, systemScope, work)

/** What the journal says, summed with no help of any kept sum. */
const summedFromChanges = ({ childDigits, today }: CountQuery, asOf: Instant) =>
  inSystem(
    async trx =>
      (
        await sql<CountRow>`select area_code / ${10 ** (8 - childDigits)}::int as child, measure, detail,
          coalesce(due_on < ${today}::date, false) as overdue, sum(delta)::int as count from counted_changes
        where round_id = ${RE_X_RAY_ROUND_ID} and at <= ${asOf}::timestamptz and eye <> 'open'
        group by 1, 2, 3, 4 having sum(delta) <> 0`.execute(trx)
      ).rows,
  )

/** How many changes wait for a fold, and how many sums were folded. */
const standing = () =>
  inSystem(async trx => {
    const { rows } = await sql<{ waiting: number; folded: number }>`select
      (select count(*)::int from counted_changes where transaction_id >= folded_before()) as waiting,
      (select count(*)::int from folded_rollups) as folded`.execute(trx)
    return rows[0]
  })

const foldedTables = ['folded_counts', 'folded_days', 'folded_rollups', 'folded_rollup_days', 'folded_remedy_outcomes']

/** As if no fold had ever been, and as if one had just been: nobody who reads may notice. */
const folds: [string, () => Promise<void>][] = [
  [
    'while all changes wait',
    async () => {
      await inSystem(async trx => {
        // First, for the server may just be folding by itself: this waits until it is done.
        await sql`update counted_fold set folded_before = '1'`.execute(trx)
        for (const table of foldedTables) await sql`delete from ${sql.table(table)}`.execute(trx)
      })
      expect((await standing())?.waiting).toBeGreaterThan(500)
    },
  ],
  [
    'after a fold',
    async () => {
      await foldNow(parts.db)
      const after = await standing()
      expect(after?.waiting).toBe(0)
      expect(after?.folded).toBeGreaterThan(100)
    },
  ],
  [
    'after a restore',
    async () => {
      // A backup knows no transactions: every change carries the oldest number, and the epoch is another.
      await inSystem(async trx => {
        await sql`update counted_fold set folded_before = '3', epoch = 'before'`.execute(trx)
        for (const table of ['counted_changes', 'remedy_changes'])
          await sql`update ${sql.table(table)} set transaction_id = '3'`.execute(trx)
        await sql`delete from folded_rollups where area_code = 49010000`.execute(trx)
      })
      await foldNow(parts.db)
      expect((await standing())?.waiting).toBe(0)
    },
  ],
]

describe.each(folds)('sums of tambons and districts, %s', (_, prepare) => {
  beforeAll(prepare)

  test.each([2, 4, 6, 8])('equal the changes below them: areas of %i digits', async digits => {
    const query = provinceOn(END, digits)
    const now = await inSystem(trx => sumCounts(trx, query))
    expect(now.length).toBeGreaterThan(20)
    expect(linesOf(now)).toEqual(linesOf(await summedFromChanges(query, END)))
  })

  // Evening and noon, just before and after a day begins in Bangkok, before everything and after.
  test.each([
    '2023-12-20T13:00:00.000Z',
    '2023-12-20T05:00:00.000Z',
    '2023-12-19T16:59:59.999Z',
    '2023-12-19T17:00:00.000Z',
    '2023-01-01T00:00:00.000Z',
    END,
  ] as Instant[])('stand as they stood at %s', async moment => {
    for (const digits of [4, 6, 8]) {
      const query = provinceOn(moment, digits)
      const then = await inSystem(trx => sumCountsAsOf(trx, query, moment))
      expect(linesOf(then)).toEqual(linesOf(await summedFromChanges(query, moment)))
    }
  })

  test('move from day to day as the villages do', async () => {
    const measures = ['covered-household', 'solved-problem', 'rechecked-household'] as const
    const byDay = async (digits: number) => {
      const rows = await inSystem(trx => sumDays(trx, provinceOn(END, digits), measures, dayOf(END)))
      const days = Map.groupBy(rows, row => `${row.day} ${row.measure}`)
      const sums = [...days].map(([key, of]) => [key, of.reduce((sum, row) => sum + row.delta, 0)] as const)
      return new Map(sums.filter(([, sum]) => sum !== 0).sort())
    }
    const villages = await byDay(8)
    expect(villages.size).toBeGreaterThan(10)
    expect(await byDay(4)).toEqual(villages)
    expect(await byDay(6)).toEqual(villages)
  })

  test('are held to be right by the check of the ledger', async () => {
    expect(await inSystem(countWrongCounters)).toEqual({ counters: 0, changes: 0, days: 0, rollups: 0, remedies: 0 })
  })
})

describe.each(folds)('row-level security of the sums, %s', (_, prepare) => {
  beforeAll(prepare)

  const seenBy = (key: string) =>
    inTransaction(parts.db, readingScope(getPerson(key).actor), async trx => {
      const { rows } = await sql<{ digits: number; area_code: number; eye: string }>`
        select distinct digits, area_code, eye from measure_rollups
        union select digits, area_code, eye from measure_rollup_days`.execute(trx)
      return rows
    })
  const areasOf = (rows: readonly { digits: number; area_code: number }[]) =>
    new Set(rows.map(row => String(row.area_code).slice(0, row.digits)))

  test('a sum is seen by those who see the whole of its area, and by nobody else', async () => {
    expect([...areasOf(await seenBy('tam-490105'))]).toEqual(['490105'])
    expect([...areasOf(await seenBy('vil-49010507'))]).toEqual([])
    const ofDistrict = areasOf(await seenBy('doff-4901'))
    expect(ofDistrict).toContain('4901')
    expect([...ofDistrict].filter(area => !area.startsWith('4901'))).toEqual([])
    expect(areasOf(await seenBy('prov'))).toContain('4907')
  })

  test('restricted hardships are in the sums of those who may see them only', async () => {
    const eyes = async (key: string) => new Set((await seenBy(key)).map(row => row.eye))
    expect(await eyes('doff-4901')).not.toContain('full')
    expect(await eyes('doff-4901-designated')).not.toContain('open')
  })
})

test('nobody writes into the sum of an area that holds nothing of the own one', async () => {
  const scope = { ...readingScope(getPerson('tam-490105').actor), role: 'thaiqm_system' as const }
  const moved = (area: number) =>
    inTransaction(parts.db, scope, async trx => {
      const { numAffectedRows } = await sql`update folded_rollups set count = count
        where area_code = ${area} and digits = 4`.execute(trx)
      return Number(numAffectedRows)
    })
  expect(await moved(49010000)).toBeGreaterThan(0)
  expect(await moved(49070000)).toBe(0)
})

test('two folds at once, and one while a writer is at work, count nothing twice and nothing never', async () => {
  const wrong = () => inSystem(countWrongCounters)
  await inSystem(async writing => {
    await sql`insert into counted_changes (round_id, measure, area_code, household_id, problem_id, due_on, detail, eye, delta, at)
      select round_id, measure, area_code, household_id, problem_id, due_on, detail, eye, delta, at
      from counted_changes where delta = 1 limit 50`.execute(writing)
    await Promise.all([foldNow(parts.db), foldNow(parts.db)])
  })
  expect((await standing())?.waiting).toBe(50)
  const before = await wrong()
  expect(before).toMatchObject({ changes: 0, days: 0, rollups: 0, remedies: 0 })
  await Promise.all([foldNow(parts.db), foldNow(parts.db), foldNow(parts.db)])
  expect((await standing())?.waiting).toBe(0)
  expect(await wrong()).toEqual(before)
})
