import type { HouseholdEvent } from '../household/household-event.ts'
import type { Instant } from '../ledger/day.ts'
import type { PersonId } from '../ledger/identifiers.ts'
import type { Problem } from '../problem/problem.ts'
import { isOpenReferral } from '../referral/referral-of.ts'
import type { Plan, PlanAction } from './plan.ts'

/** The plans of a household after one more fact, the newest last. */
export const evolvePlans = (
  plans: readonly Plan[],
  event: HouseholdEvent,
  at: Instant,
  by: PersonId,
): readonly Plan[] => {
  switch (event.type) {
    case 'PlanProposed': {
      const { type: _type, planId, actions, ...rest } = event
      const proposed: Plan = {
        ...rest,
        id: planId,
        state: 'PROPOSED',
        actions: actions.map(action => ({ ...action, state: 'PLANNED', doneOn: null, doneBy: null, result: '' })),
        proposedBy: by,
        proposedAt: at,
        approvedBy: null,
        approvedAt: null,
        returnReason: '',
      }
      return [...plans.filter(p => p.id !== planId), proposed]
    }
    case 'PlanApproved':
      return plans.map(p => (p.id === event.planId ? { ...p, state: 'APPROVED', approvedBy: by, approvedAt: at } : p))
    case 'PlanReturned':
      return plans.map(p => (p.id === event.planId ? { ...p, state: 'RETURNED', returnReason: event.reason } : p))
    case 'PlanActionCompleted':
      return plans.map(p => (p.id === event.planId ? withActionDone(p, event, by) : p))
    case 'PlanActionAnswered':
      return plans.map(p => (p.id === event.planId ? withAnswer(p, event, by) : p))
    default:
      return plans
  }
}

type ActionDone = Extract<HouseholdEvent, { type: 'PlanActionCompleted' }>

const withActionDone = (plan: Plan, event: ActionDone, by: PersonId): Plan => ({
  ...plan,
  actions: plan.actions.map(action =>
    action.id === event.planActionId
      ? { ...action, state: 'DONE', doneOn: event.on, doneBy: by, result: event.result }
      : action,
  ),
})

type ActionAnswered = Extract<HouseholdEvent, { type: 'PlanActionAnswered' }>

const withAnswer = (plan: Plan, event: ActionAnswered, by: PersonId): Plan => {
  const { answer, words, answeredBy, on, evidence } = event
  const done = answer === 'DONE' ? { doneOn: on, doneBy: by, result: words } : {}
  return {
    ...plan,
    actions: plan.actions.map(action =>
      action.id === event.planActionId
        ? { ...action, ...done, state: answer, answer: { answer, words, answeredBy, on, evidence } }
        : action,
    ),
  }
}

/** What an approved plan and its finished actions mean for the hardships it covers. */
export const evolveProblemsByPlan = (
  problems: readonly Problem[],
  plans: readonly Plan[],
  event: HouseholdEvent,
  at: Instant,
  by: PersonId,
): readonly Problem[] => {
  if (event.type === 'PlanApproved') {
    const plan = plans.find(p => p.id === event.planId)
    const covered = new Set(plan?.actions.flatMap(action => action.problemIds))
    return problems.map(p => (covered.has(p.id) && p.state === 'OPEN' ? { ...p, state: 'PLANNED' } : p))
  }
  if (event.type === 'PlanActionAnswered') {
    const plan = plans.find(p => p.id === event.planId)
    const action = plan?.actions.find(a => a.id === event.planActionId)
    const answered = problems.map(p =>
      plan !== undefined && action?.problemIds.includes(p.id) ? withOwnersAnswer(p, plan, action, event, at) : p,
    )
    return event.answer === 'DONE' ? withDone(answered, plans, event, by) : answered
  }
  return event.type === 'PlanActionCompleted' ? withDone(problems, plans, event, by) : problems
}

const stateBy = { ACCEPTED: 'ACCEPTED', DONE: 'DONE', CANNOT: 'RETURNED' } as const

/** The owner's answer for an action is its answer to having been asked as well. */
const withOwnersAnswer = (
  problem: Problem,
  plan: Plan,
  { agencyCode }: PlanAction,
  { answer, words }: ActionAnswered,
  at: Instant,
): Problem => {
  if (problem.contributions === undefined) return problem
  const isLeft = plan.actions.some(
    a => a.agencyCode === agencyCode && a.problemIds.includes(problem.id) && a.state !== 'DONE',
  )
  const state = answer === 'DONE' && isLeft ? 'ACCEPTED' : stateBy[answer]
  return {
    ...problem,
    contributions: problem.contributions.map(r =>
      r.agencyCode === agencyCode && isOpenReferral(r) ? { ...r, state, reply: words, answeredAt: at } : r,
    ),
  }
}

const withDone = (
  problems: readonly Problem[],
  plans: readonly Plan[],
  event: ActionAnswered | ActionDone,
  by: PersonId,
): readonly Problem[] => {
  const action = plans.find(p => p.id === event.planId)?.actions.find(a => a.id === event.planActionId)
  return problems.map(p =>
    action?.problemIds.includes(p.id)
      ? {
          ...p,
          state: p.state === 'PLANNED' || p.state === 'OPEN' ? 'IN_PROGRESS' : p.state,
          doneActionIds: [...p.doneActionIds, event.planActionId],
          helpedBy: [...p.helpedBy, by],
          evidence: event.type === 'PlanActionAnswered' ? [...p.evidence, ...event.evidence] : p.evidence,
        }
      : p,
  )
}
