import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const measureRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/lists/$measure',
    component: lazyRouteComponent(() => import('./counted-list.tsx'), 'CountedListScreen'),
  }),
]
