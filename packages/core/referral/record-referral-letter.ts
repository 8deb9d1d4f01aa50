import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { day } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { officeAreaOf } from '../letterhead/letterhead.ts'
import { type FindProblemRefusal, findProblemFor } from '../problem/find-problem.ts'
import { isOpenReferral, referralsOf } from './referral-of.ts'

export const recordReferralLetterInput = z.object({
  problemId,
  agencyCode: z.string().min(1).max(20),
  /** As it stands on the paper, prefix and all: `มห 0118.1/123`. */
  number: z.string().max(80),
  writtenOn: day,
  /** อ้างถึง */
  references: z.array(z.string().min(1).max(300)).max(5),
  /** How many cases the letter's list holds, this one included. */
  cases: z.number().int().min(1),
})
export type RecordReferralLetterInput = z.infer<typeof recordReferralLetterInput>

export type RecordReferralLetterRefusal =
  | FindProblemRefusal
  | 'referral-not-waiting'
  | 'letter-number-missing'
  | 'letter-day-to-come'

/**
 * The official letter with which a case went to an agency (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ): its number and day are kept on
 * the referral, so that a copy carries them again and the next letter can refer to it. A later letter takes its place.
 */
export const decideRecordReferralLetter = (
  household: Household,
  { problemId: id, agencyCode, number: given, writtenOn, references, cases }: RecordReferralLetterInput,
  { actor, today }: DecisionContext,
): Outcome<HouseholdEvent[], RecordReferralLetterRefusal> => {
  const problem = findProblemFor(household, id, 'RecordReferralLetter', actor)
  if (!problem.ok) return problem
  const referral = referralsOf(problem.value).find(r => r.agencyCode === agencyCode && isOpenReferral(r))
  if (referral === undefined) return refuse('referral-not-waiting')
  const number = given.trim()
  if (number === '') return refuse('letter-number-missing')
  if (writtenOn > today) return refuse('letter-day-to-come', { day: writtenOn })
  const { letter } = referral
  if (letter?.number === number && letter.writtenOn === writtenOn) return succeed([])
  const officeArea = officeAreaOf(actor.areaCode)
  const said = { problemId: id, agencyCode, number, writtenOn, references, cases, officeArea }
  return succeed([{ type: 'ReferralLetterRecorded', ...said }])
}
