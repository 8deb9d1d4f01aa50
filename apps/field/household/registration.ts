import { villageCode } from '@thaiqm/core/area/area-code.ts'
import type { Address, MissedReason, Position } from '@thaiqm/core/household/household.ts'
import type { RegisterHouseholdInput } from '@thaiqm/core/household/register-household.ts'

/** What the surveyor says of a household that is not in the system. */
export interface Registration {
  readonly origin: 'MISSED' | 'NEW'
  readonly missedReason: MissedReason | null
  readonly address: Address
  readonly position: Position | null
}

export const emptyRegistration = (villageName: string): Registration => ({
  origin: 'MISSED',
  missedReason: null,
  address: { houseCode: null, houseNumber: '', villageName, lane: '', road: '', sequenceInHouse: 1 },
  position: null,
})

/** A house without number and code must be found again by its position (domain brief 6, M3). */
export const needsPosition = ({ address }: Registration): boolean =>
  address.houseNumber.trim() === '' && address.houseCode === null

/** The next family under a house that is in the system already (scenario 7): its number plus one. */
export const nextInHouse = (
  known: readonly { readonly houseNumber: string; readonly sequenceInHouse: number }[],
  houseNumber: string,
): number => {
  const same = known.filter(row => row.houseNumber === houseNumber.trim() && row.houseNumber !== '')
  return Math.min(20, Math.max(0, ...same.map(row => row.sequenceInHouse)) + 1)
}

export const toRegisterInput = (given: Registration, areaCode: string): RegisterHouseholdInput => ({
  origin: given.origin,
  missedReason: given.origin === 'MISSED' ? given.missedReason : null,
  areaCode: villageCode.parse(areaCode),
  address: { ...given.address, houseNumber: given.address.houseNumber.trim() },
  position: given.position,
  phone: null,
  statedMemberCount: null,
  members: [],
})
