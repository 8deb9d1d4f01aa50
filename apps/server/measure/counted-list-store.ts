import type { CountedRow } from '@thaiqm/contract/measure/measure-routes.ts'
import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { isProblemMeasure, type Measure } from '@thaiqm/core/measure/measure.ts'
import { type RawBuilder, sql } from 'kysely'
import {
  type HouseholdListRow,
  householdColumns,
  searchCondition,
  toHouseholdRow,
} from '../household/household-list-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'

export interface CountedListQuery {
  readonly measure: Measure
  readonly roundId: string
  readonly range: AreaRange
  readonly today: Day
  readonly overdueOnly: boolean
  readonly detail: string | null
  readonly search: string
  readonly sort: 'house' | 'name' | 'due' | 'state' | 'kind' | 'changed'
  readonly descending: boolean
  /** Null for all rows: a download. */
  readonly page: { readonly number: number; readonly size: number } | null
  readonly restricted: boolean
}

interface Row extends HouseholdListRow {
  readonly problem_id: NonNullable<CountedRow['problem']>['problemId'] | null
  readonly kind_code: string
  readonly state: NonNullable<CountedRow['problem']>['state']
  readonly severity: number
  readonly due_on: Day | null
  readonly found_on: Day
  readonly lead_agency: string
  readonly member_name: string | null
}

const toRow = (row: Row): CountedRow => ({
  ...toHouseholdRow(row),
  problem:
    row.problem_id === null
      ? null
      : {
          problemId: row.problem_id,
          kindCode: row.kind_code,
          state: row.state,
          severity: row.severity,
          dueOn: row.due_on,
          foundOn: row.found_on,
          leadAgency: row.lead_agency,
          memberName: row.member_name,
        },
})

const problemColumns = sql`p.problem_id, p.kind_code, p.state, p.severity, p.due_on, p.found_on, p.lead_agency, p.member_name`
const noProblemColumns = sql`null::uuid as problem_id`

const orders = (
  by: CountedListQuery['sort'],
  descending: boolean,
  of: 'household' | 'problem',
): RawBuilder<unknown> => {
  const ofProblems = of === 'problem'
  const way = descending ? sql`desc` : sql`asc`
  const rest = ofProblems ? sql`p.household_id, p.problem_id` : sql`h.household_id`
  switch (by) {
    case 'name':
      return sql`h.head_name collate "th-x-icu" ${way}, ${rest}`
    case 'changed':
      return sql`h.last_changed_at ${way}, ${rest}`
    case 'due':
      return ofProblems
        ? sql`p.due_on ${way} nulls last, h.area_code, h.house_sort, ${rest}`
        : sql`h.area_code ${way}, h.house_sort, ${rest}`
    case 'state':
      return ofProblems
        ? sql`p.state ${way}, h.area_code, h.house_sort, ${rest}`
        : sql`h.survey_state ${way}, h.area_code, h.house_sort, ${rest}`
    case 'kind':
      return ofProblems
        ? sql`p.kind_code ${way}, h.area_code, h.house_sort, ${rest}`
        : sql`h.area_code ${way}, h.house_sort, ${rest}`
    case 'house':
      return sql`h.area_code ${way}, h.house_sort ${way}, ${rest}`
  }
}

