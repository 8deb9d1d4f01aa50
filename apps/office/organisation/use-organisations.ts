import { useQuery } from '@tanstack/react-query'
import { listOrganisations, type OrganisationRow } from '@thaiqm/contract/organisation/organisation-routes.ts'
import { ask } from '../platform/api.ts'

/** The partners this officer may see. */
export const useOrganisations = () =>
  useQuery({ queryKey: ['organisations'], queryFn: () => ask(listOrganisations, { query: {} }), staleTime: 60_000 })

export const nameOfOrganisation = (
  organisations: readonly OrganisationRow[] | undefined,
  organisationId: string | null,
): string | null => organisations?.find(one => one.organisationId === organisationId)?.nameTh ?? null
