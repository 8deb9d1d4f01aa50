import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, succeed } from '../ledger/outcome.ts'
import { type FindProblemRefusal, findProblemFor } from '../problem/find-problem.ts'

export const withdrawNeedInput = z.object({ problemId, reason: z.string().max(2000) })
export type WithdrawNeedInput = z.infer<typeof withdrawNeedInput>

/** Takes a published need back; what was pledged for it stays with the offers until the district releases it. */
export const decideWithdrawNeed = (
  household: Household,
  input: WithdrawNeedInput,
  { actor }: DecisionContext,
): Outcome<HouseholdEvent[], FindProblemRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'WithdrawNeed', actor)
  if (!problem.ok) return problem
  return succeed(problem.value.need === undefined ? [] : [{ type: 'NeedWithdrawn', ...input }])
}
