import type { Household } from '@thaiqm/core/household/household.ts'
import { memberName } from '@thaiqm/core/member/member.ts'
import type { ProblemKindRule } from '@thaiqm/core/problem/problem-kind.ts'
import type { RowOf } from '../platform/database/write-rows.ts'
import type { problemTable } from './problem-table.ts'

type Own = Pick<RowOf<typeof problemTable>, 'shard_key' | 'household_id' | 'area_code'>

/** A household's hardships as rows: computed whole, so that closing one and reading the ledger again give the same. */
export const problemRows = (
  household: Household,
  own: Own,
  kinds: ReadonlyMap<string, ProblemKindRule>,
): readonly RowOf<typeof problemTable>[] => {
  const nameOf = (id: string | null) => {
    const member = household.members.find(m => m.id === id)
    return member === undefined ? null : memberName(member)
  }
  return household.problems.map(problem => ({
    ...own,
    problem_id: problem.id,
    kind_code: problem.kindCode,
    dimension: kinds.get(problem.kindCode)?.dimension ?? '',
    member_name: nameOf(problem.memberId),
    state: problem.state,
    severity: problem.severity,
    due_on: problem.dueOn,
    found_on: problem.foundOn,
    found_in_round: problem.foundInRoundId,
    lead_agency: problem.leadAgency,
    restricted: problem.restricted,
    recorded_by: problem.recordedBy,
    closed_on: problem.closedOn,
    reopened_count: problem.reopenedCount,
    verdict: problem.rechecks.at(-1)?.verdict ?? null,
  }))
}
