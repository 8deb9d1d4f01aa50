import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const LetterheadScreen = lazyPage(
  'LetterheadScreen',
  async () => (await import('./letterhead-screen.tsx')).LetterheadScreen,
)

export const letterheadRoutes = (parent: AnyRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/letterhead', component: LetterheadScreen }),
]
