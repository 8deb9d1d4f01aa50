import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { type FindProblemRefusal, findProblemFor } from '../problem/find-problem.ts'

export const acceptReferralInput = z.object({ problemId, reply: z.string().max(2000) })
export type AcceptReferralInput = z.infer<typeof acceptReferralInput>

export const returnReferralInput = z.object({ problemId, reason: z.string().max(2000) })
export type ReturnReferralInput = z.infer<typeof returnReferralInput>

export type AnswerReferralRefusal = FindProblemRefusal | 'reason-missing' | 'not-your-referral'

const referredToActor = (
  household: Household,
  id: AcceptReferralInput['problemId'],
  act: 'AcceptReferral' | 'ReturnReferral',
  { actor }: DecisionContext,
) => {
  const problem = findProblemFor(household, id, act, actor)
  if (!problem.ok) return problem
  const agency = problem.value.referral?.agencyCode
  return actor.role === 'AGENCY' && agency !== actor.agencyCode ? refuse('not-your-referral') : problem
}

export const decideAcceptReferral = (
  household: Household,
  input: AcceptReferralInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], AnswerReferralRefusal> => {
  const problem = referredToActor(household, input.problemId, 'AcceptReferral', context)
  return problem.ok ? succeed([{ type: 'ReferralAccepted', ...input }]) : problem
}

/** An agency sends a case back, with the reason; the district sees both moves (domain brief 13.6, scenario 12). */
export const decideReturnReferral = (
  household: Household,
  input: ReturnReferralInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], AnswerReferralRefusal> => {
  const problem = referredToActor(household, input.problemId, 'ReturnReferral', context)
  if (!problem.ok) return problem
  return input.reason.trim() === '' ? refuse('reason-missing') : succeed([{ type: 'ReferralReturned', ...input }])
}
