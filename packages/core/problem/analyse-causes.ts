import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { type FindProblemRefusal, findProblemFor } from './find-problem.ts'

export const analyseCausesInput = z.object({
  problemId,
  /** From the kind's pick-list in the catalogue. */
  causeCodes: z.array(z.string().max(40)),
  rootCause: z.string().max(2000),
})
export type AnalyseCausesInput = z.infer<typeof analyseCausesInput>

export type AnalyseCausesRefusal = FindProblemRefusal | 'cause-missing'

/** The letter, item 1: what is not solved must be analysed and pushed to the end. */
export const decideAnalyseCauses = (
  household: Household,
  input: AnalyseCausesInput,
  { actor }: DecisionContext,
): Outcome<HouseholdEvent[], AnalyseCausesRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'AnalyseCauses', actor)
  if (!problem.ok) return problem
  if (input.causeCodes.length === 0 && input.rootCause.trim() === '') return refuse('cause-missing')
  return succeed([{ type: 'CausesAnalysed', ...input }])
}
