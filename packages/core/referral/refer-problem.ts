import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { addDays, day, earlierDay } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { organisationId, problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { screenNames } from '../need/screen-words.ts'
import { type FindProblemRefusal, findProblemFor } from '../problem/find-problem.ts'
import { isOpenReferral, isWithAgency } from './referral-of.ts'

export const referProblemInput = z.object({
  problemId,
  agencyCode: z.string().max(20),
  organisationId: organisationId.nullable(),
  dueOn: day.nullable(),
  note: z.string().max(2000),
  /** Not said: the lead agency, which answers for the problem as a whole. */
  part: z.enum(['LEAD', 'CONTRIBUTING']).optional(),
})
export type ReferProblemInput = z.infer<typeof referProblemInput>

export type ReferProblemRefusal =
  | FindProblemRefusal
  | 'agency-missing'
  | 'due-day-missing'
  | 'due-day-passed'
  | 'already-with-agency'
  | 'need-names-household'

/** ส่งต่อหน่วยงาน: needs an agency and a due day (domain brief 13.1). */
export const decideReferProblem = (
  household: Household,
  input: ReferProblemInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], ReferProblemRefusal> => {
  const { actor, today, clocks, isStateAgency } = context
  const contributes = input.part === 'CONTRIBUTING'
  const problem = findProblemFor(household, input.problemId, contributes ? 'ReferToContributor' : 'ReferProblem', actor)
  if (!problem.ok) return problem
  if (input.agencyCode === '') return refuse('agency-missing')
  if (input.dueOn === null) return refuse('due-day-missing')
  if (input.dueOn < today) return refuse('due-day-passed', { day: input.dueOn })
  // What contributes may be made the lead; otherwise a case lies with an agency once.
  const { referral } = problem.value
  const isThere = contributes
    ? isWithAgency(problem.value, input.agencyCode)
    : referral?.agencyCode === input.agencyCode && isOpenReferral(referral)
  if (isThere) return refuse('already-with-agency')
  // A temple or a firm reads what is needed and where, not whose hardship it is.
  const screened = isStateAgency(input.agencyCode) ? succeed(null) : screenNames(input.note, household, context)
  if (!screened.ok) return screened
  const answerBy = earlierDay(addDays(today, clocks.answerReferralWithinDays[problem.value.severity]), input.dueOn)
  return succeed([{ ...input, type: 'ProblemReferred', dueOn: input.dueOn, answerBy }])
}
