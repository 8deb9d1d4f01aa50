import { Outlet } from '@tanstack/react-router'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { Suspense } from 'react'
import { useSendingByItself } from '../sync/use-sync.ts'
import { useReadyForNoSignal } from './ready-for-no-signal.ts'

/** What goes on behind every page once somebody is at work: sending, and fetching what days without a signal need. */
export const SignedIn = () => {
  useSendingByItself()
  useReadyForNoSignal()
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <Outlet />
    </Suspense>
  )
}
