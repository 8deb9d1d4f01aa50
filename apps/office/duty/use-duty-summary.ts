import { useQuery } from '@tanstack/react-query'
import { readDutySummary } from '@thaiqm/contract/duty/duty-summary.ts'
import { ask } from '../platform/api.ts'
import { useSession } from '../platform/session.tsx'

const LOOKED_AT_EVERY_MS = 5 * 60_000

/** How much waits for the person who looks, under the post in use; asked again every five minutes where it stands in the menu. */
export const useDutySummary = (isAsked = true) => {
  const { actor, today } = useSession()
  return useQuery({
    queryKey: ['duty-summary', actor.postId, today],
    queryFn: () => ask(readDutySummary, {}),
    refetchInterval: LOOKED_AT_EVERY_MS,
    enabled: isAsked,
  })
}
