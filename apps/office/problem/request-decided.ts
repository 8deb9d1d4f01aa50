import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'

type Problem = HouseholdView['problems'][number]

/** The decision on a proposed cancellation, as the household's own command. */
export const cancellationDecided = (
  problem: Problem,
  { reason: proposedFor, survivorId }: NonNullable<Problem['cancellationProposal']>,
  isApproved: boolean,
  reason: string,
): HouseholdCommand =>
  isApproved
    ? { type: 'CancelProblem', input: { problemId: problem.id, reason: proposedFor, survivorId } }
    : { type: 'DeclineCancellation', input: { problemId: problem.id, reason } }

/** The decision on a pause that was asked for, as the household's own command. */
export const pauseDecided = (problem: Problem, isApproved: boolean, reason: string): HouseholdCommand =>
  isApproved
    ? { type: 'ApprovePause', input: { problemId: problem.id } }
    : { type: 'DeclinePause', input: { problemId: problem.id, reason } }
