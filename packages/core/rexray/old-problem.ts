import type { Actor } from '../access/actor.ts'
import { seesProblem } from '../access/visible-problem.ts'
import type { Household } from '../household/household.ts'
import type { Problem } from '../problem/problem.ts'

/**
 * The hardships a Re-X-Ray round has to look at again: all that were recorded before it began, and were not cancelled
 * by other means than the round itself.
 */
export const oldProblems = (household: Household, roundId: string): readonly Problem[] =>
  household.problems.filter(
    p => p.foundInRoundId !== roundId && (p.state !== 'CANCELLED' || p.rechecks.some(r => r.roundId === roundId)),
  )

export const oldProblemsFor = (household: Household, roundId: string, actor: Actor): readonly Problem[] =>
  oldProblems(household, roundId).filter(p => seesProblem(actor, p))

export const isRechecked = (problem: Problem, roundId: string): boolean =>
  problem.rechecks.some(r => r.roundId === roundId)
