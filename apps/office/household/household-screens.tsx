import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const householdRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/households',
    component: lazyRouteComponent(() => import('./household-list.tsx'), 'HouseholdListScreen'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/households/$householdId',
    component: lazyRouteComponent(() => import('./household-page.tsx'), 'HouseholdScreen'),
  }),
]
