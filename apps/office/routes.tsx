import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { assignmentRoutes } from './assignment/assignment-screens.tsx'
import { auditRoutes } from './audit/audit-screens.tsx'
import { baselineRoutes } from './baseline/baseline-screens.tsx'
import { dataRequestRoutes } from './data-request/data-request-screens.tsx'
import { dutyRoutes } from './duty/duty-screens.tsx'
import { householdRoutes } from './household/household-screens.tsx'
import { letterheadRoutes } from './letterhead/letterhead-screens.tsx'
import { measureRoutes } from './measure/measure-screens.tsx'
import { meetingRoutes } from './meeting/meeting-screens.tsx'
import { needRoutes } from './need/need-screens.tsx'
import { offerRoutes } from './offer/offer-screens.tsx'
import { organisationRoutes } from './organisation/organisation-screens.tsx'
import { papersRoutes } from './papers/papers-screens.tsx'
import { personRoutes } from './person/person-screens.tsx'
import { planRoutes } from './plan/plan-screens.tsx'
import { parseAddress, writeAddress } from './platform/address.ts'
import { NotFoundState, PageFault } from './platform/page.tsx'
import { practiceRoutes } from './practice/practice-screens.tsx'
import { referralRoutes } from './referral/referral-screens.tsx'
import { reminderRoutes } from './reminder/reminder-screens.tsx'
import { roundRoutes } from './round/round-screens.tsx'
import { HomeScreen } from './session/home.tsx'
import { OfficeFrame } from './session/office-frame.tsx'
import { sessionRoutes } from './session/session-screens.tsx'
import { surveyRoutes } from './survey/survey-screens.tsx'
import { syncRoutes } from './sync/sync-screens.tsx'

const rootRoute = createRootRoute({ component: OfficeFrame, notFoundComponent: NotFoundState })

const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: HomeScreen })

/** Each room adds its own pages; a page's folder is its room. */
const tree = rootRoute.addChildren([
  homeRoute,
  ...sessionRoutes(rootRoute),
  ...dutyRoutes(rootRoute),
  ...measureRoutes(rootRoute),
  ...householdRoutes(rootRoute),
  ...dataRequestRoutes(rootRoute),
  ...planRoutes(rootRoute),
  ...referralRoutes(rootRoute),
  ...assignmentRoutes(rootRoute),
  ...meetingRoutes(rootRoute),
  ...surveyRoutes(rootRoute),
  ...syncRoutes(rootRoute),
  ...baselineRoutes(rootRoute),
  ...roundRoutes(rootRoute),
  ...needRoutes(rootRoute),
  ...offerRoutes(rootRoute),
  ...organisationRoutes(rootRoute),
  ...letterheadRoutes(rootRoute),
  ...papersRoutes(rootRoute),
  ...personRoutes(rootRoute),
  ...auditRoutes(rootRoute),
  ...reminderRoutes(rootRoute),
  ...practiceRoutes(rootRoute),
])

export const router = createRouter({
  routeTree: tree,
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  scrollRestoration: true,
  defaultErrorComponent: PageFault,
  defaultPreload: false,
})
