import { Navigate } from '@tanstack/react-router'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { lazyPage } from '../platform/lazy-page.tsx'
import { useSession } from '../platform/session.tsx'
import { startPath } from './navigation.ts'

const StandingScreen = lazyPage('StandingScreen', async () => (await import('../measure/standing.tsx')).StandingScreen)

/** The first page: where we stand, for those who see figures; else the first page of their own work. */
export const HomeScreen = () => {
  const { actor, isPractice } = useSession()
  if (!hasAbility(actor, 'read-figures')) return <Navigate to={startPath(actor, isPractice)} replace />
  return <StandingScreen />
}
