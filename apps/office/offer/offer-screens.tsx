import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const offerRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/offers',
    component: lazyRouteComponent(() => import('./offer-screen.tsx'), 'OfferScreen'),
  }),
]
