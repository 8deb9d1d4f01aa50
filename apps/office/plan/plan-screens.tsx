import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const PlanScreen = lazyPage('PlanScreen', async () => (await import('./plan-screen.tsx')).PlanScreen)
const RelapseScreen = lazyPage('RelapseScreen', async () => (await import('./relapse-screen.tsx')).RelapseScreen)

export const planRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/households/$householdId/plan',
    component: PlanScreen,
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/relapse',
    component: RelapseScreen,
  }),
]
