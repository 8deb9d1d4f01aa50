import type { Household } from '@thaiqm/core/household/household.ts'
import type { ProblemKindRule } from '@thaiqm/core/problem/problem-kind.ts'
import type { RowOf } from '../platform/database/write-rows.ts'
import type { publishedNeedTable } from './published-need-table.ts'

type Own = Pick<RowOf<typeof publishedNeedTable>, 'shard_key' | 'household_id' | 'area_code'>

/** One row for each need that stands published; a restricted hardship has none, whatever its ledger says. */
export const publishedNeedRows = (
  household: Household,
  own: Own,
  kinds: ReadonlyMap<string, ProblemKindRule>,
): readonly RowOf<typeof publishedNeedTable>[] =>
  household.problems.flatMap(({ id, need, kindCode, severity, restricted }) =>
    need === undefined || restricted
      ? []
      : [
          {
            ...own,
            need_id: id,
            tambon_code: Number(household.areaCode.slice(0, 6)),
            kind_code: kindCode,
            dimension: kinds.get(kindCode)?.dimension ?? '',
            severity,
            what: need.what,
            quantity: need.quantity,
            unit: need.unit,
            budget_baht: need.budgetBaht,
            due_on: need.dueOn,
            published_on: need.publishedOn,
          },
        ],
  )
