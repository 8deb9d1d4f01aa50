import { Navigate } from '@tanstack/react-router'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { StandingScreen } from '../measure/standing.tsx'
import { useSession } from '../platform/session.tsx'
import { startPath } from './navigation.ts'

/** The first page: where we stand, for those who see figures; else the first page of their own work. */
export const HomeScreen = () => {
  const { actor, isPractice } = useSession()
  return hasAbility(actor, 'read-figures') ? <StandingScreen /> : <Navigate to={startPath(actor, isPractice)} replace />
}
