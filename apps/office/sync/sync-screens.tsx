import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const ParkedScreen = lazyPage('ParkedScreen', async () => (await import('./parked.tsx')).ParkedScreen)
const DevicesScreen = lazyPage('DevicesScreen', async () => (await import('./devices.tsx')).DevicesScreen)

export const syncRoutes = (parent: AnyRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/parked', component: ParkedScreen }),
  createRoute({ getParentRoute: () => parent, path: '/devices', component: DevicesScreen }),
]
