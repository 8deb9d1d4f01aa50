import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { seesRestricted } from '@thaiqm/core/access/actor.ts'
import { datedMeasures } from '@thaiqm/core/measure/list-order.ts'
import { type Measure, measure } from '@thaiqm/core/measure/measure.ts'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { realClock } from '../platform/clock.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import { loadPractice, PRACTICE_SEED } from '../practice/load-practice.ts'
import { getPerson } from '../practice/practice-people.ts'
import { RE_X_RAY_ROUND_ID } from '../practice/practice-rounds.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { type CountedListQuery, listCountedItems } from './counted-list-store.ts'
import { foldNow } from './fold-sums.ts'

const database = useTestDatabase()
const keys = { version: 1, seal: new Uint8Array(32).fill(3), lookUp: new Uint8Array(32).fill(4) }

let parts: ServerParts

beforeAll(async () => {
  parts = { db: database.app, keys, clock: realClock, catalogue: decisionCatalogue, log: () => {} }
  await loadPractice(parts, { households: 120, seed: PRACTICE_SEED })
})

const asked = (person: string, of: Measure, rest: Partial<CountedListQuery>): CountedListQuery => {
  const { actor } = getPerson(person)
  return {
    measure: of,
    roundId: RE_X_RAY_ROUND_ID,
    range: narrowRange(actor, undefined),
    today: '2024-02-10' as CountedListQuery['today'],
    overdueOnly: false,
    detail: null,
    search: '',
    sort: 'house',
    descending: false,
    page: null,
    restricted: seesRestricted(actor),
    ...rest,
  }
}

const list = (person: string, of: Measure, rest: Partial<CountedListQuery> = {}) =>
  inTransaction(parts.db, readingScope(getPerson(person).actor), trx => listCountedItems(trx, asked(person, of, rest)))

const SIZE = 23

/** A list as somebody reads it who turns every page, and one page more. */
const turnedThrough = async (person: string, of: Measure, rest: Partial<CountedListQuery>) => {
  const rows = []
  const { total } = await list(person, of, { ...rest, page: { number: 1, size: SIZE } })
  for (let number = 1; number <= Math.ceil(total / SIZE) + 1; number++)
    rows.push(...(await list(person, of, { ...rest, page: { number, size: SIZE } })).rows)
  return { rows, total }
}

const nameOf = (row: { readonly householdId: string; readonly problem: { readonly problemId: string } | null }) =>
  `${row.householdId} ${row.problem?.problemId ?? ''}`

const readers = ['prov', 'doff-4901', 'tam-490105', 'vil-49010507']

describe.each([
  ['while the sums wait for a fold', ['prov'], () => Promise.resolve()],
  ['after a fold', readers, () => foldNow(parts.db)],
])('page by page, %s', (_, people, prepare) => {
  beforeAll(prepare)

  test.each(people)('the pages of each set are its whole list, forwards and backwards: %s', async person => {
    let seen = 0
    for (const [index, of] of measure.options.entries())
      for (const descending of index % 4 === 0 ? [false, true] : [false]) {
        const whole = await list(person, of, { descending })
        const { rows, total } = await turnedThrough(person, of, { descending })
        expect(rows.map(nameOf), of).toEqual(whole.rows.map(nameOf))
        expect(total, of).toBe(whole.rows.length)
        seen += total
      }
    expect(seen).toBeGreaterThan(20)
  })

  test.each(people)('by day, nobody stands before an earlier one, and nobody is missing: %s', async person => {
    for (const of of datedMeasures)
      for (const descending of [false, true])
        for (const overdueOnly of [false, true]) {
          const whole = await list(person, of, { overdueOnly })
          const { rows } = await turnedThrough(person, of, { sort: 'due', descending, overdueOnly })
          expect(rows.map(nameOf).sort()).toEqual(whole.rows.map(nameOf).sort())
          const days = rows.map(row => row.problem?.dueOn ?? '9999')
          const dated = days.filter(day => day !== '9999')
          expect(days.slice(dated.length).every(day => day === '9999')).toBe(true)
          expect(dated).toEqual(descending ? dated.toSorted().reverse() : dated.toSorted())
          if (overdueOnly) expect(days.every(day => day < '2024-02-10')).toBe(true)
        }
    expect((await list(person, 'live-problem', { sort: 'due' })).rows.length).toBeGreaterThan(0)
  })

  test('one breakdown of a set is paged like the set', async () => {
    const whole = await list('prov', 'problem', { detail: 'D2' })
    const { rows } = await turnedThrough('prov', 'problem', { detail: 'D2' })
    expect(whole.rows.length).toBeGreaterThan(SIZE)
    expect(rows.map(nameOf)).toEqual(whole.rows.map(nameOf))
  })
})

test('within a page hardships of one day and village follow the houses', async () => {
  const { rows } = await list('prov', 'live-problem', { sort: 'due', page: { number: 1, size: 50 } })
  const { rows: sorted } = await inTransaction(parts.db, readingScope(getPerson('prov').actor), trx =>
    sql<{ household_id: string }>`select household_id from households order by area_code, house_sort`.execute(trx),
  )
  const place = new Map(sorted.map((row, index) => [row.household_id, index]))
  const places = rows.map(row => [row.problem?.dueOn ?? '', row.areaCode, place.get(row.householdId) ?? -1] as const)
  for (const [index, [day, area, at]] of places.entries()) {
    const before = places[index - 1]
    if (before !== undefined && before[0] === day && before[1] === area) expect(before[2]).toBeLessThanOrEqual(at)
  }
})

test('a search narrows the list and is counted', async () => {
  const whole = await list('prov', 'target-household')
  const number = whole.rows[0]?.houseNumber ?? ''
  const found = await list('prov', 'target-household', { search: number, page: { number: 1, size: 200 } })
  expect(found.rows.length).toBeGreaterThan(0)
  expect(found.rows.map(nameOf)).toEqual(whole.rows.filter(row => row.houseNumber.startsWith(number)).map(nameOf))
  expect(found.total).toBe(found.rows.length)
  expect(found.isMore).toBe(false)
})
