import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const surveyRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/reviews',
    component: lazyRouteComponent(() => import('./review-screen.tsx'), 'ReviewScreen'),
  }),
]
