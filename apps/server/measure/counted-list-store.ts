import type { CountedRow } from '@thaiqm/contract/measure/measure-routes.ts'
import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { isDatedMeasure, type ListOrder, possibleOrders } from '@thaiqm/core/measure/list-order.ts'
import type { Measure } from '@thaiqm/core/measure/measure.ts'
import { type RawBuilder, sql } from 'kysely'
import { findingHouseholds, MOST_FOUND, narrowedTo } from '../household/household-list-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import { type CountedListRow, columnsOf, type Members, membersIn, ordersOf, toCountedRow } from './counted-row-store.ts'
import { eyesOf } from './figures-store.ts'
import { type AreaSum, type PageSpan, spanOfPage } from './page-span.ts'

export interface CountedListQuery {
  readonly measure: Measure
  readonly roundId: string
  readonly range: AreaRange
  readonly today: Day
  readonly overdueOnly: boolean
  readonly detail: string | null
  readonly search: string
  readonly sort: ListOrder
  readonly descending: boolean
  /** Null for all rows: a download. */
  readonly page: { readonly number: number; readonly size: number } | null
  readonly restricted: boolean
}

export interface CountedList {
  readonly rows: CountedRow[]
  readonly total: number
  /** Whether a search found more households than it looks through. */
  readonly isMore: boolean
  /** The order it stands in, and those it may be put in. */
  readonly sort: ListOrder
  readonly orders: readonly ListOrder[]
}

/** Digits of the areas that sums are kept of: districts, tambons, villages. */
type Level = 4 | 6 | 8

const levels: readonly Level[] = [4, 6, 8]

/** Codes of one area of a level, first to last. */
const spanAt: Record<Level, number> = { 4: 10_000, 6: 100, 8: 1 }

/** The widest level of which sums are kept that lies within a range. */
const levelOf = ({ low, high }: AreaRange): Level => (high - low >= 9_999 ? 4 : high - low >= 99 ? 6 : 8)

/** How many members of the set each area of a level has: sums of the counters, never of the households. */
const sumAreas = async (
  trx: Scoped,
  { measure, roundId, restricted, overdueOnly, today, detail }: CountedListQuery,
  range: AreaRange,
  level: Level,
): Promise<AreaSum[]> => {
  const from = level === 8 ? sql`measure_counts where true` : sql`measure_rollups where digits = ${level}`
  const { rows } = await sql<{
    area_code: number
    count: number
  }>`select area_code, sum(count)::int as count from ${from}
      and round_id = ${roundId} and measure = ${measure} and area_code between ${range.low} and ${range.high}
      and eye = any(${eyesOf(restricted)}::text[])
      and (${!overdueOnly} or due_on < ${today}::date) and (${detail}::text is null or detail = ${detail}::text)
    group by area_code order by area_code`.execute(trx)
  return rows.map(row => ({ range: { low: row.area_code, high: row.area_code + spanAt[level] - 1 }, count: row.count }))
}

/** The villages a page goes through, found from the first sums down to tambon and village, and what of them comes before it. */
const findSpan = async (
  trx: Scoped,
  query: CountedListQuery,
  widest: readonly AreaSum[],
  page: { readonly skip: number; readonly take: number },
): Promise<PageSpan | undefined> => {
  const { take } = page
  const { descending } = query
  let span = spanOfPage(widest, { skip: page.skip, take, descending })
  for (const level of levels.filter(one => one > levelOf(query.range))) {
    if (span === undefined) return undefined
    span = spanOfPage(await sumAreas(trx, query, span.range, level), { skip: span.skip, take, descending })
  }
  return span
}

