import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const dutyRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/today',
    component: lazyRouteComponent(() => import('./today-screen.tsx'), 'TodayScreen'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/call-backs/$householdId/$problemId',
    component: lazyRouteComponent(() => import('./call-back-screen.tsx'), 'CallBackScreen'),
  }),
]
