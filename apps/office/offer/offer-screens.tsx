import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const OfferScreen = lazyPage('OfferScreen', async () => (await import('./offer-screen.tsx')).OfferScreen)

export const offerRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/offers',
    component: OfferScreen,
  }),
]
