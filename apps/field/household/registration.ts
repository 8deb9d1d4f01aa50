import { villageCode } from '@thaiqm/core/area/area-code.ts'
import type { Address, MissedReason, Position } from '@thaiqm/core/household/household.ts'
import type { RegisterHouseholdInput } from '@thaiqm/core/household/register-household.ts'
import { letterKey } from '@thaiqm/core/thai/normalise-thai.ts'

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

interface KnownHouse {
  readonly houseNumber: string
  readonly sequenceInHouse: number
  readonly searchText: string
}

/** Families recorded under this house number or this house code already (scenario 7). */
export const inSameHouse = <Row extends KnownHouse>(
  known: readonly Row[],
  { houseNumber, houseCode }: Pick<Address, 'houseNumber' | 'houseCode'>,
): readonly Row[] => {
  const number = houseNumber.trim()
  const code = letterKey(houseCode ?? '')
  return known.filter(
    row => (number !== '' && row.houseNumber === number) || (code !== '' && row.searchText.split('|')[1] === code),
  )
}

/** The number of the next family under a house: one more than the last. */
export const nextInHouse = (same: readonly Pick<KnownHouse, 'sequenceInHouse'>[]): number =>
  Math.min(20, Math.max(0, ...same.map(row => row.sequenceInHouse)) + 1)

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
