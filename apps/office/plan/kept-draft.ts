import { day, instant } from '@thaiqm/core/ledger/day.ts'
import {
  type PlanActionId,
  type PlanId,
  type ProblemId,
  planId,
  problemId,
  roundId,
} from '@thaiqm/core/ledger/identifiers.ts'
import { fourT, planActionInput } from '@thaiqm/core/plan/plan.ts'
import { z } from 'zod'
import type { PlanDraft } from './plan-draft.ts'

/** A plan that was begun and not sent, as it lies in the browser. One of an earlier build that does not fit is let go. */
export const keptDraft = z.object({
  keptAt: instant,
  draft: z.object({
    planId,
    roundId,
    potential: z.enum(['DEVELOPABLE', 'WELFARE']),
    fourT,
    goals: z.string(),
    actions: z.array(
      planActionInput.extend({
        problemIds: z.array(problemId),
        what: z.string(),
        dueOn: day.nullable(),
        budgetBaht: z.number().nullable(),
      }),
    ),
  }),
})
export type KeptDraft = z.infer<typeof keptDraft>

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
export const resumeDraft = (draft: KeptDraft['draft'], standing: Standing): PlanDraft => {
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
