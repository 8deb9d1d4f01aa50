import { z } from 'zod'
import { villageCode } from '../area/area-code.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { member } from '../member/member.ts'
import { address, type Household, missedReason, position } from './household.ts'
import type { HouseholdEvent } from './household-event.ts'

export const registerHouseholdInput = z.object({
  origin: z.enum(['REGISTRY', 'MISSED', 'NEW']),
  missedReason: missedReason.nullable(),
  areaCode: villageCode,
  address,
  position: position.nullable(),
  phone: z.string().max(40).nullable(),
  statedMemberCount: z.number().int().min(0).max(60).nullable(),
  members: z.array(member).max(60),
})
export type RegisterHouseholdInput = z.infer<typeof registerHouseholdInput>

export type RegisterHouseholdRefusal = 'household-already-known' | 'missed-reason-missing' | 'place-missing'

/**
 * A household that the last round did not have (letter, item 2). It may have no number at all, but somebody must be
 * able to find it again: a house number, a house code or a position.
 */
export const decideRegisterHousehold = (
  household: Household | null,
  input: RegisterHouseholdInput,
  { today }: DecisionContext,
): Outcome<HouseholdEvent[], RegisterHouseholdRefusal> => {
  if (household !== null) return refuse('household-already-known')
  if (input.origin === 'MISSED' && input.missedReason === null) return refuse('missed-reason-missing')
  const { houseCode, houseNumber } = input.address
  if (houseCode === null && houseNumber.trim() === '' && input.position === null) return refuse('place-missing')
  const { members, ...rest } = input
  const events: HouseholdEvent[] = [{ type: 'HouseholdRegistered', ...rest, importedIn: null, recordedOn: today }]
  if (members.length > 0) events.push({ type: 'MembersRecorded', members })
  return succeed(events)
}
