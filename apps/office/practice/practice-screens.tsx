import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const PracticeClockScreen = lazyPage(
  'PracticeClockScreen',
  async () => (await import('./practice-clock.tsx')).PracticeClockScreen,
)

export const practiceRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/practice-clock',
    component: PracticeClockScreen,
  }),
]
