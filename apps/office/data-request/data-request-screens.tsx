import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const DataRequestScreen = lazyPage(
  'DataRequestScreen',
  async () => (await import('./data-request-screen.tsx')).DataRequestScreen,
)
const HeldRecordScreen = lazyPage(
  'HeldRecordScreen',
  async () => (await import('./held-record-screen.tsx')).HeldRecordScreen,
)

export const dataRequestRoutes = (parent: AnyRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/data-requests', component: DataRequestScreen }),
  createRoute({
    getParentRoute: () => parent,
    path: '/households/$householdId/held-record',
    component: HeldRecordScreen,
  }),
]
