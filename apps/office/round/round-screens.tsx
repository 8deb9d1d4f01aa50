import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const RoundScreen = lazyPage('RoundScreen', async () => (await import('./round-screen.tsx')).RoundScreen)

export const roundRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/rounds',
    component: RoundScreen,
  }),
]
