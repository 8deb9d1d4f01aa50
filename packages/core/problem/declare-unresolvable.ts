import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { addDays, day } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { type FindProblemRefusal, findProblemFor } from './find-problem.ts'

export const declareUnresolvableInput = z.object({
  problemId,
  reasonCode: z.string().max(40),
  /** How the household goes on being cared for although the hardship itself cannot be removed. */
  continuingCare: z.string().max(2000),
  /** Who looks after the household, and when somebody looks again; not said: the tambon team, after the clock of care. */
  careOwner: z.string().max(200).optional(),
  reviewOn: day.optional(),
})
export type DeclareUnresolvableInput = z.infer<typeof declareUnresolvableInput>

export type DeclareUnresolvableRefusal =
  | FindProblemRefusal
  | 'reason-missing'
  | 'continuing-care-missing'
  | 'due-day-passed'
  | 'look-again-too-late'

/** แก้ไขไม่ได้/เกินอำนาจ: the district chief only, with the reason and continuing care; never counted as solved. */
export const decideDeclareUnresolvable = (
  household: Household,
  input: DeclareUnresolvableInput,
  { actor, today, clocks }: DecisionContext,
): Outcome<HouseholdEvent[], DeclareUnresolvableRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'DeclareUnresolvable', actor)
  if (!problem.ok) return problem
  if (input.reasonCode === '') return refuse('reason-missing')
  if (input.continuingCare.trim() === '') return refuse('continuing-care-missing')
  const latest = addDays(today, clocks.lookAgainAfterDays.CARE)
  if (input.reviewOn !== undefined && input.reviewOn < today) return refuse('due-day-passed', { day: input.reviewOn })
  if (input.reviewOn !== undefined && input.reviewOn > latest)
    return refuse('look-again-too-late', { day: input.reviewOn, latest })
  return succeed([{ ...input, type: 'ProblemDeclaredUnresolvable', reviewOn: input.reviewOn ?? latest, on: today }])
}
