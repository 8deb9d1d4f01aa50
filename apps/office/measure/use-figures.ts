import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { readFigures } from '@thaiqm/contract/measure/measure-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { ask } from '../platform/api.ts'
import { useSession } from '../platform/session.tsx'
import { endOfDay } from './as-of.ts'

/** The figures of an area, now or at the end of an earlier day; '' is the officer's own area. */
export const useFigures = (area: string, asOf: Day | null) => {
  const { actor, today, round } = useSession()
  return useQuery({
    queryKey: ['figures', actor.postId, area, round?.id ?? '', asOf ?? `now ${today}`],
    queryFn: () =>
      ask(readFigures, {
        query: {
          ...(area === '' ? {} : { area }),
          ...(asOf === null ? {} : { asOf: endOfDay(asOf) }),
        },
      }),
    enabled: hasAbility(actor, 'read-figures'),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })
}

/** How much work waits in the officer's own area, by measure; for the menu. */
export const useWaitingWork = (): ReadonlyMap<string, number> => {
  const query = useFigures('', null)
  return new Map((query.data?.waiting ?? []).map(entry => [entry.measure, entry.n]))
}
