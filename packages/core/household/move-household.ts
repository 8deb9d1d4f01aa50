import { z } from 'zod'
import { actorRange } from '../access/actor.ts'
import { isInRange, villageCode } from '../area/area-code.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import type { Household } from './household.ts'
import type { HouseholdEvent } from './household-event.ts'

export const moveHouseholdInput = z.object({
  areaCode: villageCode,
  /** The village's name where it goes to; what stands stays when it is empty. */
  villageName: z.string().max(200),
  reason: z.string().max(2000),
})
export type MoveHouseholdInput = z.infer<typeof moveHouseholdInput>

export type MoveHouseholdRefusal = 'reason-missing' | 'outside-area'

/**
 * The household belongs to another village from now on: its people moved, or a boundary did. Its history goes with it,
 * and so does what waits for a person (scenario 16). Only somebody whose area holds both villages may do it; between
 * districts that is the province.
 */
export const decideMoveHousehold = (
  household: Household,
  input: MoveHouseholdInput,
  { actor }: DecisionContext,
): Outcome<HouseholdEvent[], MoveHouseholdRefusal> => {
  if (!isInRange(input.areaCode, actorRange(actor))) return refuse('outside-area')
  if (input.reason.trim() === '') return refuse('reason-missing')
  if (input.areaCode === household.areaCode) return succeed([])
  return succeed([{ type: 'HouseholdMoved', fromAreaCode: household.areaCode, ...input }])
}
