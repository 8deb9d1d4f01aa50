import { useQuery } from '@tanstack/react-query'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import type { ReactNode } from 'react'
import { CallFailed } from './api.ts'
import { FailedState } from './page.tsx'

type Page = () => ReactNode
type Load = () => Promise<Page>

const loads: Load[] = []

/** The server is there, but not this file: a newer build has taken its place, and only the whole app opened anew has the new one. */
const openAnewWhereServed = async (): Promise<void> => {
  try {
    await window.fetch('/', { method: 'HEAD', cache: 'no-store' })
    window.location.reload()
  } catch {
    // Still no network: the page goes on saying so.
  }
}

/**
 * A page whose code comes when it is first opened. Without a network it says so and can be tried again, instead of
 * leaving the app. `name` is unique among the pages.
 */
export const lazyPage = (name: string, load: Load): Page => {
  loads.push(load)
  return () => {
    const query = useQuery({
      queryKey: ['page', name],
      queryFn: async () => {
        try {
          return { Shown: await load() }
        } catch {
          throw new CallFailed({ ok: false, kind: 'offline' })
        }
      },
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
    })
    if (query.data !== undefined) return <query.data.Shown />
    const retry = async () => {
      if ((await query.refetch()).isError) await openAnewWhereServed()
    }
    if (query.isError)
      return <FailedState error={query.error} onRetry={() => void retry()} isRetrying={query.isFetching} />
    return <Skeleton lines={8} />
  }
}

/** Fetches the code of all pages while nothing else is to do, so that a lost network does not stop the work. */
export const preloadPages = (): void => {
  for (const load of loads) void load().catch(() => undefined)
}
