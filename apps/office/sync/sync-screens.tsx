import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const ParkedScreen = lazyPage('ParkedScreen', async () => (await import('./parked.tsx')).ParkedScreen)

export const syncRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/parked',
    component: ParkedScreen,
  }),
]
