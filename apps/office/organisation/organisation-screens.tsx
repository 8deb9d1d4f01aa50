import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const OrganisationScreen = lazyPage(
  'OrganisationScreen',
  async () => (await import('./organisation-screen.tsx')).OrganisationScreen,
)

export const organisationRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/partners',
    component: OrganisationScreen,
  }),
]
