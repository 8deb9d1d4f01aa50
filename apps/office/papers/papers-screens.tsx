import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const PapersScreen = lazyPage('PapersScreen', async () => (await import('./papers-screen.tsx')).PapersScreen)

export const papersRoutes = (parent: AnyRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/papers', component: PapersScreen }),
]
