import type { Actor } from '../access/actor.ts'
import type { Clocks } from '../duty/clocks.ts'
import { addDays, type Day, dayOf } from '../ledger/day.ts'
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

/** Whose people read: an agency's, and of several offices or partners under one code only the one that was meant. */
export type Reader = Pick<Actor, 'agencyCode' | 'organisationId'>

export const isMeantFor = (
  { agencyCode, organisationId }: Pick<Referral, 'agencyCode' | 'organisationId'>,
  reader: Reader,
): boolean =>
  agencyCode === reader.agencyCode &&
  (organisationId === null || reader.organisationId === null || organisationId === reader.organisationId)

/** When somebody reads, and for how many days an agency goes on reading a case that is over. */
export interface Reading {
  readonly today: Day
  readonly clocks: Pick<Clocks, 'workReferralOpenDays'>
}

/**
 * The last day on which the agency reads the case: so many days after its part was done or, if it never said so, after
 * the hardship was closed. Null while the case lies with it.
 */
export const readUntil = (
  { closedOn }: Pick<Problem, 'closedOn'>,
  { state, answeredAt }: Pick<Referral, 'state' | 'answeredAt'>,
  { workReferralOpenDays }: Reading['clocks'],
): Day | null => {
  const overOn = state === 'DONE' && answeredAt !== undefined ? dayOf(answeredAt) : closedOn
  return overOn === null ? null : addDays(overOn, workReferralOpenDays)
}

/** The last day on which an agency's people read any of these hardships; null while one of them lies there. */
export const readUntilAll = (
  problems: readonly (Referred & Pick<Problem, 'closedOn'>)[],
  reader: Reader,
  clocks: Reading['clocks'],
): Day | null => {
  const days = problems.flatMap(problem =>
    referralsOf(problem)
      .filter(r => isMeantFor(r, reader) && r.state !== 'RETURNED' && r.state !== 'LAPSED')
      .map(r => readUntil(problem, r, clocks)),
  )
  return days.reduce<Day | null>(
    (last, until) => (last === null || until === null ? null : until > last ? until : last),
    days[0] ?? null,
  )
}

/** Whether an agency's people read the case: not after it was sent back or lapsed, nor long after it is over. */
export const isReadBy = (
  problem: Referred & Partial<Pick<Problem, 'closedOn'>>,
  reader: Reader,
  reading?: Reading,
): boolean =>
  reader.agencyCode !== null &&
  referralsOf(problem).some(r => {
    if (!isMeantFor(r, reader) || r.state === 'RETURNED' || r.state === 'LAPSED') return false
    const until = reading && readUntil({ closedOn: problem.closedOn ?? null }, r, reading.clocks)
    return reading === undefined || until === null || until === undefined || reading.today <= until
  })

/** The contributing agency an answer is from; undefined where it is the lead's. An agency answers for itself only. */
export const contributorOf = (problem: Problem, actor: Actor, said: string | undefined): string | undefined => {
  const of = actor.role === 'AGENCY' ? actor.agencyCode : (said ?? null)
  if (of === null || (problem.referral?.agencyCode === of && isOpenReferral(problem.referral))) return undefined
  return problem.contributions?.some(r => r.agencyCode === of) ? of : undefined
}
