import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { type ProblemState, problemAllows } from '@thaiqm/core/problem/problem-state.ts'

interface Plannable {
  readonly id: ProblemId
  readonly state: ProblemState
}

/** Problems a plan may still answer: live ones, by the same table the rules use. */
export const plannableProblems = <Problem extends Plannable>(problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(problem => problemAllows[problem.state].includes('Plan'))
