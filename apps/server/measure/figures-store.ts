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

/** Whose items a reader counts: with or without the sight of restricted hardships. */
export const eyesOf = (restricted: boolean): readonly string[] => (restricted ? ['both', 'full'] : ['both', 'open'])

/** 10 to the power of the digits that a child's code leaves off. */
const dividerOf = (childDigits: number): number => 10 ** (8 - childDigits)

/** Which sums answer for the child areas: of districts (for provinces too) or of tambons; villages have their counters. */
const rollupFor = (childDigits: number): 4 | 6 | null => (childDigits <= 4 ? 4 : childDigits === 6 ? 6 : null)

const roundAndArea = ({ roundId, range, restricted }: CountQuery) =>
  sql`round_id = ${roundId} and area_code between ${range.low} and ${range.high} and eye = any(${eyesOf(restricted)}::text[])`

const childOf = ({ childDigits }: CountQuery) => sql`area_code / ${dividerOf(childDigits)}::int`

const isOverdue = ({ today }: CountQuery) => sql`coalesce(due_on < ${today}::date, false)`

/** What stands now: sums of the counters, never of the households. */
export const sumCounts = async (trx: Scoped, query: CountQuery): Promise<CountRow[]> => {
  const digits = rollupFor(query.childDigits)
  const from =
    digits === null
      ? sql`measure_counts where ${roundAndArea(query)}`
      : sql`measure_rollups where digits = ${digits} and ${roundAndArea(query)}`
  const { rows } = await sql<CountRow>`select ${childOf(query)} as child, measure, detail,
      ${isOverdue(query)} as overdue, sum(count)::int as count
    from ${from} group by 1, 2, 3, 4 having sum(count) <> 0`.execute(trx)
  return rows
}

/**
 * What stood at a moment: of villages the sum of every change up to it; above them the sums of all days before, and
 * the changes of its own day. `today` is the moment's day.
 */
export const sumCountsAsOf = async (trx: Scoped, query: CountQuery, asOf: Instant): Promise<CountRow[]> => {
  const digits = rollupFor(query.childDigits)
  const columns = sql`area_code, measure, detail, due_on, delta`
  const upToMoment = sql`select ${columns} from counted_changes where ${roundAndArea(query)} and at <= ${asOf}::timestamptz`
  const changes =
    digits === null
      ? upToMoment
      : sql`select ${columns} from measure_rollup_days
          where digits = ${digits} and ${roundAndArea(query)} and day < ${query.today}::date
        union all ${upToMoment} and at >= ${query.today}::date::timestamp at time zone 'Asia/Bangkok'`
  const { rows } = await sql<CountRow>`select ${childOf(query)} as child, measure, detail,
      ${isOverdue(query)} as overdue, sum(delta)::int as count
    from (${changes}) changes group by 1, 2, 3, 4 having sum(delta) <> 0`.execute(trx)
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
  const digits = rollupFor(query.childDigits)
  const from =
    digits === null
      ? sql`measure_days where ${roundAndArea(query)}`
      : sql`measure_rollup_days where digits = ${digits} and ${roundAndArea(query)}`
  const { rows } = await sql<DayRow>`select ${childOf(query)} as child, measure, day, sum(delta)::int as delta
    from ${from} and measure = any(${measures}::text[]) and day <= ${upTo}::date
    group by 1, 2, 3 order by day`.execute(trx)
  return rows
}
