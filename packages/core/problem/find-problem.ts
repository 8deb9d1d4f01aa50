import type { Actor } from '../access/actor.ts'
import { seesProblem } from '../access/visible-problem.ts'
import type { Household } from '../household/household.ts'
import type { ProblemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import type { Problem } from './problem.ts'
import { type ProblemAct, problemAllows } from './problem-state.ts'

export type FindProblemRefusal = 'problem-unknown' | 'not-in-this-state'

/**
 * The hardship a command is about, when the actor may see it and its state allows the act.
 * A hidden one answers exactly as one that is not there.
 */
export const findProblemFor = (
  household: Household,
  id: ProblemId,
  act: ProblemAct,
  actor: Actor,
): Outcome<Problem, FindProblemRefusal> => {
  const problem = household.problems.find(p => p.id === id)
  if (problem === undefined || !seesProblem(actor, problem)) return refuse('problem-unknown')
  return problemAllows[problem.state].includes(act)
    ? succeed(problem)
    : refuse('not-in-this-state', { state: problem.state, act })
}
