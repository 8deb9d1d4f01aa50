import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const roundRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/rounds',
    component: lazyRouteComponent(() => import('./round-screen.tsx'), 'RoundScreen'),
  }),
]
