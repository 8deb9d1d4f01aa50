import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { type FindProblemRefusal, findProblemFor } from './find-problem.ts'

export const cancelProblemInput = z.object({
  problemId,
  reason: z.string().max(2000),
  /** For a duplicate: the hardship that stays. */
  survivorId: problemId.nullable(),
})
export type CancelProblemInput = z.infer<typeof cancelProblemInput>

export type CancelProblemRefusal = FindProblemRefusal | 'reason-missing' | 'survivor-unknown' | 'proposer-decides'

const guarded = (
  household: Household,
  input: CancelProblemInput,
  act: 'ProposeCancellation' | 'CancelProblem',
  context: DecisionContext,
) => {
  const problem = findProblemFor(household, input.problemId, act, context.actor)
  if (!problem.ok) return problem
  if (input.reason.trim() === '') return refuse('reason-missing')
  const survivor = household.problems.find(p => p.id === input.survivorId && p.id !== input.problemId)
  return input.survivorId !== null && survivor === undefined ? refuse('survivor-unknown') : problem
}

/** ยกเลิก is proposed by the tambon and decided by the district (domain brief 13.1). */
export const decideProposeCancellation = (
  household: Household,
  input: CancelProblemInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], CancelProblemRefusal> => {
  const problem = guarded(household, input, 'ProposeCancellation', context)
  return problem.ok ? succeed([{ type: 'CancellationProposed', ...input }]) : problem
}

/** The district's decision; whoever proposed it does not decide it. */
export const decideCancelProblem = (
  household: Household,
  input: CancelProblemInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], CancelProblemRefusal> => {
  const problem = guarded(household, input, 'CancelProblem', context)
  if (!problem.ok) return problem
  if (problem.value.cancellationProposal?.by === context.actor.personId) return refuse('proposer-decides')
  return succeed([{ type: 'ProblemCancelled', ...input, on: context.today }])
}

export const declineCancellationInput = z.object({ problemId, reason: z.string().max(2000) })
export type DeclineCancellationInput = z.infer<typeof declineCancellationInput>

export type DeclineCancellationRefusal = FindProblemRefusal | 'reason-missing' | 'nothing-proposed'

export const decideDeclineCancellation = (
  household: Household,
  input: DeclineCancellationInput,
  { actor }: DecisionContext,
): Outcome<HouseholdEvent[], DeclineCancellationRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'CancelProblem', actor)
  if (!problem.ok) return problem
  if (problem.value.cancellationProposal === null) return refuse('nothing-proposed')
  if (input.reason.trim() === '') return refuse('reason-missing')
  return succeed([{ type: 'CancellationDeclined', ...input }])
}
