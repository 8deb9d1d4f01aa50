import type { HouseholdEvent } from '../household/household-event.ts'
import type { Instant } from '../ledger/day.ts'
import type { PersonId } from '../ledger/identifiers.ts'
import type { LetterName, Problem, Referral } from '../problem/problem.ts'
import { isOpenReferral, referralsOf } from './referral-of.ts'

type ReferralEvent = Extract<
  HouseholdEvent,
  {
    type:
      | 'ProblemReferred'
      | 'ReferralAccepted'
      | 'ReferralReturned'
      | 'ReferralCompleted'
      | 'ReferralLapsed'
      | 'ReferralLetterRecorded'
  }
>
type LetterRecorded = Extract<ReferralEvent, { type: 'ReferralLetterRecorded' }>
type Answer = Exclude<ReferralEvent, { type: 'ProblemReferred' | 'ReferralLetterRecorded' }>

const earlierOf = (letter: LetterName | undefined): { earlierLetter?: LetterName } =>
  letter === undefined ? {} : { earlierLetter: { number: letter.number, writtenOn: letter.writtenOn } }

const withLetter = (problem: Problem, event: LetterRecorded, by: PersonId): Problem => {
  const { type: _type, problemId: _problemId, agencyCode, ...letter } = event
  const written = (r: Referral): Referral =>
    r.agencyCode === agencyCode && isOpenReferral(r)
      ? { ...r, letter: { ...letter, by }, ...earlierOf(r.letter ?? r.earlierLetter) }
      : r
  const { referral, contributions } = problem
  return {
    ...problem,
    referral: referral && written(referral),
    ...(contributions === undefined ? {} : { contributions: contributions.map(written) }),
  }
}

const afterAnswer = (referral: Referral, event: Answer, at: Instant) => {
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
export const withReferral = (problem: Problem, event: ReferralEvent, at: Instant, by: PersonId): Problem => {
  if (event.type === 'ReferralLetterRecorded') return withLetter(problem, event, by)
  if (event.type === 'ProblemReferred') {
    const { agencyCode, organisationId, dueOn, note, answerBy } = event
    // What is sent again to the agency that had it is written about with reference to the letter it had.
    const before = referralsOf(problem).find(r => r.agencyCode === agencyCode)
    const earlier = earlierOf(before?.letter ?? before?.earlierLetter)
    const said = { agencyCode, organisationId, dueOn, note, sentAt: at, reply: '', answerBy, ...earlier }
    const sent: Referral = { ...said, state: 'SENT' }
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
