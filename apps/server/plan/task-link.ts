import type { TaskLink } from '@thaiqm/contract/plan/task-link-routes.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { PersonId, PostId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Plan, PlanAction } from '@thaiqm/core/plan/plan.ts'
import { LINK_POSITION, type TaskLinkRow } from './task-link-store.ts'

/** How long a link may be answered. */
export const LINK_DAYS = 30

export const taskLinkState = (link: TaskLinkRow, now: Instant): TaskLink['state'] => {
  if (link.answered_at !== null) return 'ANSWERED'
  if (link.revoked_at !== null) return 'REVOKED'
  return link.expires_at <= now ? 'EXPIRED' : 'OPEN'
}

export const taskLinkView = (link: TaskLinkRow, now: Instant): TaskLink => ({
  linkId: link.link_id,
  planActionId: link.plan_action_id,
  holderName: link.holder_name,
  issuedAt: link.issued_at,
  expiresAt: link.expires_at,
  state: taskLinkState(link, now),
})

/**
 * Whoever holds a link, as an actor of the organisation it was made for: reaches one household, answers one action, and
 * has no agency code, so that no referral is opened by it.
 */
export const actorOfLink = (link: TaskLinkRow): Actor => ({
  personId: link.link_id as PersonId,
  name: link.holder_name,
  position: LINK_POSITION,
  postId: link.link_id as PostId,
  role: link.is_agency ? 'AGENCY' : 'PARTNER',
  // The household may have moved since: the wall is the one household, not an area.
  areaCode: '',
  organisationId: link.organisation_id,
  agencyCode: null,
  designated: false,
  mayRecordLate: false,
  task: { householdId: link.household_id, planActionId: link.plan_action_id },
})

/** Somebody still has to act on what the action is for: nobody is asked for help for the dead. */
const isWanted = ({ problems }: Household, { problemIds }: PlanAction): boolean =>
  !problems.some(p => problemIds.includes(p.id)) ||
  problems.some(p => problemIds.includes(p.id) && p.state !== 'CANCELLED')

/** The action a link is for, while it still waits for an answer. */
export const openAction = (
  household: Household,
  planActionId: string,
): { readonly plan: Plan; readonly action: PlanAction } | undefined => {
  for (const plan of household.plans) {
    const action = plan.actions.find(a => a.id === planActionId)
    if (action !== undefined && plan.state === 'APPROVED' && action.state !== 'DONE' && isWanted(household, action))
      return { plan, action }
  }
  return undefined
}
