import { z } from 'zod'
import { areaCode, holdsArea } from '../area/area-code.ts'
import { addDays, type Day, day } from '../ledger/day.ts'
import { roundId } from '../ledger/identifiers.ts'

export const deadlineOverride = z.object({
  areaCode,
  recordBy: day,
  resolveBy: day,
  reason: z.string().min(1),
})
export type DeadlineOverride = z.infer<typeof deadlineOverride>

/**
 * A survey round. The baseline is a closed round that was imported; a Re-X-Ray round checks it again. Deadlines are
 * data, per round and area (the letter of 28 November 2566 is one such round).
 */
export const round = z.object({
  id: roundId,
  kind: z.enum(['BASELINE', 'RE_XRAY']),
  nameTh: z.string().min(1),
  nameEn: z.string().min(1),
  yearBe: z.number().int().min(2500).max(2700),
  opensOn: day,
  /** Last day, in Bangkok, on which forms may be begun and sent. */
  recordBy: day,
  /** Last day by which every hardship of the round is to be solved. */
  resolveBy: day,
  /** Days after `recordBy` in which a form begun in time may still be sent. */
  graceDays: z.number().int().min(0),
  formVersion: z.string().nullable(),
  overrides: z.array(deadlineOverride),
})
export type Round = z.infer<typeof round>

export type RoundPhase = 'PLANNED' | 'OPEN' | 'RESOLVING' | 'CLOSED'

export interface Deadlines {
  readonly recordBy: Day
  readonly resolveBy: Day
}

/** The deadlines that hold in an area: the override of the narrowest area that has one, else the round's own. */
export const deadlinesFor = (of: Round, area: string): Deadlines => {
  const narrowest = of.overrides
    .filter(override => holdsArea(override.areaCode, area))
    .sort((a, b) => b.areaCode.length - a.areaCode.length)[0]
  return narrowest ?? of
}

export const roundPhase = (of: Round, area: string, today: Day): RoundPhase => {
  if (of.kind === 'BASELINE') return 'CLOSED'
  const deadlines = deadlinesFor(of, area)
  if (today < of.opensOn) return 'PLANNED'
  if (today <= deadlines.recordBy) return 'OPEN'
  return today <= deadlines.resolveBy ? 'RESOLVING' : 'CLOSED'
}

export type Recording = 'in-time' | 'in-grace' | 'late' | 'not-yet'

/**
 * How a form counts that was begun on one day and is sent on another: in time; begun in time and sent within the
 * grace; or late, which needs the permission to record late (domain brief 13.1 and scenario 10).
 */
export const recordingOf = (of: Round, area: string, begunOn: Day, sentOn: Day): Recording => {
  if (begunOn < of.opensOn) return 'not-yet'
  const { recordBy } = deadlinesFor(of, area)
  if (sentOn <= recordBy) return 'in-time'
  return begunOn <= recordBy && sentOn <= addDays(recordBy, of.graceDays) ? 'in-grace' : 'late'
}

/** The Re-X-Ray rounds whose figures still move, the newest first. */
export const currentRounds = (rounds: readonly Round[]): readonly Round[] =>
  rounds.filter(r => r.kind === 'RE_XRAY').sort((a, b) => (a.opensOn < b.opensOn ? 1 : -1))
