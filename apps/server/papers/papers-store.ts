import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { VillageNeed } from '@thaiqm/core/papers/village-needs.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

/** A hardship that is with an agency now, by id: who and what it is stands in the household's document. */
export interface ReferredCase {
  readonly householdId: string
  readonly problemId: string
  readonly agencyCode: string
  readonly restricted: boolean
  readonly dueOn: Day
}

interface ReferredRow {
  readonly household_id: string
  readonly problem_id: string
  readonly agency_code: string
  readonly restricted: boolean
  readonly due_on: Day
}

/** What lies with these agencies within an area, lead or contributing, sent or accepted; house by house. */
export const findReferredCases = async (
  trx: Scoped,
  agencyCodes: readonly string[],
  range: AreaRange,
  most: number,
): Promise<ReferredCase[]> => {
  const { rows } = await sql<ReferredRow>`select r.household_id, r.problem_id, r.agency_code, r.restricted, r.due_on
    from referrals r join households h on h.shard_key = r.shard_key and h.household_id = r.household_id
      join problems p on p.shard_key = r.shard_key and p.household_id = r.household_id and p.problem_id = r.problem_id
    where r.agency_code = any(${agencyCodes}::text[]) and r.state in ('SENT', 'ACCEPTED')
      and r.area_code between ${range.low} and ${range.high}
      and p.state in ('OPEN', 'PLANNED', 'REFERRED', 'IN_PROGRESS', 'ASSISTED')
    order by r.area_code, h.house_sort, r.household_id, p.kind_code, r.problem_id limit ${most}`.execute(trx)
  return rows.map(row => ({
    householdId: row.household_id,
    problemId: row.problem_id,
    agencyCode: row.agency_code,
    restricted: row.restricted,
    dueOn: row.due_on,
  }))
}

/** A hardship of a village, with the village's name as its houses are written. */
export interface AreaNeed extends VillageNeed {
  readonly problemId: string
  readonly villageName: string
}

interface NeedRow {
  readonly household_id: string
  readonly problem_id: string
  readonly area_code: number
  readonly village_name: string
  readonly kind_code: string
  readonly dimension: string
  readonly severity: number
  readonly state: VillageNeed['state']
  readonly restricted: boolean
}

/** The hardships of an area's households that have a live one, village by village and house by house. */
export const findAreaNeeds = async (trx: Scoped, range: AreaRange, most: number): Promise<AreaNeed[]> => {
  const { rows } =
    await sql<NeedRow>`select p.household_id, p.problem_id, h.area_code, h.village_name, p.kind_code, p.dimension,
      p.severity, p.state, p.restricted
    from households h join problems p on p.shard_key = h.shard_key and p.household_id = h.household_id
    where h.area_code between ${range.low} and ${range.high} and h.live_open > 0 and h.status <> 'WITHDRAWN'
    order by h.area_code, h.house_sort, h.household_id, p.kind_code, p.problem_id limit ${most}`.execute(trx)
  return rows.map(row => ({
    householdId: row.household_id,
    problemId: row.problem_id,
    villageCode: String(row.area_code),
    villageName: row.village_name,
    kindCode: row.kind_code,
    dimension: row.dimension,
    severity: row.severity,
    state: row.state,
    restricted: row.restricted,
  }))
}
