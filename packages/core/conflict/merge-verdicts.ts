import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { ProblemId, RoundId } from '../ledger/identifiers.ts'
import type { Problem } from '../problem/problem.ts'
import { stateAfter } from '../rexray/verdict.ts'
import { isSaidAlike } from './conflict.ts'
import { type Difference, saidAt } from './found-conflicts.ts'

export type Rechecked = Extract<HouseholdEvent, { type: 'ProblemRechecked' }>

/** A hardship's standing result in a round, in the words a verdict is given with. */
export const verdictStanding = (problem: Problem, roundId: RoundId) => {
  const recheck = problem.rechecks.find(r => r.roundId === roundId)
  return {
    verdict: recheck?.verdict ?? null,
    state: problem.state,
    note: recheck?.note ?? problem.closeNote,
    causeCodes: [...problem.causeCodes],
    cause: problem.rootCause,
    dueOn: problem.dueOn,
  }
}

/** What a verdict would write over, by name; undefined where it leaves what stands. */
const writtenBy = (event: Rechecked) => {
  const state = stateAfter[event.verdict]
  const isOpen = state === 'OPEN' || state === 'IN_PROGRESS'
  return {
    state,
    recheck: { verdict: event.verdict, note: event.note },
    causeCodes: event.causeCodes.length > 0 ? event.causeCodes : undefined,
    cause: event.cause === '' ? undefined : event.cause,
    dueOn: isOpen && event.dueOn !== null ? event.dueOn : undefined,
    closeNote: isOpen ? '' : event.note,
    cancellationProposal: isOpen ? undefined : null,
  }
}

const heldBy = (problem: Problem, roundId: RoundId) => {
  const recheck = problem.rechecks.find(r => r.roundId === roundId)
  return {
    state: problem.state,
    recheck: recheck === undefined ? null : { verdict: recheck.verdict, note: recheck.note },
    causeCodes: problem.causeCodes,
    cause: problem.rootCause,
    dueOn: problem.dueOn,
    closeNote: problem.closeNote,
    cancellationProposal: problem.cancellationProposal,
  }
}

const otherOf = (event: Rechecked) => {
  const { verdict, note, causeCodes, cause, dueOn, evidence } = event
  return {
    verdict,
    state: stateAfter[verdict],
    note,
    causeCodes: [...causeCodes],
    cause,
    dueOn,
    evidence: [...evidence],
  }
}

export interface MergedVerdicts {
  readonly events: readonly Rechecked[]
  readonly differences: readonly Difference[]
}

/**
 * Verdicts given on hardships as they were seen, held against hardships as they stand. A verdict that would write over
 * something not seen is kept beside it; one that only repeats what was seen leaves the newer word standing.
 */
export const mergeVerdicts = (given: readonly Rechecked[], seen: Household, household: Household): MergedVerdicts => {
  const events: Rechecked[] = []
  const differences: Difference[] = []
  for (const event of given) {
    const now = household.problems.find(p => p.id === event.problemId)
    const then = seen.problems.find(p => p.id === event.problemId)
    if (now === undefined || then === undefined) continue
    const stands = heldBy(now, event.roundId)
    const saw = heldBy(then, event.roundId)
    const writes = writtenBy(event)
    const names = (Object.keys(stands) as (keyof typeof stands)[]).filter(name => writes[name] !== undefined)
    const touched = names.filter(name => !isSaidAlike(stands[name], saw[name]))
    if (touched.every(name => isSaidAlike(stands[name], writes[name]))) events.push(event)
    else if (!names.every(name => isSaidAlike(writes[name], saw[name]))) differences.push(differenceOf(event, now))
  }
  return { events, differences }
}

const differenceOf = (event: Rechecked, now: Problem): Difference => {
  const place = { kind: 'verdict' as const, roundId: event.roundId, problemId: event.problemId }
  return {
    place,
    standing: saidAt(place, verdictStanding(now, event.roundId)),
    other: saidAt(place, otherOf(event)),
    follows: false,
  }
}

/** A kept verdict as the fact it would have been, given by whoever chooses it now. */
export const verdictFact = (
  place: { readonly roundId: RoundId; readonly problemId: ProblemId },
  value: unknown,
  on: Rechecked['on'],
): Rechecked => {
  const { verdict, note, causeCodes, cause, dueOn, evidence } = value as ReturnType<typeof otherOf>
  return {
    type: 'ProblemRechecked',
    problemId: place.problemId,
    roundId: place.roundId,
    verdict,
    note,
    causeCodes,
    cause,
    dueOn,
    evidence: evidence ?? [],
    on,
  }
}
