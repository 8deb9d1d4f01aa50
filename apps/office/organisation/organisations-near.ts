import type { OrganisationRow } from '@thaiqm/contract/organisation/organisation-routes.ts'
import { holdsArea } from '@thaiqm/core/area/area-code.ts'
import type { Sector } from '@thaiqm/core/plan/plan.ts'

/** Partners at hand for an area: those of it, of what it lies in, and of its district. */
export const organisationsNear = (
  organisations: readonly OrganisationRow[],
  area: string,
): readonly OrganisationRow[] => {
  const district = area.slice(0, 4)
  return organisations.filter(one => holdsArea(one.areaCode, area) || holdsArea(district, one.areaCode))
}

/** The office of an agency that serves an area: the one with the narrowest area around it; none where there is none. */
export const officeOf = (
  organisations: readonly OrganisationRow[],
  agencyCode: string | null,
  area: string,
): OrganisationRow | undefined =>
  agencyCode === null
    ? undefined
    : organisations
        .filter(one => one.agencyCode === agencyCode && holdsArea(one.areaCode, area))
        .sort((a, b) => b.areaCode.length - a.areaCode.length)[0]

/** Partners grouped by the seven sectors, in the letter's order, each by its Thai name. */
export const bySector = (
  organisations: readonly OrganisationRow[],
  sectors: readonly Sector[],
): readonly { readonly sector: Sector; readonly organisations: readonly OrganisationRow[] }[] =>
  sectors.map(sector => ({
    sector,
    organisations: organisations
      .filter(one => one.sector === sector)
      .sort((a, b) => a.nameTh.localeCompare(b.nameTh, 'th')),
  }))

/** Partners whose name, offers or contact has the words searched for. */
export const searchOrganisations = (
  organisations: readonly OrganisationRow[],
  search: string,
): readonly OrganisationRow[] => {
  const wanted = search.trim().toLocaleLowerCase('th')
  if (wanted === '') return organisations
  return organisations.filter(one =>
    [one.nameTh, one.offers, one.contact].some(text => text.toLocaleLowerCase('th').includes(wanted)),
  )
}
