import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const AccountScreen = lazyPage('AccountScreen', async () => (await import('./account.tsx')).AccountScreen)

export const sessionRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/account',
    component: AccountScreen,
  }),
]
