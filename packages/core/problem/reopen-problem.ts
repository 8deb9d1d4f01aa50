import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { currentRounds } from '../round/round.ts'
import { dueDay } from './due-day.ts'
import { type FindProblemRefusal, findProblemFor } from './find-problem.ts'
import type { Problem } from './problem.ts'

export const reopenProblemInput = z.object({ problemId, reason: z.string().max(2000) })
export type ReopenProblemInput = z.infer<typeof reopenProblemInput>

export type ReopenProblemRefusal = FindProblemRefusal | 'reason-missing'

/** A complaint or a re-visit shows that a solved hardship is back: it opens again and the return is counted. */
export const decideReopenProblem = (
  household: Household,
  input: ReopenProblemInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], ReopenProblemRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'ReopenProblem', context.actor)
  if (!problem.ok) return problem
  if (input.reason.trim() === '') return refuse('reason-missing')
  return succeed([reopenedFact(household, problem.value, input.reason, context)])
}

/** The fact that a solved hardship is back, with a due day counted from today. */
export const reopenedFact = (
  household: Household,
  problem: Problem,
  reason: string,
  { rounds, today }: DecisionContext,
): HouseholdEvent => {
  const round = currentRounds(rounds)[0]
  const dueOn = round === undefined ? null : dueDay(problem.severity, today, round, household.areaCode)
  return { type: 'ProblemReopened', problemId: problem.id, reason, dueOn }
}
