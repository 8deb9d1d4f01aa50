import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { type FindProblemRefusal, findProblemFor } from './find-problem.ts'

export const declareUnresolvableInput = z.object({
  problemId,
  reasonCode: z.string().max(40),
  /** How the household goes on being cared for although the hardship itself cannot be removed. */
  continuingCare: z.string().max(2000),
})
export type DeclareUnresolvableInput = z.infer<typeof declareUnresolvableInput>

export type DeclareUnresolvableRefusal = FindProblemRefusal | 'reason-missing' | 'continuing-care-missing'

/** แก้ไขไม่ได้/เกินอำนาจ: the district chief only, with the reason and continuing care; never counted as solved. */
export const decideDeclareUnresolvable = (
  household: Household,
  input: DeclareUnresolvableInput,
  { actor, today }: DecisionContext,
): Outcome<HouseholdEvent[], DeclareUnresolvableRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'DeclareUnresolvable', actor)
  if (!problem.ok) return problem
  if (input.reasonCode === '') return refuse('reason-missing')
  if (input.continuingCare.trim() === '') return refuse('continuing-care-missing')
  return succeed([{ type: 'ProblemDeclaredUnresolvable', ...input, on: today }])
}
