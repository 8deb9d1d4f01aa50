import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const assignmentRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/assignment',
    component: lazyRouteComponent(() => import('./assignment-screen.tsx'), 'AssignmentScreen'),
  }),
]
