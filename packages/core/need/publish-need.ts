import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { day } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { type FindProblemRefusal, findProblemFor } from '../problem/find-problem.ts'
import { screenWords } from './screen-words.ts'

export const publishNeedInput = z.object({
  problemId,
  what: z.string().max(300),
  quantity: z.number().int().min(1).max(1_000_000),
  unit: z.string().max(40),
  budgetBaht: z.number().int().min(0).nullable(),
  dueOn: day.nullable(),
})
export type PublishNeedInput = z.infer<typeof publishNeedInput>

export type PublishNeedRefusal =
  | FindProblemRefusal
  | 'need-restricted'
  | 'what-missing'
  | 'due-day-passed'
  | 'need-names-household'

/**
 * Lets partners read what a hardship needs, without whose it is (domain brief 13.2: PARTNER sees published needs without
 * identity). Restricted hardships are never published; nor are words that would tell the household.
 */
export const decidePublishNeed = (
  household: Household,
  input: PublishNeedInput,
  { actor, today, wasAccepted }: DecisionContext,
): Outcome<HouseholdEvent[], PublishNeedRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'PublishNeed', actor)
  if (!problem.ok) return problem
  if (problem.value.restricted) return refuse('need-restricted')
  if (input.what.trim() === '') return refuse('what-missing')
  if (input.dueOn !== null && input.dueOn < today) return refuse('due-day-passed', { day: input.dueOn })
  const screened = screenWords(`${input.what} ${input.unit}`, household, { wasAccepted })
  if (!screened.ok) return screened
  return succeed([{ type: 'NeedPublished', ...input, publishedOn: today }])
}
