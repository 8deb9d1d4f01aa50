import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { currentRounds } from '../round/round.ts'
import { dueDay } from './due-day.ts'
import { type FindProblemRefusal, findProblemFor } from './find-problem.ts'

export const reopenProblemInput = z.object({ problemId, reason: z.string().max(2000) })
export type ReopenProblemInput = z.infer<typeof reopenProblemInput>

export type ReopenProblemRefusal = FindProblemRefusal | 'reason-missing'

/** A complaint or a re-visit shows that a solved hardship is back: it opens again and the return is counted. */
export const decideReopenProblem = (
  household: Household,
  input: ReopenProblemInput,
  { actor, rounds, today }: DecisionContext,
): Outcome<HouseholdEvent[], ReopenProblemRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'ReopenProblem', actor)
  if (!problem.ok) return problem
  if (input.reason.trim() === '') return refuse('reason-missing')
  const round = currentRounds(rounds)[0]
  const dueOn = round === undefined ? null : dueDay(problem.value.severity, today, round, household.areaCode)
  return succeed([{ type: 'ProblemReopened', problemId: input.problemId, reason: input.reason, dueOn }])
}
