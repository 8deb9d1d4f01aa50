import { useQuery } from '@tanstack/react-query'
import { readHousehold } from '@thaiqm/contract/household/household-routes.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import { ask } from '../platform/api.ts'

/** One household's record as this reader may see it; not asked for while there is no id, or nobody wants it yet. */
export const useHousehold = (id: string | null, isWanted = true) =>
  useQuery({
    queryKey: ['household', id ?? ''],
    queryFn: () => ask(readHousehold, { params: { householdId: (id ?? '') as HouseholdId } }),
    enabled: id !== null && isWanted,
  })
