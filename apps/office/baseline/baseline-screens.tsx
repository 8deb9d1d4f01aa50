import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

/** Last round's workbook on its way in. */
export const baselineRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/imports',
    component: lazyRouteComponent(() => import('./batch-list.tsx'), 'BatchList'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/imports/new',
    component: lazyRouteComponent(() => import('./import-wizard.tsx'), 'ImportWizard'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/imports/$batchId',
    component: lazyRouteComponent(() => import('./batch-page.tsx'), 'BatchPage'),
  }),
]
