import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { AccountScreen } from './account.tsx'

export const sessionRoutes = (parent: AnyRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/account', component: AccountScreen }),
]
