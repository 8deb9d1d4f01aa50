import { z } from 'zod'
import { instant } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { photoHash, roundId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { roundPhase } from '../round/round.ts'
import type { Household, HouseholdStatus, VisitOutcome } from './household.ts'
import type { HouseholdEvent } from './household-event.ts'

export const recordVisitInput = z.object({
  roundId,
  outcome: z.enum(['ABSENT', 'REFUSED', 'VACANT', 'DEMOLISHED', 'MOVED', 'NOT_FOUND']),
  visitedAt: instant,
  note: z.string().max(2000),
  photos: z.array(photoHash).max(10),
})
export type RecordVisitInput = z.infer<typeof recordVisitInput>

export type RecordVisitRefusal = 'round-unknown' | 'round-closed'

const statusAfter: Partial<Record<VisitOutcome, HouseholdStatus>> = {
  VACANT: 'VACANT',
  DEMOLISHED: 'DEMOLISHED',
  MOVED: 'MOVED',
}

/** A visit without a form: nobody home, refused, or the house is empty, gone or moved away from. */
export const decideRecordVisit = (
  household: Household,
  input: RecordVisitInput,
  { rounds, today }: DecisionContext,
): Outcome<HouseholdEvent[], RecordVisitRefusal> => {
  const round = rounds.find(r => r.id === input.roundId && r.kind === 'RE_XRAY')
  if (round === undefined) return refuse('round-unknown')
  if (['PLANNED', 'CLOSED'].includes(roundPhase(round, household.areaCode, today))) return refuse('round-closed')
  const events: HouseholdEvent[] = [{ type: 'HouseholdVisited', ...input }]
  const status = statusAfter[input.outcome]
  if (status !== undefined && status !== household.status) events.push({ type: 'HouseholdStatusChanged', status })
  return succeed(events)
}
