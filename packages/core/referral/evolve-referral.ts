import type { HouseholdEvent } from '../household/household-event.ts'
import type { Instant } from '../ledger/day.ts'
import type { Problem, Referral } from '../problem/problem.ts'

type ReferralEvent = Extract<
  HouseholdEvent,
  { type: 'ProblemReferred' | 'ReferralAccepted' | 'ReferralReturned' | 'ReferralCompleted' | 'ReferralLapsed' }
>

const afterAnswer = (referral: Referral, event: Exclude<ReferralEvent, { type: 'ProblemReferred' }>, at: Instant) => {
  switch (event.type) {
    case 'ReferralAccepted':
      return { ...referral, state: 'ACCEPTED' as const, reply: event.reply, answeredAt: at }
    case 'ReferralReturned':
      return { ...referral, state: 'RETURNED' as const, reply: event.reason, answeredAt: at }
    case 'ReferralCompleted':
      return { ...referral, state: 'DONE' as const, reply: event.result, answeredAt: at }
    case 'ReferralLapsed':
      return { ...referral, state: 'LAPSED' as const, answeredAt: at }
  }
}

/** A hardship after a fact about one of its referrals: the lead agency's answers move its state, a contributor's do not. */
export const withReferral = (problem: Problem, event: ReferralEvent, at: Instant): Problem => {
  if (event.type === 'ProblemReferred') {
    const { agencyCode, organisationId, dueOn, note, answerBy } = event
    const sent: Referral = { agencyCode, organisationId, dueOn, note, sentAt: at, state: 'SENT', reply: '', answerBy }
    const others = problem.contributions?.filter(r => r.agencyCode !== agencyCode)
    return event.part === 'CONTRIBUTING'
      ? { ...problem, contributions: [...(others ?? []), sent] }
      : { ...problem, state: 'REFERRED', referral: sent, ...(others === undefined ? {} : { contributions: others }) }
  }
  const lapsed = event.type === 'ReferralLapsed' ? { lapsedCount: (problem.lapsedCount ?? 0) + 1 } : {}
  if (event.contributor !== undefined) {
    const contributions = problem.contributions?.map(r =>
      r.agencyCode === event.contributor ? afterAnswer(r, event, at) : r,
    )
    return { ...problem, ...lapsed, contributions }
  }
  const state = event.type === 'ReferralCompleted' ? problem.state : 'IN_PROGRESS'
  return { ...problem, ...lapsed, state, referral: problem.referral && afterAnswer(problem.referral, event, at) }
}
