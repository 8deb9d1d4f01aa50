import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { addDays, day } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { type FindProblemRefusal, findProblemFor } from './find-problem.ts'

export const markSelfResolvedInput = z.object({
  problemId,
  /** How the household got out of the hardship by itself, in a sentence. */
  how: z.string().max(2000),
  resolvedOn: day,
})
export type MarkSelfResolvedInput = z.infer<typeof markSelfResolvedInput>

export type MarkSelfResolvedRefusal = FindProblemRefusal | 'how-missing' | 'day-in-future'

/** แก้ไขได้ด้วยตนเอง: needs how and when (domain brief 13.1). */
export const decideMarkSelfResolved = (
  household: Household,
  input: MarkSelfResolvedInput,
  { actor, today, clocks }: DecisionContext,
): Outcome<HouseholdEvent[], MarkSelfResolvedRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'MarkSelfResolved', actor)
  if (!problem.ok) return problem
  if (input.how.trim() === '') return refuse('how-missing')
  if (input.resolvedOn > today) return refuse('day-in-future', { day: input.resolvedOn })
  return succeed([
    {
      type: 'ProblemSelfResolved',
      problemId: input.problemId,
      how: input.how,
      on: input.resolvedOn,
      revisitOn: addDays(today, clocks.revisitAfterDays),
    },
  ])
}
