import type { CountedRow } from '@thaiqm/contract/measure/measure-routes.ts'
import { sql } from 'kysely'
import { householdColumns } from '../household/household-list-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import type { CountedListQuery } from './counted-list-store.ts'
import { type CountedListRow, ordersOf, toCountedRow } from './counted-row-store.ts'

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
      : ordersOf(sort, descending, 'problem')
  // The agency's own day stands where others read the hardship's: to answer by, or to be done by.
  const columns = sql`p.problem_id, p.kind_code, p.state, p.severity, ${unansweredOnly ? sql`r.answer_by` : sql`r.due_on`} as due_on, p.found_on, p.lead_agency, p.member_name`
  const { rows } = await sql<CountedListRow>`select ${householdColumns(false)}, ${columns} ${from}
    order by ${order} limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(trx)
  const { rows: counted } = await sql<{ n: number }>`select count(*)::int as n ${from}`.execute(trx)
  return { rows: rows.map(toCountedRow), total: counted[0]?.n ?? 0 }
}
