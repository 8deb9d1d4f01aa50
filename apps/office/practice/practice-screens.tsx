import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { PracticeClockScreen } from './practice-clock.tsx'

export const practiceRoutes = (parent: AnyRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/practice-clock', component: PracticeClockScreen }),
]
