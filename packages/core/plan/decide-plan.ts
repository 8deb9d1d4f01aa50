import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { addDays, earlierDay } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { planActionId, planId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { problemAllows } from '../problem/problem-state.ts'
import { isWithAgency } from '../referral/referral-of.ts'
import type { Plan } from './plan.ts'

export const approvePlanInput = z.object({ planId, note: z.string().max(2000) })
export type ApprovePlanInput = z.infer<typeof approvePlanInput>

export const returnPlanInput = z.object({ planId, reason: z.string().max(2000) })
export type ReturnPlanInput = z.infer<typeof returnPlanInput>

export type DecidePlanRefusal = 'plan-unknown' | 'plan-not-waiting' | 'proposer-approves' | 'reason-missing'

const waitingPlan = (household: Household, id: Plan['id']): Outcome<Plan, 'plan-unknown' | 'plan-not-waiting'> => {
  const plan = household.plans.find(p => p.id === id)
  if (plan === undefined) return refuse('plan-unknown')
  return plan.state === 'PROPOSED' ? succeed(plan) : refuse('plan-not-waiting', { state: plan.state })
}

/**
 * Each owner of an approved action is asked to answer for it and from then on reads its part, beside the lead agency. A
 * code that many partners share opens nothing unless the plan names the one; restricted hardships are referred by hand.
 */
const ownersAsked = (household: Household, plan: Plan, { today, clocks }: DecisionContext): HouseholdEvent[] => {
  const asked = new Map<string, HouseholdEvent>()
  for (const { problemIds, agencyCode, organisationId, sector, dueOn, what } of plan.actions) {
    if (agencyCode === null || (sector !== 'GOV' && organisationId === null)) continue
    for (const problem of household.problems) {
      const key = `${problem.id}/${agencyCode}`
      const isReady =
        problemIds.includes(problem.id) &&
        problemAllows[problem.state].includes('ReferToContributor') &&
        !problem.restricted &&
        !isWithAgency(problem, agencyCode) &&
        !asked.has(key)
      if (!isReady) continue
      const answerBy = earlierDay(addDays(today, clocks.answerReferralWithinDays[problem.severity]), dueOn)
      asked.set(key, {
        type: 'ProblemReferred',
        problemId: problem.id,
        agencyCode,
        organisationId,
        dueOn,
        note: what,
        part: 'CONTRIBUTING',
        answerBy,
      })
    }
  }
  return [...asked.values()]
}

/** The district chief approves in the ศจพ.อ. meeting; nobody approves a plan of their own. */
export const decideApprovePlan = (
  household: Household,
  input: ApprovePlanInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], DecidePlanRefusal> => {
  const plan = waitingPlan(household, input.planId)
  if (!plan.ok) return plan
  if (plan.value.proposedBy === context.actor.personId) return refuse('proposer-approves')
  return succeed([{ type: 'PlanApproved', ...input }, ...ownersAsked(household, plan.value, context)])
}

export const decideReturnPlan = (
  household: Household,
  input: ReturnPlanInput,
  _context: DecisionContext,
): Outcome<HouseholdEvent[], DecidePlanRefusal> => {
  const plan = waitingPlan(household, input.planId)
  if (!plan.ok) return plan
  return input.reason.trim() === '' ? refuse('reason-missing') : succeed([{ type: 'PlanReturned', ...input }])
}

export const completePlanActionInput = z.object({ planId, planActionId, result: z.string().max(2000) })
export type CompletePlanActionInput = z.infer<typeof completePlanActionInput>

export type CompletePlanActionRefusal =
  | 'plan-unknown'
  | 'plan-not-approved'
  | 'action-unknown'
  | 'action-already-done'
  | 'result-missing'

export const decideCompletePlanAction = (
  household: Household,
  input: CompletePlanActionInput,
  { today }: DecisionContext,
): Outcome<HouseholdEvent[], CompletePlanActionRefusal> => {
  const plan = household.plans.find(p => p.id === input.planId)
  if (plan === undefined) return refuse('plan-unknown')
  if (plan.state !== 'APPROVED') return refuse('plan-not-approved', { state: plan.state })
  const action = plan.actions.find(a => a.id === input.planActionId)
  if (action === undefined) return refuse('action-unknown')
  if (action.state === 'DONE') return refuse('action-already-done')
  if (input.result.trim() === '') return refuse('result-missing')
  return succeed([{ type: 'PlanActionCompleted', ...input, on: today }])
}
