import { type HouseholdRow, type HouseholdSort, householdSort } from '@thaiqm/contract/household/household-routes.ts'
import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import { MOST_SORTED } from '@thaiqm/core/measure/list-order.ts'
import { searchKey } from '@thaiqm/core/thai/normalise-thai.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

export interface HouseholdListQuery {
  readonly range: AreaRange
  readonly search: string
  readonly surveyState: HouseholdRow['surveyState'] | null
  readonly origin: HouseholdRow['origin'] | null
  readonly sort: HouseholdSort
  readonly descending: boolean
  readonly page: number
  readonly pageSize: number
  /** Restricted hardships are in the counts only of those who may see them. */
  readonly restricted: boolean
}

export interface HouseholdListRow {
  readonly household_id: HouseholdRow['householdId']
  readonly area_code: number
  readonly village_name: string
  readonly house_number: string
  readonly house_code: string | null
  readonly sequence_in_house: number
  readonly head_name: string
  readonly member_count: number
  readonly origin: HouseholdRow['origin']
  readonly missed_reason: HouseholdRow['missedReason']
  readonly status: HouseholdRow['status']
  readonly survey_state: HouseholdRow['surveyState']
  readonly surveyed_on: HouseholdRow['surveyedOn']
  readonly last_visit_outcome: string | null
  readonly old: number
  readonly rechecked: number
  readonly live: number
  readonly solved: number
  readonly plan_state: HouseholdRow['planState']
  readonly latitude: number | null
  readonly longitude: number | null
  readonly last_changed_at: HouseholdRow['lastChangedAt']
}

/** The columns of a household row, with the counts that the reader's eyes may see. */
export const householdColumns = (
  restricted: boolean,
): RawBuilder<unknown> => sql`h.household_id, h.area_code, h.village_name,
  h.house_number, h.house_code, h.sequence_in_house, h.head_name, h.member_count, h.origin, h.missed_reason, h.status,
  h.survey_state, h.surveyed_on, h.last_visit_outcome, h.plan_state, h.latitude, h.longitude, h.last_changed_at,
  ${restricted ? sql`h.old_full as old, h.rechecked_full as rechecked, h.live_full as live, h.solved_full as solved` : sql`h.old_open as old, h.rechecked_open as rechecked, h.live_open as live, h.solved_open as solved`}`

export const toHouseholdRow = (row: HouseholdListRow): HouseholdRow => ({
  householdId: row.household_id,
  areaCode: String(row.area_code),
  villageName: row.village_name,
  houseNumber: row.house_number,
  houseCode: row.house_code,
  sequenceInHouse: row.sequence_in_house,
  headName: row.head_name,
  memberCount: row.member_count,
  origin: row.origin,
  missedReason: row.missed_reason,
  status: row.status,
  surveyState: row.survey_state,
  surveyedOn: row.surveyed_on,
  lastVisitOutcome: row.last_visit_outcome,
  oldProblems: row.old,
  recheckedProblems: row.rechecked,
  liveProblems: row.live,
  solvedProblems: row.solved,
  planState: row.plan_state,
  latitude: row.latitude,
  longitude: row.longitude,
  lastChangedAt: row.last_changed_at,
})

/** No screen counts a province: past this a total is "more than". */
export const MOST_COUNTED = 10_000

/** Whoever finds more than these has to type more. */
export const MOST_FOUND = 2000

/**
 * The households a search means, as a query of their ids: a house code by its digits, a house number by its beginning,
 * otherwise names by part. Null for no search. At most `MOST_FOUND`, and none outside the range.
 */
export const findingHouseholds = (search: string, { low, high }: AreaRange): RawBuilder<unknown> | null => {
  const text = search.trim()
  if (text === '') return null
  if (/^\d{10,11}$/.test(text)) return sql`select household_id from households where house_code = ${text}`
  if (/^\d{1,4}(\/\d{0,4})?$/.test(text))
    return sql`select household_id from find_households_by_number(${text}, ${low}, ${high}, ${MOST_FOUND})`
  return sql`select household_id from find_households_by_name(${searchKey(text)}, ${low}, ${high}, ${MOST_FOUND})`
}

/** What goes before a list's own query and into its conditions, so that it holds what was searched for. */
export const narrowedTo = (
  finding: RawBuilder<unknown> | null,
): {
  readonly first: RawBuilder<unknown>
  readonly isFound: RawBuilder<unknown>
  readonly found: RawBuilder<unknown>
} =>
  finding === null
    ? { first: sql``, isFound: sql`true`, found: sql`0` }
    : {
        first: sql`with found as materialized (${finding})`,
        isFound: sql`h.household_id in (select household_id from found)`,
        found: sql`(select count(*)::int from found)`,
      }

const orderBy = (by: HouseholdSort, descending: boolean, restricted: boolean): RawBuilder<unknown> => {
  const direction = descending ? sql`desc` : sql`asc`
  const live = restricted ? sql`h.live_full` : sql`h.live_open`
  switch (by) {
    case 'house':
      return sql`h.area_code ${direction}, h.house_sort ${direction}, h.household_id`
    case 'name':
      return sql`h.head_name collate "th-x-icu" ${direction}, h.household_id`
    case 'state':
      return sql`h.survey_state ${direction}, h.area_code, h.house_sort, h.household_id`
    case 'problems':
      return sql`${live} ${direction}, h.area_code, h.house_sort, h.household_id`
    case 'changed':
      return sql`h.last_changed_at ${direction}, h.household_id`
  }
}

export interface HouseholdList {
  readonly rows: HouseholdRow[]
  /** At most `MOST_COUNTED`. */
  readonly total: number
  readonly isMore: boolean
  /** The order it stands in, and those it may be put in: a list too long to be sorted goes house by house. */
  readonly sort: HouseholdSort
  readonly orders: readonly HouseholdSort[]
}

export const listHouseholdRows = async (trx: Scoped, query: HouseholdListQuery): Promise<HouseholdList> => {
  const { range, page, pageSize } = query
  const { first, isFound, found } = narrowedTo(findingHouseholds(query.search, range))
  const conditions: RawBuilder<unknown>[] = [
    sql`h.area_code between ${range.low} and ${range.high}`,
    // A merged one is found by who looks for it, and then leads to the household that stays.
    query.search.trim() === '' ? sql`h.status not in ('WITHDRAWN', 'MERGED')` : sql`h.status <> 'WITHDRAWN'`,
    isFound,
  ]
  if (query.surveyState !== null) conditions.push(sql`h.survey_state = ${query.surveyState}`)
  if (query.origin !== null) conditions.push(sql`h.origin = ${query.origin}`)
  const where = sql.join(conditions, sql` and `)
  const counted = await sql<{ n: number; found: number }>`${first} select count(*)::int as n, ${found} as found
    from (select from households h where ${where} limit ${MOST_COUNTED + 1}) counted`.execute(trx)
  const { n, found: searched } = counted.rows[0] ?? { n: 0, found: 0 }
  const orders = n > MOST_SORTED ? (['house'] as const) : householdSort.options
  const sort = orders.find(one => one === query.sort) ?? 'house'
  const { rows } = await sql<HouseholdListRow>`${first} select ${householdColumns(query.restricted)}
    from households h where ${where} order by ${orderBy(sort, query.descending, query.restricted)}
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(trx)
  return {
    rows: rows.map(toHouseholdRow),
    total: Math.min(n, MOST_COUNTED),
    isMore: n > MOST_COUNTED || searched >= MOST_FOUND,
    sort,
    orders,
  }
}
