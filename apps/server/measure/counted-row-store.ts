import type { CountedRow } from '@thaiqm/contract/measure/measure-routes.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { isDatedMeasure, type ListOrder } from '@thaiqm/core/measure/list-order.ts'
import { isProblemMeasure, type Measure } from '@thaiqm/core/measure/measure.ts'
import { type RawBuilder, sql } from 'kysely'
import { type HouseholdListRow, householdColumns, toHouseholdRow } from '../household/household-list-store.ts'

/** A row of a counted list as the database gives it. */
export interface CountedListRow extends HouseholdListRow {
  readonly problem_id: NonNullable<CountedRow['problem']>['problemId'] | null
  readonly kind_code: string
  readonly state: NonNullable<CountedRow['problem']>['state']
  readonly severity: number
  readonly due_on: Day | null
  readonly found_on: Day
  readonly lead_agency: string
  readonly member_name: string | null
}

export const toCountedRow = (row: CountedListRow): CountedRow => ({
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

/** What a set holds: households, hardships, or hardships each with a day of its own, which stands in its due day's place. */
export type Members = 'household' | 'problem' | 'dated-problem'

export const membersIn = (of: Measure): Members =>
  isDatedMeasure(of) ? 'dated-problem' : isProblemMeasure(of) ? 'problem' : 'household'

const dayOfMember = (of: Members) => (of === 'dated-problem' ? sql`i.due_on` : sql`p.due_on`)

/** The columns of such a row, with the counts that the reader's eyes may see. */
export const columnsOf = (of: Members, restricted: boolean): RawBuilder<unknown> =>
  sql`${householdColumns(restricted)}, ${
    of === 'household'
      ? sql`null::uuid as problem_id`
      : sql`p.problem_id, p.kind_code, p.state, p.severity, ${dayOfMember(of)} as due_on, p.found_on, p.lead_agency, p.member_name`
  }`

export const ordersOf = (by: ListOrder, descending: boolean, of: Members): RawBuilder<unknown> => {
  const ofProblems = of !== 'household'
  const way = descending ? sql`desc` : sql`asc`
  const rest = ofProblems ? sql`p.household_id, p.problem_id` : sql`h.household_id`
  switch (by) {
    case 'name':
      return sql`h.head_name collate "th-x-icu" ${way}, ${rest}`
    case 'changed':
      return sql`h.last_changed_at ${way}, ${rest}`
    case 'due':
      return ofProblems
        ? sql`${dayOfMember(of)} ${way} nulls last, h.area_code, h.house_sort, ${rest}`
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
