import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { CountedListScreen } from './counted-list.tsx'

export const measureRoutes = (parent: AnyRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/lists/$measure', component: CountedListScreen }),
]
