import { useQuery } from '@tanstack/react-query'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { readRemedies } from '@thaiqm/contract/plan/remedy-routes.ts'
import { ask } from '../platform/api.ts'

/** The ranked menu for a household as it stands; asked again when the household has changed. */
export const useRemedies = (household: Pick<HouseholdView, 'id' | 'version'>) =>
  useQuery({
    queryKey: ['remedies', household.id, household.version],
    queryFn: () => ask(readRemedies, { params: { householdId: household.id } }),
    // The order must not change under the hands of whoever is choosing.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
