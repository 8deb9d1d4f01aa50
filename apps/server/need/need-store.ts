import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

export interface StoredNeed {
  readonly need_id: string
  readonly household_id: string | null
  readonly tambon_code: number
  readonly kind_code: string
  readonly dimension: string
  readonly severity: number
  readonly what: string
  readonly quantity: number
  readonly unit: string
  readonly budget_baht: number | null
  readonly due_on: Day | null
  readonly published_on: Day
}

export interface NeedQuery {
  readonly range: AreaRange
  /** Only of these kinds; null for all. */
  readonly kinds: readonly string[] | null
  readonly dueBy: Day | null
  readonly offset: number
  readonly most: number
  /** Partners are not granted the household. */
  readonly tellsHousehold: boolean
}

/** Published needs of tambons within a range, the soonest due first. */
export const findNeeds = async (trx: Scoped, query: NeedQuery): Promise<StoredNeed[]> => {
  const { range, kinds, dueBy, offset, most, tellsHousehold } = query
  const household = tellsHousehold ? sql`household_id` : sql`null::uuid`
  const { rows } =
    await sql<StoredNeed>`select need_id, ${household} as household_id, tambon_code, kind_code, dimension,
      severity, what, quantity, unit, budget_baht, due_on, published_on
    from published_needs
    where tambon_code between ${Math.floor(range.low / 100)} and ${Math.floor(range.high / 100)}
      and (${kinds}::text[] is null or kind_code = any(${kinds}::text[])) and (${dueBy}::date is null or due_on <= ${dueBy}::date)
    order by due_on nulls last, severity, need_id offset ${offset} limit ${most}`.execute(trx)
  return rows
}

export interface UnmetNeedQuery {
  readonly range: AreaRange
  readonly offset: number
  readonly most: number
}

/** Published needs of villages within a range of which no partner has pledged anything: the gravest first, of those alike the longest published. */
export const findUnmetNeeds = async (trx: Scoped, { range, offset, most }: UnmetNeedQuery): Promise<StoredNeed[]> =>
  (
    await sql<StoredNeed>`select need_id, household_id, tambon_code, kind_code, dimension, severity, what, quantity, unit,
      budget_baht, due_on, published_on
    from published_needs n
    where area_code between ${range.low} and ${range.high} and not exists (
      select from offer_allocations a where a.problem_id = n.need_id and a.state <> 'RELEASED')
    order by severity, published_on, need_id offset ${offset} limit ${most}`.execute(trx)
  ).rows

export interface Pledged {
  readonly need_id: string
  readonly unit: string
  readonly quantity: number
}

/** What all partners together have pledged or given for these needs. */
export const findPledged = async (trx: Scoped, needIds: readonly string[]): Promise<Pledged[]> => {
  if (needIds.length === 0) return []
  return (
    await sql<Pledged>`select need_id, unit, quantity from pledged_quantities where need_id = any(${needIds}::uuid[])`.execute(
      trx,
    )
  ).rows
}
