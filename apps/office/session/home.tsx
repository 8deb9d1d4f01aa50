import { Navigate } from '@tanstack/react-router'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { lazy, Suspense } from 'react'
import { useSession } from '../platform/session.tsx'
import { startPath } from './navigation.ts'

const StandingScreen = lazy(async () => {
  const { StandingScreen: screen } = await import('../measure/standing.tsx')
  return { default: screen }
})

/** The first page: where we stand, for those who see figures; else the first page of their own work. */
export const HomeScreen = () => {
  const { actor, isPractice } = useSession()
  if (!hasAbility(actor, 'read-figures')) return <Navigate to={startPath(actor, isPractice)} replace />
  return (
    <Suspense fallback={<Skeleton lines={8} />}>
      <StandingScreen />
    </Suspense>
  )
}
