import { z } from 'zod'
import { seesProblem } from '../access/visible-problem.ts'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { planId, roundId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { screenNames } from '../need/screen-words.ts'
import { problemAllows } from '../problem/problem-state.ts'
import { deadlinesFor } from '../round/round.ts'
import { fourT, type PlanActionInput, planActionInput } from './plan.ts'

export const proposePlanInput = z.object({
  planId,
  roundId,
  potential: z.enum(['DEVELOPABLE', 'WELFARE']),
  fourT,
  goals: z.string().max(2000),
  actions: z.array(planActionInput),
})
export type ProposePlanInput = z.infer<typeof proposePlanInput>

export type ProposePlanRefusal =
  | 'round-unknown'
  | 'plan-has-no-action'
  | 'plan-already-approved'
  | 'problem-unknown'
  | 'not-in-this-state'
  | 'owner-missing'
  | 'due-day-passed'
  | 'due-day-after-deadline'
  | 'need-names-household'

const isForPartner = (
  { agencyCode, organisationId, sector }: PlanActionInput,
  { isStateAgency }: DecisionContext,
): boolean => (agencyCode === null ? organisationId !== null && sector !== 'GOV' : !isStateAgency(agencyCode))

/**
 * A plan for all hardships of a household (letter, item 4): each action names what it answers, whose it is among the
 * seven partners, by when and with what money, within the round's resolution deadline.
 */
export const decideProposePlan = (
  household: Household,
  input: ProposePlanInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], ProposePlanRefusal> => {
  const { actor, rounds, today } = context
  const round = rounds.find(r => r.id === input.roundId)
  if (round === undefined) return refuse('round-unknown')
  if (input.actions.length === 0) return refuse('plan-has-no-action')
  if (household.plans.some(p => p.id === input.planId && p.state === 'APPROVED')) return refuse('plan-already-approved')
  const { resolveBy } = deadlinesFor(round, household.areaCode)
  for (const action of input.actions) {
    for (const id of action.problemIds) {
      const problem = household.problems.find(p => p.id === id)
      if (problem === undefined || !seesProblem(actor, problem)) return refuse('problem-unknown')
      if (!problemAllows[problem.state].includes('Plan'))
        return refuse('not-in-this-state', { state: problem.state, act: 'Plan' })
    }
    if (action.agencyCode === null && action.organisationId === null && action.ownerName.trim() === '') {
      return refuse('owner-missing', { action: action.what })
    }
    // A partner who is no state agency reads its own actions on a case that is open to it.
    const screened = isForPartner(action, context)
      ? screenNames(`${action.what} ${action.fundSource}`, household, context)
      : succeed(null)
    if (!screened.ok) return screened
    if (action.dueOn < today) return refuse('due-day-passed', { day: action.dueOn })
    if (action.dueOn > resolveBy) return refuse('due-day-after-deadline', { day: action.dueOn, deadline: resolveBy })
  }
  return succeed([{ type: 'PlanProposed', ...input }])
}
