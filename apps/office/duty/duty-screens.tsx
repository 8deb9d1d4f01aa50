import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const TodayScreen = lazyPage('TodayScreen', async () => (await import('./today-screen.tsx')).TodayScreen)
const CallBackScreen = lazyPage('CallBackScreen', async () => (await import('./call-back-screen.tsx')).CallBackScreen)

export const dutyRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/today',
    component: TodayScreen,
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/call-backs/$householdId/$problemId',
    component: CallBackScreen,
  }),
]
