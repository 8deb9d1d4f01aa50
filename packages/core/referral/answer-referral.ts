import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { type FindProblemRefusal, findProblemFor } from '../problem/find-problem.ts'
import type { Referral } from '../problem/problem.ts'
import type { ProblemAct } from '../problem/problem-state.ts'
import { contributorOf } from './referral-of.ts'

/** Said by an officer who answers for a contributing agency; an agency's own people answer for themselves. */
const contributor = z.string().max(20).optional()

export const acceptReferralInput = z.object({ problemId, reply: z.string().max(2000), contributor })
export type AcceptReferralInput = z.infer<typeof acceptReferralInput>

export const returnReferralInput = z.object({ problemId, reason: z.string().max(2000), contributor })
export type ReturnReferralInput = z.infer<typeof returnReferralInput>

export const completeReferralInput = z.object({ problemId, result: z.string().max(2000), contributor })
export type CompleteReferralInput = z.infer<typeof completeReferralInput>

export const lapseReferralInput = z.object({ problemId, contributor })
export type LapseReferralInput = z.infer<typeof lapseReferralInput>

export type AnswerReferralRefusal = FindProblemRefusal | 'not-your-referral' | 'referral-not-waiting'

interface Answered {
  readonly referral: Referral
  readonly contributor: string | undefined
}

/** The referral an answer is about, when the actor may answer it and it is in one of the states the answer is for. */
const findReferral = (
  household: Household,
  input: { readonly problemId: LapseReferralInput['problemId']; readonly contributor?: string | undefined },
  act: ProblemAct,
  states: readonly Referral['state'][],
  { actor }: DecisionContext,
): Outcome<Answered, AnswerReferralRefusal> => {
  const known = household.problems.find(p => p.id === input.problemId)
  const from = known === undefined ? undefined : contributorOf(known, actor, input.contributor)
  const problem = findProblemFor(household, input.problemId, from === undefined ? act : 'AnswerContribution', actor)
  if (!problem.ok) return problem
  const { referral: lead, contributions } = problem.value
  const referral = from === undefined ? lead : contributions?.find(r => r.agencyCode === from)
  if (actor.role === 'AGENCY' && referral?.agencyCode !== actor.agencyCode) return refuse('not-your-referral')
  if (referral === null || referral === undefined || !states.includes(referral.state))
    return refuse('referral-not-waiting')
  return succeed({ referral, contributor: from })
}

const named = (contributor: string | undefined) => (contributor === undefined ? {} : { contributor })

export const decideAcceptReferral = (
  household: Household,
  { problemId: id, reply, contributor: said }: AcceptReferralInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], AnswerReferralRefusal> => {
  const found = findReferral(household, { problemId: id, contributor: said }, 'AcceptReferral', ['SENT'], context)
  if (!found.ok) return found
  return succeed([{ type: 'ReferralAccepted', problemId: id, reply, ...named(found.value.contributor) }])
}

/** An agency sends a case back, with the reason; the district sees both moves (domain brief 13.6, scenario 12). */
export const decideReturnReferral = (
  household: Household,
  { problemId: id, reason, contributor: said }: ReturnReferralInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], AnswerReferralRefusal | 'reason-missing'> => {
  const about = { problemId: id, contributor: said }
  const found = findReferral(household, about, 'ReturnReferral', ['SENT', 'ACCEPTED'], context)
  if (!found.ok) return found
  if (reason.trim() === '') return refuse('reason-missing')
  return succeed([{ type: 'ReferralReturned', problemId: id, reason, ...named(found.value.contributor) }])
}

export type CompleteReferralRefusal = AnswerReferralRefusal | 'result-missing'

/** An agency's own part is done. Whether the problem is solved is another's to verify. */
export const decideCompleteReferral = (
  household: Household,
  { problemId: id, result, contributor: said }: CompleteReferralInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], CompleteReferralRefusal> => {
  const found = findReferral(household, { problemId: id, contributor: said }, 'CompleteReferral', ['ACCEPTED'], context)
  if (!found.ok) return found
  if (result.trim() === '') return refuse('result-missing')
  return succeed([{ type: 'ReferralCompleted', problemId: id, result, ...named(found.value.contributor) }])
}

export type LapseReferralRefusal = AnswerReferralRefusal | 'referral-not-silent'

/** Silence past the day to answer brings a referral back up by itself: the system's own hand, on the day after. */
export const decideLapseReferral = (
  household: Household,
  { problemId: id, contributor: said }: LapseReferralInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], LapseReferralRefusal> => {
  const found = findReferral(household, { problemId: id, contributor: said }, 'LapseReferral', ['SENT'], context)
  if (!found.ok) return found
  const { answerBy, dueOn } = found.value.referral
  if (context.today <= (answerBy ?? dueOn)) return refuse('referral-not-silent')
  return succeed([{ type: 'ReferralLapsed', problemId: id, ...named(found.value.contributor) }])
}
