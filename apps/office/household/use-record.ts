import { useQuery } from '@tanstack/react-query'
import { readHousehold } from '@thaiqm/contract/household/household-routes.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import { ask } from '../platform/api.ts'

/** Another household's record, once it is here; nothing while it is read or when the reader may not open it. */
export const useRecord = (id: string | null): HouseholdView | undefined =>
  useQuery({
    queryKey: ['household', id ?? ''],
    queryFn: () => ask(readHousehold, { params: { householdId: (id ?? '') as HouseholdId } }),
    enabled: id !== null,
  }).data?.household
