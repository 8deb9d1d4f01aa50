import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const practiceRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/practice-clock',
    component: lazyRouteComponent(() => import('./practice-clock.tsx'), 'PracticeClockScreen'),
  }),
]
