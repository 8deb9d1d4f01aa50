import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const NeedScreen = lazyPage('NeedScreen', async () => (await import('./need-screen.tsx')).NeedScreen)

export const needRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/needs',
    component: NeedScreen,
  }),
]
