import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import type { Day, Instant } from '@thaiqm/core/ledger/day.ts'
import type { Measure } from '@thaiqm/core/measure/measure.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

/** A sum of one measure in one child area. */
export interface CountRow {
  /** The child area's code as a number of `childDigits` digits. */
  readonly child: number
  readonly measure: Measure
  readonly detail: string
  readonly overdue: boolean
  readonly count: number
}

export interface CountQuery {
  readonly roundId: string
  readonly range: AreaRange
  /** How many digits the codes of the child areas have. */
  readonly childDigits: number
  readonly today: Day
  readonly restricted: boolean
}

const eyes = (restricted: boolean) => (restricted ? ['both', 'full'] : ['both', 'open'])

/** 10 to the power of the digits that a child's code leaves off. */
const dividerOf = (childDigits: number): number => 10 ** (8 - childDigits)

/** What stands now: sums of the counters, never of the households. */
export const sumCounts = async (trx: Scoped, query: CountQuery): Promise<CountRow[]> => {
  const { rows } =
    await sql<CountRow>`select area_code / ${dividerOf(query.childDigits)}::int as child, measure, detail,
      coalesce(due_on < ${query.today}::date, false) as overdue, sum(count)::int as count
    from measure_counts
    where round_id = ${query.roundId} and area_code between ${query.range.low} and ${query.range.high}
      and eye = any(${eyes(query.restricted)}::text[])
    group by 1, 2, 3, 4 having sum(count) <> 0`.execute(trx)
  return rows
}

/** What stood at a moment: the same sums from every change up to it. */
export const sumCountsAsOf = async (trx: Scoped, query: CountQuery, asOf: Instant): Promise<CountRow[]> => {
  const { rows } =
    await sql<CountRow>`select area_code / ${dividerOf(query.childDigits)}::int as child, measure, detail,
      coalesce(due_on < ${query.today}::date, false) as overdue, sum(delta)::int as count
    from counted_changes
    where round_id = ${query.roundId} and area_code between ${query.range.low} and ${query.range.high}
      and at <= ${asOf}::timestamptz and eye = any(${eyes(query.restricted)}::text[])
    group by 1, 2, 3, 4 having sum(delta) <> 0`.execute(trx)
  return rows
}

export interface DayRow {
  readonly child: number
  readonly measure: Measure
  readonly day: Day
  readonly delta: number
}

/** How measures moved from day to day, up to a day. */
export const sumDays = async (
  trx: Scoped,
  query: CountQuery,
  measures: readonly Measure[],
  upTo: Day,
): Promise<DayRow[]> => {
  const { rows } =
    await sql<DayRow>`select area_code / ${dividerOf(query.childDigits)}::int as child, measure, day, sum(delta)::int as delta
    from measure_days
    where round_id = ${query.roundId} and area_code between ${query.range.low} and ${query.range.high}
      and measure = any(${measures}::text[]) and day <= ${upTo}::date and eye = any(${eyes(query.restricted)}::text[])
    group by 1, 2, 3 order by day`.execute(trx)
  return rows
}
