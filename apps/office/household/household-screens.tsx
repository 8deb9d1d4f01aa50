import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { HouseholdListScreen } from './household-list.tsx'
import { HouseholdScreen } from './household-page.tsx'

export const householdRoutes = (parent: AnyRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/households', component: HouseholdListScreen }),
  createRoute({ getParentRoute: () => parent, path: '/households/$householdId', component: HouseholdScreen }),
]
