import type { Problem } from '../problem/problem.ts'
import { isReadBy } from '../referral/referral-of.ts'
import { type Actor, seesRestricted } from './actor.ts'

/**
 * Restricted hardships (drugs, violence, mental health) are seen by the district chief, designated officers, whoever
 * recorded them, and the agency they were referred to, on that case only (domain brief 13.2).
 */
export const seesProblem = (
  actor: Actor,
  problem: Pick<Problem, 'restricted' | 'recordedBy' | 'referral' | 'contributions'>,
): boolean => {
  if (!problem.restricted || seesRestricted(actor)) return true
  if (problem.recordedBy === actor.personId) return true
  return actor.role === 'AGENCY' && isReadBy(problem, actor)
}
