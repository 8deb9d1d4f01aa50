import { type HouseholdRow, listHouseholds, readHousehold } from '@thaiqm/contract/household/household-routes.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { Witness } from './witness.ts'

/** The household with this house number in this village, as the witness's person sees it. */
export const householdAt = async (witness: Witness, area: string, houseNumber: string): Promise<HouseholdRow> => {
  const { rows } = await witness.ask(listHouseholds, { query: { area, search: houseNumber, pageSize: 200 } })
  const found = rows.filter(row => row.houseNumber === houseNumber)
  const [only] = found
  if (only === undefined || found.length > 1)
    throw new Error(`${found.length} households are at ${houseNumber} in ${area}`)
  return only
}

/** The same household's whole record, read anew. */
export const recordOf = async (
  witness: Witness,
  { householdId }: Pick<HouseholdRow, 'householdId'>,
): Promise<HouseholdView> => (await witness.ask(readHousehold, { params: { householdId } })).household
