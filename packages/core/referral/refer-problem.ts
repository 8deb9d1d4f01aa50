import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { day } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { organisationId, problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { type FindProblemRefusal, findProblemFor } from '../problem/find-problem.ts'

export const referProblemInput = z.object({
  problemId,
  agencyCode: z.string().max(20),
  organisationId: organisationId.nullable(),
  dueOn: day.nullable(),
  note: z.string().max(2000),
})
export type ReferProblemInput = z.infer<typeof referProblemInput>

export type ReferProblemRefusal = FindProblemRefusal | 'agency-missing' | 'due-day-missing' | 'due-day-passed'

/** ส่งต่อหน่วยงาน: needs an agency and a due day (domain brief 13.1). */
export const decideReferProblem = (
  household: Household,
  input: ReferProblemInput,
  { actor, today }: DecisionContext,
): Outcome<HouseholdEvent[], ReferProblemRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'ReferProblem', actor)
  if (!problem.ok) return problem
  if (input.agencyCode === '') return refuse('agency-missing')
  if (input.dueOn === null) return refuse('due-day-missing')
  if (input.dueOn < today) return refuse('due-day-passed', { day: input.dueOn })
  return succeed([{ ...input, type: 'ProblemReferred', dueOn: input.dueOn }])
}
