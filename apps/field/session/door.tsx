import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { lazy, Suspense } from 'react'
import { FaultBoundary } from '../platform/fault-boundary.tsx'
import { useSession } from './session-provider.tsx'

const SignInScreen = lazy(async () => ({ default: (await import('./sign-in-screen.tsx')).SignInScreen }))
const UnlockScreen = lazy(async () => ({ default: (await import('./unlock-screen.tsx')).UnlockScreen }))
const Pages = lazy(async () => ({ default: (await import('../platform/pages.tsx')).Pages }))

const Way = () => {
  const { state } = useSession()
  switch (state.kind) {
    case 'loading':
      return <Skeleton lines={6} />
    case 'signed-out':
      return <SignInScreen view={state.view} isOffline={state.isOffline} people={state.people} />
    case 'locked':
      return <UnlockScreen key={state.person.personId} {...state} />
    case 'signed-in':
      return <Pages key={`${state.app.actor.personId}-${state.app.actor.postId}`} />
  }
}

/**
 * Nothing is shown to nobody: without a session every address is the sign-in page, and until somebody is in, neither the
 * pages nor the library that finds them are fetched.
 */
export const Door = () => (
  <FaultBoundary>
    <Suspense fallback={<Skeleton lines={6} />}>
      <Way />
    </Suspense>
  </FaultBoundary>
)
