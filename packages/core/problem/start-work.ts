import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, succeed } from '../ledger/outcome.ts'
import { type FindProblemRefusal, findProblemFor } from './find-problem.ts'

export const startWorkInput = z.object({ problemId, note: z.string().max(2000) })
export type StartWorkInput = z.infer<typeof startWorkInput>

export const decideStartWork = (
  household: Household,
  input: StartWorkInput,
  { actor }: DecisionContext,
): Outcome<HouseholdEvent[], FindProblemRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'StartWork', actor)
  return problem.ok ? succeed([{ type: 'WorkStarted', ...input }]) : problem
}
