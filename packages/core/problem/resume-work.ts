import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { currentRounds } from '../round/round.ts'
import { dueDay } from './due-day.ts'
import { type FindProblemRefusal, findProblemFor } from './find-problem.ts'

export const resumeWorkInput = z.object({ problemId, reason: z.string().max(2000) })
export type ResumeWorkInput = z.infer<typeof resumeWorkInput>

export type ResumeWorkRefusal = FindProblemRefusal | 'reason-missing'

/** What could not be solved has become possible again: UNRESOLVABLE goes back to work (domain brief 13.1). */
export const decideResumeWork = (
  household: Household,
  input: ResumeWorkInput,
  { actor, rounds, today }: DecisionContext,
): Outcome<HouseholdEvent[], ResumeWorkRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'ResumeWork', actor)
  if (!problem.ok) return problem
  if (input.reason.trim() === '') return refuse('reason-missing')
  const round = currentRounds(rounds)[0]
  const dueOn = round === undefined ? null : dueDay(problem.value.severity, today, round, household.areaCode)
  return succeed([{ type: 'WorkResumed', problemId: input.problemId, reason: input.reason, dueOn }])
}
