import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const syncRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/parked',
    component: lazyRouteComponent(() => import('./parked.tsx'), 'ParkedScreen'),
  }),
]
