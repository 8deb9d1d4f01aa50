import type { Household } from '../household/household.ts'
import type { HouseholdId, ProblemId } from '../ledger/identifiers.ts'
import { isLive } from '../problem/problem-state.ts'
import type { Need } from './need.ts'
import type { HouseholdNames } from './screen-words.ts'

/** A hardship as an offer has to know it: whose it is, in which tambon, and what was published of it. */
export interface NeedOfProblem {
  readonly problemId: ProblemId
  readonly householdId: HouseholdId
  /** Six digits: partners learn no village. */
  readonly tambonCode: string
  readonly kindCode: string
  readonly restricted: boolean
  readonly isLive: boolean
  readonly need: Need | null
  /** What words meant for the partner must not tell; not given on a screen that knows no household. */
  readonly names?: HouseholdNames | undefined
}

export const needOfProblem = (household: Household, id: ProblemId): NeedOfProblem | undefined => {
  const problem = household.problems.find(p => p.id === id)
  return (
    problem && {
      problemId: id,
      householdId: household.id,
      tambonCode: household.areaCode.slice(0, 6),
      kindCode: problem.kindCode,
      restricted: problem.restricted,
      isLive: isLive(problem.state),
      need: problem.need ?? null,
      names: household,
    }
  )
}
