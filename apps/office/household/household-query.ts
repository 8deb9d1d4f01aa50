import type { HouseholdOrigin } from '@thaiqm/core/household/household.ts'
import type { AddressState } from '../platform/address.ts'

export const surveyStates = ['NOT_STARTED', 'SUBMITTED', 'VERIFIED', 'CERTIFIED', 'RETURNED'] as const
export const origins: readonly HouseholdOrigin[] = ['BASELINE', 'REGISTRY', 'MISSED', 'NEW']
const sorts = ['house', 'name', 'state', 'problems', 'changed'] as const

/** What the household list asks of the server; nonsense in the address counts as absent. */
export const readHouseholdQuery = (address: AddressState, kept: AddressState) => {
  const search = kept.search?.trim() ?? ''
  const surveyState = surveyStates.find(state => state === address.state)
  const origin = origins.find(known => known === address.origin)
  const area = address.area !== undefined && /^(\d\d){1,4}$/.test(address.area) ? address.area : undefined
  return {
    ...(area === undefined ? {} : { area }),
    ...(surveyState === undefined ? {} : { surveyState }),
    ...(origin === undefined ? {} : { origin }),
    ...(search === '' ? {} : { search: search.slice(0, 100) }),
    sort: sorts.find(known => known === address.sort) ?? ('house' as const),
    descending: address.descending === '1',
    page: Math.max(1, Math.trunc(Number(address.page)) || 1),
    pageSize: 50,
  }
}

/** The same as the route's own parameters. */
export const householdParameters = ({ descending, ...rest }: ReturnType<typeof readHouseholdQuery>) => ({
  ...rest,
  ...(descending ? { descending: 'true' } : {}),
})
