import { useQuery } from '@tanstack/react-query'
import { listParked } from '@thaiqm/contract/sync/sync-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { ask } from '../platform/api.ts'
import { useSession } from '../platform/session.tsx'

const LOOKED_AT_EVERY_MS = 60_000

/** What is kept for a person to look at, asked again each minute: an inbox nobody sees is overlooked. */
export const useParked = () => {
  const { actor } = useSession()
  return useQuery({
    queryKey: ['parked'],
    queryFn: () => ask(listParked, {}),
    enabled: hasAbility(actor, 'read-parked'),
    refetchInterval: LOOKED_AT_EVERY_MS,
  })
}
