import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const CountedListScreen = lazyPage(
  'CountedListScreen',
  async () => (await import('./counted-list.tsx')).CountedListScreen,
)

export const measureRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/lists/$measure',
    component: CountedListScreen,
  }),
]
