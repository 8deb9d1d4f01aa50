import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { lazy, Suspense } from 'react'
import { BASE_PATH } from './platform/base-path.ts'
import { NotFoundScreen, ScreenFault } from './platform/screen-fault.tsx'
import { useSession } from './session/session-provider.tsx'

const SignInScreen = lazy(async () => ({
  default: (await import('./session/sign-in-screen.tsx')).SignInScreen,
}))

const UnlockScreen = lazy(async () => ({
  default: (await import('./session/unlock-screen.tsx')).UnlockScreen,
}))

const SignedIn = lazy(async () => ({
  default: (await import('./platform/signed-in.tsx')).SignedIn,
}))

/** Nothing is shown to nobody: without a session every address is the sign-in page. */
const Root = () => {
  const { state } = useSession()
  if (state.kind === 'loading') return <Skeleton lines={6} />
  if (state.kind === 'signed-out') {
    return (
      <Suspense fallback={<Skeleton lines={6} />}>
        <SignInScreen view={state.view} isOffline={state.isOffline} people={state.people} />
      </Suspense>
    )
  }
  if (state.kind === 'locked') {
    return (
      <Suspense fallback={<Skeleton lines={6} />}>
        <UnlockScreen key={state.person.personId} {...state} />
      </Suspense>
    )
  }
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <SignedIn key={`${state.app.actor.personId}-${state.app.actor.postId}`} />
    </Suspense>
  )
}

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundScreen, errorComponent: ScreenFault })
const under = <Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component })

const surveyRoom = () => import('./survey/survey-screen.tsx')

/** Listing a village needs no rules and no catalogue: they come with the first household that is opened. */
const routeTree = root.addChildren([
  under(
    '/',
    lazyRouteComponent(() => import('./coverage/home-screen.tsx'), 'HomeScreen'),
  ),
  under(
    '/search',
    lazyRouteComponent(() => import('./household/search-screen.tsx'), 'SearchScreen'),
  ),
  under(
    '/villages/$areaCode',
    lazyRouteComponent(() => import('./household/village-screen.tsx'), 'VillageScreen'),
  ),
  under(
    '/villages/$areaCode/map',
    lazyRouteComponent(() => import('./household/map-screen.tsx'), 'MapScreen'),
  ),
  under(
    '/villages/$areaCode/register',
    lazyRouteComponent(() => import('./household/register-screen.tsx'), 'RegisterScreen'),
  ),
  under(
    '/households/$householdId',
    lazyRouteComponent(() => import('./household/household-screen.tsx'), 'HouseholdScreen'),
  ),
  under(
    '/households/$householdId/visit',
    lazyRouteComponent(() => import('./household/visit-screen.tsx'), 'VisitScreen'),
  ),
  under(
    '/households/$householdId/report',
    lazyRouteComponent(() => import('./problem/report-problem-screen.tsx'), 'ReportProblemScreen'),
  ),
  under(
    '/households/$householdId/assistance',
    lazyRouteComponent(() => import('./assistance/assistance-screen.tsx'), 'AssistanceScreen'),
  ),
  under(
    '/households/$householdId/conflicts',
    lazyRouteComponent(() => import('./conflict/conflict-screen.tsx'), 'ConflictScreen'),
  ),
  under(
    '/households/$householdId/problems/$problemId',
    lazyRouteComponent(() => import('./problem/problem-screen.tsx'), 'ProblemScreen'),
  ),
  under('/households/$householdId/survey', lazyRouteComponent(surveyRoom, 'SurveyScreen')),
  under('/households/$householdId/survey/$step', lazyRouteComponent(surveyRoom, 'SurveyStepScreen')),
  under(
    '/drafts',
    lazyRouteComponent(() => import('./survey/drafts-screen.tsx'), 'DraftsScreen'),
  ),
  under(
    '/households/$householdId/sent/$commandId',
    lazyRouteComponent(() => import('./survey/sent-screen.tsx'), 'SentScreen'),
  ),
  under(
    '/sync',
    lazyRouteComponent(() => import('./sync/sync-screen.tsx'), 'SyncScreen'),
  ),
  under(
    '/me',
    lazyRouteComponent(() => import('./session/me-screen.tsx'), 'MeScreen'),
  ),
  under(
    '/ready',
    lazyRouteComponent(() => import('./readiness/readiness-screen.tsx'), 'ReadinessScreen'),
  ),
  under(
    '/me/areas',
    lazyRouteComponent(() => import('./area/held-areas-screen.tsx'), 'HeldAreasScreen'),
  ),
  under(
    '/me/work',
    lazyRouteComponent(() => import('./sync/my-work-screen.tsx'), 'MyWorkScreen'),
  ),
  under(
    '/me/figures',
    lazyRouteComponent(() => import('./measure/my-figures-screen.tsx'), 'MyFiguresScreen'),
  ),
])

export const router = createRouter({
  routeTree,
  basepath: BASE_PATH,
  defaultPreload: false,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
