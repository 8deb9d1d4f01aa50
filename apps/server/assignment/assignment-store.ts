import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

export interface OpenNeedRow {
  readonly need_id: string
  readonly household_id: string
  readonly area_code: number
  readonly kind_code: string
  readonly severity: number
  readonly what: string
  readonly quantity: number
  readonly unit: string
  readonly budget_baht: number | null
  readonly due_on: Day | null
  /** What is pledged or given of it already, in the same unit, and the baht that went with it. */
  readonly taken_quantity: number
  readonly taken_baht: number
}

/**
 * Needs of an area that are not wholly pledged, the most urgent first. The hardship is read beside it under its own policy,
 * so that a need whose hardship has become restricted since does not reach who may not see it.
 */
export const findOpenNeedRows = async (
  trx: Scoped,
  range: AreaRange,
  most: number,
): Promise<readonly OpenNeedRow[]> => {
  const [low, high] = [Math.floor(range.low / 100), Math.floor(range.high / 100)]
  const { rows } = await sql<OpenNeedRow>`
    with taken as (
      select problem_id, unit, sum(quantity)::int as quantity, sum(budget_baht)::bigint as baht from offer_allocations
      where tambon_code between ${low} and ${high} and state <> 'RELEASED' group by problem_id, unit
    )
    select n.need_id, n.household_id, n.area_code, n.kind_code, n.severity, n.what, n.quantity, n.unit,
      n.budget_baht, n.due_on,
      coalesce(t.quantity, 0) as taken_quantity, coalesce(t.baht, 0) as taken_baht
    from published_needs n
    join problems p on p.shard_key = n.shard_key and p.household_id = n.household_id and p.problem_id = n.need_id
    left join taken t on t.problem_id = n.need_id and t.unit = n.unit
    where n.area_code between ${range.low} and ${range.high} and n.quantity > coalesce(t.quantity, 0) and not p.restricted
    order by n.severity, n.due_on nulls last, n.need_id limit ${most}`.execute(trx)
  return rows
}
