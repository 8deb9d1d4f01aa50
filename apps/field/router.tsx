import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router'
import { BASE_PATH } from './platform/base-path.ts'
import { NotFoundScreen, PageNotHere, ScreenFault } from './platform/screen-fault.tsx'
import { SignedIn } from './platform/signed-in.tsx'

const root = createRootRoute({ component: SignedIn, notFoundComponent: NotFoundScreen, errorComponent: ScreenFault })
const under = <Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component })

const surveyRoom = () => import('./survey/survey-screen.tsx')

/**
 * A page that comes when it is first opened. The library opens the whole app anew where a page's file cannot be had, since
 * a newer build may have replaced it; without a signal that would leave nothing but the browser's own page.
 */
const pageOf = <Room extends Record<string, unknown>, Name extends keyof Room & string>(
  load: () => Promise<Room>,
  name: Name,
) =>
  lazyRouteComponent(
    () =>
      load().catch((fault: unknown) => {
        throw navigator.onLine ? fault : new PageNotHere()
      }),
    name,
  )

/** Listing a village needs no rules and no catalogue: they come with the first household that is opened. */
const routeTree = root.addChildren([
  under(
    '/',
    pageOf(() => import('./coverage/home-screen.tsx'), 'HomeScreen'),
  ),
  under(
    '/today',
    pageOf(() => import('./duty/today-screen.tsx'), 'TodayScreen'),
  ),
  under(
    '/search',
    pageOf(() => import('./household/search-screen.tsx'), 'SearchScreen'),
  ),
  under(
    '/villages/$areaCode',
    pageOf(() => import('./household/village-screen.tsx'), 'VillageScreen'),
  ),
  under(
    '/villages/$areaCode/map',
    pageOf(() => import('./household/map-screen.tsx'), 'MapScreen'),
  ),
  under(
    '/villages/$areaCode/register',
    pageOf(() => import('./household/register-screen.tsx'), 'RegisterScreen'),
  ),
  under(
    '/households/$householdId',
    pageOf(() => import('./household/household-screen.tsx'), 'HouseholdScreen'),
  ),
  under(
    '/households/$householdId/visit',
    pageOf(() => import('./household/visit-screen.tsx'), 'VisitScreen'),
  ),
  under(
    '/households/$householdId/report',
    pageOf(() => import('./problem/report-problem-screen.tsx'), 'ReportProblemScreen'),
  ),
  under(
    '/households/$householdId/assistance',
    pageOf(() => import('./assistance/assistance-screen.tsx'), 'AssistanceScreen'),
  ),
  under(
    '/households/$householdId/conflicts',
    pageOf(() => import('./conflict/conflict-screen.tsx'), 'ConflictScreen'),
  ),
  under(
    '/households/$householdId/problems/$problemId',
    pageOf(() => import('./problem/problem-screen.tsx'), 'ProblemScreen'),
  ),
  under('/households/$householdId/survey', pageOf(surveyRoom, 'SurveyScreen')),
  under('/households/$householdId/survey/$step', pageOf(surveyRoom, 'SurveyStepScreen')),
  under(
    '/drafts',
    pageOf(() => import('./survey/drafts-screen.tsx'), 'DraftsScreen'),
  ),
  under(
    '/households/$householdId/sent/$commandId',
    pageOf(() => import('./survey/sent-screen.tsx'), 'SentScreen'),
  ),
  under(
    '/meetings',
    pageOf(() => import('./meeting/meetings-screen.tsx'), 'MeetingsScreen'),
  ),
  under(
    '/meetings/new',
    pageOf(() => import('./meeting/new-meeting-screen.tsx'), 'NewMeetingScreen'),
  ),
  under(
    '/meetings/$meetingId',
    pageOf(() => import('./meeting/meeting-screen.tsx'), 'MeetingScreen'),
  ),
  under(
    '/sync',
    pageOf(() => import('./sync/sync-screen.tsx'), 'SyncScreen'),
  ),
  under(
    '/me',
    pageOf(() => import('./session/me-screen.tsx'), 'MeScreen'),
  ),
  under(
    '/ready',
    pageOf(() => import('./readiness/readiness-screen.tsx'), 'ReadinessScreen'),
  ),
  under(
    '/me/areas',
    pageOf(() => import('./area/held-areas-screen.tsx'), 'HeldAreasScreen'),
  ),
  under(
    '/me/work',
    pageOf(() => import('./sync/my-work-screen.tsx'), 'MyWorkScreen'),
  ),
  under(
    '/me/figures',
    pageOf(() => import('./measure/my-figures-screen.tsx'), 'MyFiguresScreen'),
  ),
])

/** A router of its own for each time somebody comes in: it begins where the browser stands, with nothing of the one before. */
export const openRouter = () =>
  createRouter({
    routeTree,
    basepath: BASE_PATH,
    defaultPreload: false,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRouter>
  }
}
