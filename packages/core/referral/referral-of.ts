import type { Actor } from '../access/actor.ts'
import type { Problem, Referral } from '../problem/problem.ts'

export type Referred = Pick<Problem, 'referral' | 'contributions'>

/** The lead referral first, then the contributing ones. */
export const referralsOf = (problem: Referred): readonly Referral[] => [
  ...(problem.referral === null ? [] : [problem.referral]),
  ...(problem.contributions ?? []),
]

/** It lies with the agency: sent, or accepted and not done yet. */
export const isOpenReferral = ({ state }: Referral): boolean => state === 'SENT' || state === 'ACCEPTED'

export const isWithAgency = (problem: Referred, agencyCode: string): boolean =>
  referralsOf(problem).some(r => r.agencyCode === agencyCode && isOpenReferral(r))

/** Whether an agency's people read the case: not after it was sent back or lapsed. */
export const isReadBy = (problem: Referred, agencyCode: string | null): boolean =>
  agencyCode !== null &&
  referralsOf(problem).some(r => r.agencyCode === agencyCode && r.state !== 'RETURNED' && r.state !== 'LAPSED')

/** The contributing agency an answer is from; undefined where it is the lead's. An agency answers for itself only. */
export const contributorOf = (problem: Problem, actor: Actor, said: string | undefined): string | undefined => {
  const of = actor.role === 'AGENCY' ? actor.agencyCode : (said ?? null)
  if (of === null || (problem.referral?.agencyCode === of && isOpenReferral(problem.referral))) return undefined
  return problem.contributions?.some(r => r.agencyCode === of) ? of : undefined
}
