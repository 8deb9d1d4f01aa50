import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const planRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/households/$householdId/plan',
    component: lazyRouteComponent(() => import('./plan-screen.tsx'), 'PlanScreen'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/relapse',
    component: lazyRouteComponent(() => import('./relapse-screen.tsx'), 'RelapseScreen'),
  }),
]
