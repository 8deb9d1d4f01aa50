import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const sessionRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/account',
    component: lazyRouteComponent(() => import('./account.tsx'), 'AccountScreen'),
  }),
]
