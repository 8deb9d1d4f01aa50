import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const organisationRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/partners',
    component: lazyRouteComponent(() => import('./organisation-screen.tsx'), 'OrganisationScreen'),
  }),
]
