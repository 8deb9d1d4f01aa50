import { z } from 'zod'
import type { Clocks } from '../duty/clocks.ts'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { addDays, type Day, day } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { organisationId, problemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { evidence } from './evidence.ts'
import { type FindProblemRefusal, findProblemFor } from './find-problem.ts'
import { lanesFor, type SolvingLane, solvingLane } from './solving-lane.ts'

export const chooseLaneInput = z.object({
  problemId,
  lane: solvingLane,
  /** Who moves it on: the household's head, a village group, an officer. */
  ownerName: z.string().max(200),
  organisationId: organisationId.nullable(),
  /** Null: the latest day the lane allows. */
  lookAgainOn: day.nullable(),
  note: z.string().max(2000),
})
export type ChooseLaneInput = z.infer<typeof chooseLaneInput>

type LookAgainRefusal = 'due-day-passed' | 'look-again-too-late'

/** The day to look again: the one given, within what the lane's clock allows; the last day it allows when none is given. */
const lookAgainDay = (
  given: Day | null,
  lane: SolvingLane,
  today: Day,
  clocks: Clocks,
): Outcome<Day, LookAgainRefusal> => {
  const latest = addDays(today, clocks.lookAgainAfterDays[lane])
  if (given === null) return succeed(latest)
  if (given < today) return refuse('due-day-passed', { day: given })
  return given > latest ? refuse('look-again-too-late', { day: given, latest }) : succeed(given)
}

export type ChooseLaneRefusal = FindProblemRefusal | 'lane-owner-missing' | 'care-only' | LookAgainRefusal

/** Every problem gets an owner and a day to look again; what is beyond anyone's power stays in continuing care. */
export const decideChooseLane = (
  household: Household,
  input: ChooseLaneInput,
  { actor, today, clocks }: DecisionContext,
): Outcome<HouseholdEvent[], ChooseLaneRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'ChooseLane', actor)
  if (!problem.ok) return problem
  if (!lanesFor(problem.value).includes(input.lane)) return refuse('care-only')
  if (input.ownerName.trim() === '' && input.organisationId === null) return refuse('lane-owner-missing')
  const lookAgainOn = lookAgainDay(input.lookAgainOn, input.lane, today, clocks)
  if (!lookAgainOn.ok) return lookAgainOn
  return succeed([{ ...input, type: 'LaneChosen', lookAgainOn: lookAgainOn.value }])
}

export const recordFollowUpInput = z.object({
  problemId,
  note: z.string().max(2000),
  lookAgainOn: day.nullable(),
  evidence: z.array(evidence),
})
export type RecordFollowUpInput = z.infer<typeof recordFollowUpInput>

export type RecordFollowUpRefusal = FindProblemRefusal | 'note-missing' | LookAgainRefusal

/** ติดตามความคืบหน้า: how it stands, in words, and when somebody looks again. */
export const decideRecordFollowUp = (
  household: Household,
  input: RecordFollowUpInput,
  { actor, today, clocks }: DecisionContext,
): Outcome<HouseholdEvent[], RecordFollowUpRefusal> => {
  const problem = findProblemFor(household, input.problemId, 'RecordFollowUp', actor)
  if (!problem.ok) return problem
  if (input.note.trim() === '') return refuse('note-missing')
  const lookAgainOn = lookAgainDay(input.lookAgainOn, problem.value.lane?.lane ?? 'COMMUNITY', today, clocks)
  if (!lookAgainOn.ok) return lookAgainOn
  return succeed([{ ...input, type: 'FollowedUp', lookAgainOn: lookAgainOn.value, on: today }])
}
