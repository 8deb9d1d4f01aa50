import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const PersonScreen = lazyPage('PersonScreen', async () => (await import('./person-screen.tsx')).PersonScreen)

export const personRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/people',
    component: PersonScreen,
  }),
]