/** The members of a counted set: exactly what its number counts, because the number is the sum of these rows. */
export const listCountedItems = async (
  trx: Scoped,
  query: CountedListQuery,
): Promise<{ rows: CountedRow[]; total: number }> => {
  const ofProblems = isProblemMeasure(query.measure)
  const { range, page } = query
  const conditions: RawBuilder<unknown>[] = [
    sql`i.round_id = ${query.roundId}`,
    sql`i.measure = ${query.measure}`,
    sql`i.area_code between ${range.low} and ${range.high}`,
    sql`i.eye = any(${query.restricted ? ['both', 'full'] : ['both', 'open']}::text[])`,
  ]
  if (query.overdueOnly) conditions.push(sql`i.due_on < ${query.today}::date`)
  if (query.detail !== null) conditions.push(sql`i.detail = ${query.detail}`)
  const found = searchCondition(query.search, range)
  if (found !== null) conditions.push(found)
  const from = sql`from counted_items i join households h on h.shard_key = i.shard_key and h.household_id = i.household_id
    ${ofProblems ? sql`join problems p on p.shard_key = i.shard_key and p.household_id = i.household_id and p.problem_id = i.problem_id` : sql``}
    where ${sql.join(conditions, sql` and `)}`
  const window = page === null ? sql`` : sql`limit ${page.size} offset ${(page.number - 1) * page.size}`
  const { rows } =
    await sql<Row>`select ${householdColumns(query.restricted)}, ${ofProblems ? problemColumns : noProblemColumns}
    ${from} order by ${orders(query.sort, query.descending, ofProblems ? 'problem' : 'household')} ${window}`.execute(
      trx,
    )
  return { rows: rows.map(toRow), total: page === null ? rows.length : await countOf(trx, query, from, found !== null) }
}

/** Without a search the counters know the total; with one at most the found ones are counted. */
const countOf = async (
  trx: Scoped,
  query: CountedListQuery,
  from: RawBuilder<unknown>,
  searched: boolean,
): Promise<number> => {
  if (searched) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n ${from}`.execute(trx)
    return rows[0]?.n ?? 0
  }
  const { rows } = await sql<{ n: number }>`select coalesce(sum(count), 0)::int as n from measure_counts
    where round_id = ${query.roundId} and measure = ${query.measure} and area_code between ${query.range.low} and ${query.range.high}
      and eye = any(${query.restricted ? ['both', 'full'] : ['both', 'open']}::text[])
      and (${!query.overdueOnly} or due_on < ${query.today}::date) and (${query.detail}::text is null or detail = ${query.detail}::text)`.execute(
    trx,
  )
  return rows[0]?.n ?? 0
}

export interface ReferredListQuery extends Pick<CountedListQuery, 'search' | 'sort' | 'descending'> {
  /** Only what the agency has not answered yet. */
  readonly unansweredOnly: boolean
  readonly page: { readonly number: number; readonly size: number }
}

/** What has been referred to the caller's agency and is with it now: read under the partner's own wall. */
export const listReferredProblems = async (
  trx: Scoped,
  { unansweredOnly, search, sort, descending, page }: ReferredListQuery,
): Promise<{ rows: CountedRow[]; total: number }> => {
  const states = unansweredOnly ? ['SENT'] : ['SENT', 'ACCEPTED']
  const text = search.trim()
  const from = sql`from referrals r
    join problems p on p.shard_key = r.shard_key and p.household_id = r.household_id and p.problem_id = r.problem_id
    join households h on h.shard_key = r.shard_key and h.household_id = r.household_id
    where r.state = any(${states}::text[]) and p.state = any(array['OPEN', 'PLANNED', 'REFERRED', 'IN_PROGRESS', 'ASSISTED'])
      and (${text}::text = '' or starts_with(h.house_number, ${text}::text) or position(${text}::text in h.head_name) > 0)`
  const order =
    sort === 'due'
      ? sql`${unansweredOnly ? sql`r.answer_by` : sql`r.due_on`} ${descending ? sql`desc` : sql`asc`}, h.area_code, h.house_sort, p.problem_id`
      : orders(sort, descending, 'problem')
  // The agency's own day stands where others read the hardship's: to answer by, or to be done by.
  const columns = sql`p.problem_id, p.kind_code, p.state, p.severity, ${unansweredOnly ? sql`r.answer_by` : sql`r.due_on`} as due_on, p.found_on, p.lead_agency, p.member_name`
  const { rows } = await sql<Row>`select ${householdColumns(false)}, ${columns} ${from}
    order by ${order} limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(trx)
  const { rows: counted } = await sql<{ n: number }>`select count(*)::int as n ${from}`.execute(trx)
  return { rows: rows.map(toRow), total: counted[0]?.n ?? 0 }
}
