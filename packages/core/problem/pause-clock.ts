import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { addDays, type Day, day, daysBetween, earlierDay } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { currentRounds, deadlinesFor } from '../round/round.ts'
import { type FindProblemRefusal, findProblemFor } from './find-problem.ts'
import type { Problem } from './problem.ts'

export const requestPauseInput = z.object({ problemId, reason: z.string().max(2000), untilOn: day })
export type RequestPauseInput = z.infer<typeof requestPauseInput>

export const approvePauseInput = z.object({ problemId })
export type ApprovePauseInput = z.infer<typeof approvePauseInput>

export const declinePauseInput = z.object({ problemId, reason: z.string().max(2000) })
export type DeclinePauseInput = z.infer<typeof declinePauseInput>

/** Asked for and not decided yet. */
export const isPauseAsked = ({ pause }: Pick<Problem, 'pause'>): boolean =>
  pause !== undefined && pause.approvedOn === null

/** The clock stands still on this day: asked for, approved, and its last day has not passed. */
export const isPaused = ({ pause }: Pick<Problem, 'pause'>, today: Day): boolean =>
  pause !== undefined && pause.approvedOn !== null && today <= pause.untilOn

export type RequestPauseRefusal =
  | FindProblemRefusal
  | 'reason-missing'
  | 'due-day-passed'
  | 'pause-too-long'
  | 'pauses-used-up'
  | 'pause-already-asked'
  | 'already-overdue'

/**
 * หยุดนับเวลา: a clock may stand still for a reason (rainy season, a court case), until a day, so often and so long as the
 * clocks allow, and never to hide what is overdue already.
 */
export const decideRequestPause = (
  household: Household,
  input: RequestPauseInput,
  { actor, today, clocks }: DecisionContext,
): Outcome<HouseholdEvent[], RequestPauseRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'RequestPause', actor)
  if (!problem.ok) return problem
  const { dueOn, pauseCount } = problem.value
  if (isPauseAsked(problem.value) || isPaused(problem.value, today)) return refuse('pause-already-asked')
  if (input.reason.trim() === '') return refuse('reason-missing')
  if (input.untilOn <= today) return refuse('due-day-passed', { day: input.untilOn })
  if (dueOn !== null && dueOn < today) return refuse('already-overdue', { day: dueOn })
  if ((pauseCount ?? 0) >= clocks.pausesAtMost) return refuse('pauses-used-up', { times: clocks.pausesAtMost })
  if (daysBetween(today, input.untilOn) > clocks.pauseAtMostDays)
    return refuse('pause-too-long', { days: clocks.pauseAtMostDays, latest: addDays(today, clocks.pauseAtMostDays) })
  return succeed([{ ...input, type: 'PauseRequested', on: today }])
}

export type DecidePauseRefusal = FindProblemRefusal | 'no-pause-asked' | 'asker-decides' | 'due-day-passed'

const askedPause = (household: Household, id: ApprovePauseInput['problemId'], context: DecisionContext) => {
  const problem = findProblemFor(household, id, 'DecidePause', context.actor)
  if (!problem.ok) return problem
  const { pause } = problem.value
  return pause === undefined || pause.approvedOn !== null
    ? refuse('no-pause-asked')
    : succeed({ problem: problem.value, pause })
}

/** The district chief approves; the due day moves by the days paused, never past the round's resolution deadline. */
export const decideApprovePause = (
  household: Household,
  input: ApprovePauseInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], DecidePauseRefusal> => {
  const { actor, today, rounds } = context
  const asked = askedPause(household, input.problemId, context)
  if (!asked.ok) return asked
  const { problem, pause } = asked.value
  if (pause.askedBy === actor.personId) return refuse('asker-decides')
  if (pause.untilOn <= today) return refuse('due-day-passed', { day: pause.untilOn })
  const round = currentRounds(rounds)[0]
  const moved = problem.dueOn === null ? null : addDays(problem.dueOn, daysBetween(today, pause.untilOn))
  const dueOn =
    moved === null || round === undefined
      ? moved
      : laterOf(problem.dueOn, earlierDay(moved, deadlinesFor(round, household.areaCode).resolveBy))
  return succeed([{ type: 'PauseApproved', problemId: input.problemId, dueOn, on: today }])
}

const laterOf = (a: Day | null, b: Day): Day => (a !== null && a > b ? a : b)

export const decideDeclinePause = (
  household: Household,
  input: DeclinePauseInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], DecidePauseRefusal | 'reason-missing'> => {
  const asked = askedPause(household, input.problemId, context)
  if (!asked.ok) return asked
  return input.reason.trim() === '' ? refuse('reason-missing') : succeed([{ type: 'PauseDeclined', ...input }])
}
