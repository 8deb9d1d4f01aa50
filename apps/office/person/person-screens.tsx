import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const personRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/people',
    component: lazyRouteComponent(() => import('./person-screen.tsx'), 'PersonScreen'),
  }),
]
