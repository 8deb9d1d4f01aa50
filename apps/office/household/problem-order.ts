import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { isLive } from '@thaiqm/core/problem/problem-state.ts'

type Problem = HouseholdView['problems'][number]

const FAR = '9999-12-31'

const group = (problem: Problem, today: Day): number => {
  if (isLive(problem.state)) return problem.dueOn !== null && problem.dueOn < today ? 0 : 1
  if (problem.state === 'UNRESOLVABLE') return 2
  return problem.state === 'CANCELLED' ? 4 : 3
}

/** Overdue first, then live by due day and severity, then beyond power, solved, cancelled. */
export const inOrderOfNeed = (problems: readonly Problem[], today: Day): readonly Problem[] =>
  [...problems].sort((a, b) => {
    const byGroup = group(a, today) - group(b, today)
    if (byGroup !== 0) return byGroup
    const [dueA, dueB] = [a.dueOn ?? FAR, b.dueOn ?? FAR]
    if (dueA !== dueB) return dueA < dueB ? -1 : 1
    return b.severity - a.severity || (a.kindCode < b.kindCode ? -1 : 1)
  })
