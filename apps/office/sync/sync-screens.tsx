import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { ParkedScreen } from './parked.tsx'

export const syncRoutes = (parent: AnyRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/parked', component: ParkedScreen }),
]
