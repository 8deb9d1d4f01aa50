import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { evidence } from './evidence.ts'
import { type FindProblemRefusal, findProblemFor } from './find-problem.ts'

export const closeProblemInput = z.object({
  problemId,
  evidence: z.array(evidence),
  note: z.string().max(2000),
})
export type CloseProblemInput = z.infer<typeof closeProblemInput>

export type CloseProblemRefusal = FindProblemRefusal | 'no-help-recorded' | 'evidence-missing' | 'verifier-is-recorder'

/**
 * Verify that a hardship is solved. Guards (domain brief 13.1): at least one assistance or finished plan action,
 * evidence, and a verifier who is not the one who recorded the help.
 */
export const decideCloseProblem = (
  household: Household,
  input: CloseProblemInput,
  { actor, today }: DecisionContext,
): Outcome<HouseholdEvent[], CloseProblemRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'CloseProblem', actor)
  if (!problem.ok) return problem
  const { assistanceIds, doneActionIds, helpedBy, evidence: known } = problem.value
  if (assistanceIds.length + doneActionIds.length === 0) return refuse('no-help-recorded')
  if (known.length + input.evidence.length === 0) return refuse('evidence-missing')
  if (helpedBy.includes(actor.personId)) return refuse('verifier-is-recorder')
  return succeed([
    { type: 'ProblemClosed', problemId: input.problemId, evidence: input.evidence, note: input.note, on: today },
  ])
}
