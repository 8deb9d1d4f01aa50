import { type Day, daysBetween } from '@thaiqm/core/ledger/day.ts'
import { currentRounds, deadlinesFor, type Round, type RoundPhase, roundPhase } from '@thaiqm/core/round/round.ts'

/** The Re-X-Ray round that an area works in today: the newest that has opened, else the newest planned. */
export const roundFor = (rounds: readonly Round[], area: string, today: Day): Round | undefined => {
  const newestFirst = currentRounds(rounds)
  return newestFirst.find(round => roundPhase(round, area, today) !== 'PLANNED') ?? newestFirst[0]
}

export interface RecordingDeadline {
  readonly phase: RoundPhase
  readonly opensOn: Day
  readonly recordBy: Day
  /** With today counted, as people count days: on the last day 1 is left; 0 once it has passed. */
  readonly daysLeft: number
}

/** How long forms may still be recorded in an area. */
export const recordingDeadline = (round: Round, area: string, today: Day): RecordingDeadline => {
  const { recordBy } = deadlinesFor(round, area)
  return {
    phase: roundPhase(round, area, today),
    opensOn: round.opensOn,
    recordBy,
    daysLeft: Math.max(0, daysBetween(today, recordBy) + 1),
  }
}
