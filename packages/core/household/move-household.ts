import { z } from 'zod'
import { type Actor, actorRange, isDistrictOfficer } from '../access/actor.ts'
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

const province = (area: string): string => area.slice(0, 2)

/** A district hands a family over to any other of its province; everybody else moves it within their own area. */
const mayMoveTo = (village: string, actor: Actor): boolean =>
  isInRange(village, actorRange(actor)) ||
  (isDistrictOfficer(actor) && actor.areaCode.length >= 4 && province(village) === province(actor.areaCode))

export type MoveHouseholdRefusal = 'reason-missing' | 'outside-area'

/**
 * The household belongs to another village from now on: its people moved, or a boundary did. Its history goes with it,
 * and so does what waits for a person (scenario 16). From then on only the receiving area reads it; that it was handed
 * over stays known to both.
 */
export const decideMoveHousehold = (
  household: Household,
  input: MoveHouseholdInput,
  { actor }: DecisionContext,
): Outcome<HouseholdEvent[], MoveHouseholdRefusal> => {
  if (!mayMoveTo(input.areaCode, actor)) return refuse('outside-area')
  if (input.reason.trim() === '') return refuse('reason-missing')
  if (input.areaCode === household.areaCode) return succeed([])
  return succeed([{ type: 'HouseholdMoved', fromAreaCode: household.areaCode, ...input }])
}
