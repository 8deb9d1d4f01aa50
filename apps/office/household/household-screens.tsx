import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const HouseholdListScreen = lazyPage(
  'HouseholdListScreen',
  async () => (await import('./household-list.tsx')).HouseholdListScreen,
)
const HandoverScreen = lazyPage('HandoverScreen', async () => (await import('./handovers.tsx')).HandoverScreen)
const HouseholdScreen = lazyPage('HouseholdScreen', async () => (await import('./household-page.tsx')).HouseholdScreen)

export const householdRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/households',
    component: HouseholdListScreen,
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/handovers',
    component: HandoverScreen,
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/households/$householdId',
    component: HouseholdScreen,
  }),
]
