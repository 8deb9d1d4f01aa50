import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const PapersScreen = lazyPage('PapersScreen', async () => (await import('./papers-screen.tsx')).PapersScreen)
const CaseSheetScreen = lazyPage(
  'CaseSheetScreen',
  async () => (await import('./case-sheet-screen.tsx')).CaseSheetScreen,
)

export const papersRoutes = (parent: AnyRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/papers', component: PapersScreen }),
  createRoute({
    getParentRoute: () => parent,
    path: '/households/$householdId/case-sheet',
    component: CaseSheetScreen,
  }),
]
