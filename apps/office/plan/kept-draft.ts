import { day, instant } from '@thaiqm/core/ledger/day.ts'
import { type PlanActionId, type PlanId, type ProblemId, problemId } from '@thaiqm/core/ledger/identifiers.ts'
import { planActionInput } from '@thaiqm/core/plan/plan.ts'
import { proposePlanInput } from '@thaiqm/core/plan/propose-plan.ts'
import type { PlanDraft } from './plan-draft.ts'

// What an action still lacks may be null or blank here.
const draftAction = planActionInput.extend({
  problemIds: problemId.array(),
  what: proposePlanInput.shape.goals,
  dueOn: day.nullable(),
  budgetBaht: planActionInput.shape.budgetBaht.nullable(),
})

/** A plan that was begun and not sent, as it lies in the browser. One of an earlier build that does not fit is let go. */
export const keptDraft = proposePlanInput.extend({ actions: draftAction.array(), keptAt: instant })
export type KeptDraft = ReturnType<typeof keptDraft.parse>

/** Each officer has a draft of their own for each household. */
export const draftKey = (personId: string, householdId: string): string => `plan-draft:${personId}:${householdId}`

interface Standing {
  readonly roundId: PlanDraft['roundId']
  readonly approvedPlanIds: ReadonlySet<PlanId>
  readonly plannable: ReadonlySet<ProblemId>
  readonly newId: () => string
}

/**
 * The draft as it may go on today: in this round, under a new id once its plan was approved, and for problems that can
 * still be planned for. An action that loses its last problem stays, so that nothing written disappears unseen.
 */
export const resumeDraft = ({ keptAt: _keptAt, ...draft }: KeptDraft, standing: Standing): PlanDraft => {
  const isApproved = standing.approvedPlanIds.has(draft.planId)
  return {
    ...draft,
    planId: isApproved ? (standing.newId() as PlanId) : draft.planId,
    roundId: standing.roundId,
    actions: draft.actions.map(action => ({
      ...action,
      id: isApproved ? (standing.newId() as PlanActionId) : action.id,
      problemIds: action.problemIds.filter(id => standing.plannable.has(id)),
    })),
  }
}
