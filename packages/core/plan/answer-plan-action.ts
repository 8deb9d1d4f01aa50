import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { planActionId, planId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { evidence } from '../problem/evidence.ts'
import { actionAnswer, type PlanAction } from './plan.ts'

export const answerPlanActionInput = z.object({
  planId,
  planActionId,
  answer: actionAnswer,
  /** What was done, or why it cannot be. */
  words: z.string().max(2000),
  evidence: z.array(evidence).max(10),
  /** Who answers, by name: an account or a link may stand for several people. */
  answeredBy: z.string().max(200),
})
export type AnswerPlanActionInput = z.infer<typeof answerPlanActionInput>

export type AnswerPlanActionRefusal =
  | 'plan-unknown'
  | 'plan-not-approved'
  | 'action-unknown'
  | 'action-already-done'
  | 'result-missing'
  | 'reason-missing'
  | 'answerer-missing'

/** Whose action it is: the organisation or agency it names, or whoever holds the link that was made for it. */
const isOwnAction = (actor: Actor, household: Household, action: PlanAction): boolean => {
  if (actor.task !== undefined) return actor.task.householdId === household.id && actor.task.planActionId === action.id
  if (actor.role !== 'AGENCY' && actor.role !== 'PARTNER') return true
  return (
    (action.organisationId !== null && action.organisationId === actor.organisationId) ||
    (actor.role === 'AGENCY' && action.agencyCode !== null && action.agencyCode === actor.agencyCode)
  )
}

/**
 * รับ, เสร็จแล้ว or ทำไม่ได้: the owner of an action answers for it, by account or by a one-time link. Done is as good as a
 * completed action; the verifier is still somebody else. Another's action is answered as one that is not there.
 */
export const decideAnswerPlanAction = (
  household: Household,
  input: AnswerPlanActionInput,
  { actor, today }: DecisionContext,
): Outcome<HouseholdEvent[], AnswerPlanActionRefusal> => {
  const plan = household.plans.find(p => p.id === input.planId)
  if (plan === undefined) return refuse('plan-unknown')
  if (plan.state !== 'APPROVED') return refuse('plan-not-approved', { state: plan.state })
  const action = plan.actions.find(a => a.id === input.planActionId)
  if (action === undefined || !isOwnAction(actor, household, action)) return refuse('action-unknown')
  if (action.state === 'DONE') return refuse('action-already-done')
  if (input.answeredBy.trim() === '') return refuse('answerer-missing')
  if (input.answer === 'DONE' && input.words.trim() === '') return refuse('result-missing')
  if (input.answer === 'CANNOT' && input.words.trim() === '') return refuse('reason-missing')
  if (input.answer === 'ACCEPTED' && action.state === 'ACCEPTED') return succeed([])
  return succeed([{ type: 'PlanActionAnswered', ...input, on: today }])
}
