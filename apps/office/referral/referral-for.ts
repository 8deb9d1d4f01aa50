import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { isOpenReferral, referralsOf } from '@thaiqm/core/referral/referral-of.ts'

/** The referral this person answers: an agency's own; for the district the lead one. */
export const referralFor = (problem: HouseholdView['problems'][number], actor: Actor) =>
  actor.role === 'AGENCY'
    ? referralsOf(problem).find(r => r.agencyCode === actor.agencyCode && isOpenReferral(r))
    : (problem.referral ?? undefined)
