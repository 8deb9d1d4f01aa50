import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const needRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/needs',
    component: lazyRouteComponent(() => import('./need-screen.tsx'), 'NeedScreen'),
  }),
]