const membersOf = (query: CountedListQuery, { low, high }: AreaRange): RawBuilder<unknown> => {
  const { measure, roundId, restricted, overdueOnly, today, detail } = query
  const conditions: RawBuilder<unknown>[] = [
    sql`i.round_id = ${roundId}`,
    // Spelt out where an index is of these measures only: whether it serves is decided when the query is planned.
    isDatedMeasure(measure) ? sql`i.measure = ${sql.lit(measure)}` : sql`i.measure = ${measure}`,
    sql`i.area_code between ${low} and ${high}`,
    sql`i.eye = any(${eyesOf(restricted)}::text[])`,
  ]
  if (overdueOnly) conditions.push(sql`i.due_on < ${today}::date`)
  if (detail !== null) conditions.push(sql`i.detail = ${detail}`)
  return sql.join(conditions, sql` and `)
}

const joined = (of: Members): RawBuilder<unknown> =>
  sql`join households h on h.shard_key = i.shard_key and h.household_id = i.household_id
    ${of === 'household' ? sql`` : sql`join problems p on p.shard_key = i.shard_key and p.household_id = i.household_id and p.problem_id = i.problem_id`}`

/** A page of a list by day: fifty items are taken from the index, and only they are opened. */
const pageByDay = (query: CountedListQuery, skip: number, take: number): RawBuilder<unknown> => {
  const day = query.descending ? sql`due_on desc nulls last` : sql`due_on`
  return sql`with page as materialized (
      select i.shard_key, i.household_id, i.problem_id, i.due_on from counted_items i where ${membersOf(query, query.range)}
      order by i.${day}, i.area_code, i.household_id, i.problem_id limit ${take} offset ${skip})
    select ${columnsOf('dated-problem', query.restricted)} from page i ${joined('dated-problem')}
    order by i.${day}, h.area_code, h.house_sort, i.household_id, i.problem_id`
}

/**
 * The members of a counted set: exactly what its number counts, because the number is the sum of these rows. However
 * long the set, a page costs what its own villages cost (decision: lists too long to be sorted).
 */
export const listCountedItems = async (trx: Scoped, query: CountedListQuery): Promise<CountedList> => {
  const of = membersIn(query.measure)
  const { first, isFound, found } = narrowedTo(findingHouseholds(query.search, query.range))
  const isSearched = query.search.trim() !== ''
  const rowsOf = async (range: AreaRange, sort: ListOrder, window: RawBuilder<unknown>) =>
    (
      await sql<CountedListRow>`${first} select ${columnsOf(of, query.restricted)} from counted_items i ${joined(of)}
        where ${membersOf(query, range)} and ${isFound} order by ${ordersOf(sort, query.descending, of)} ${window}`.execute(
        trx,
      )
    ).rows
  const widest = isSearched ? [] : await sumAreas(trx, query, query.range, levelOf(query.range))
  const counted = isSearched
    ? await sql<{ n: number; found: number }>`${first} select count(*)::int as n, ${found} as found
        from counted_items i ${joined(of)} where ${membersOf(query, query.range)} and ${isFound}`
        .execute(trx)
        .then(({ rows }) => rows[0] ?? { n: 0, found: 0 })
    : { n: widest.reduce((n, { count }) => n + count, 0), found: 0 }
  const orders = possibleOrders(query.measure, counted.n)
  const answer = (rows: readonly CountedListRow[], sort: ListOrder): CountedList => ({
    rows: rows.map(toCountedRow),
    total: counted.n,
    isMore: counted.found >= MOST_FOUND,
    sort,
    orders,
  })
  if (query.page === null) return answer(await rowsOf(query.range, query.sort, sql``), query.sort)
  const sort = orders.includes(query.sort) ? query.sort : 'house'
  const take = query.page.size
  const skip = (query.page.number - 1) * take
  if (!isSearched && sort === 'due' && isDatedMeasure(query.measure)) {
    const { rows } = await sql<CountedListRow>`${pageByDay(query, skip, take)}`.execute(trx)
    return answer(rows, sort)
  }
  const span =
    !isSearched && sort === 'house' ? await findSpan(trx, query, widest, { skip, take }) : { range: query.range, skip }
  return answer(span === undefined ? [] : await rowsOf(span.range, sort, sql`limit ${take} offset ${span.skip}`), sort)
}
