import type { Handover } from '@thaiqm/contract/household/household-routes.ts'
import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

export interface HandoverQuery {
  readonly range: AreaRange
  readonly direction: 'received' | 'given'
  readonly page: number
  readonly pageSize: number
}

interface Row {
  readonly household_id: Handover['householdId']
  readonly from_area: number
  readonly to_area: number
  readonly moved_on: Handover['movedOn']
  readonly reason: string
}

/** First four digits of a village code: its district. */
const district = (column: string) => sql`${sql.ref(column)} / 10000`

/**
 * What went out of an area, or came into it: over its border or, where it holds several districts, from one to another.
 * The id is told only where the reader may open the household.
 */
export const listHandedOver = async (
  trx: Scoped,
  { range, direction, page, pageSize }: HandoverQuery,
): Promise<{ readonly rows: Handover[]; readonly hasMore: boolean }> => {
  const [here, there] = direction === 'received' ? ['to_area', 'from_area'] : ['from_area', 'to_area']
  const { rows } = await sql<Row>`select h.household_id, o.from_area, o.to_area, o.moved_on, o.reason from handed_over o
    left join households h on h.shard_key = o.shard_key and h.household_id = o.household_id
    where ${sql.ref(`o.${here}`)} between ${range.low} and ${range.high}
      and (${sql.ref(`o.${there}`)} not between ${range.low} and ${range.high} or ${district('o.from_area')} <> ${district('o.to_area')})
    order by o.moved_on desc, o.household_id, o.move_number desc
    limit ${pageSize + 1} offset ${(page - 1) * pageSize}`.execute(trx)
  return {
    rows: rows.slice(0, pageSize).map(row => ({
      householdId: row.household_id,
      fromArea: String(row.from_area),
      toArea: String(row.to_area),
      movedOn: row.moved_on,
      reason: row.reason,
    })),
    hasMore: rows.length > pageSize,
  }
}
