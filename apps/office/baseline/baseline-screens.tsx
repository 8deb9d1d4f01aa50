import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const BatchList = lazyPage('BatchList', async () => (await import('./batch-list.tsx')).BatchList)
const ImportWizard = lazyPage('ImportWizard', async () => (await import('./import-wizard.tsx')).ImportWizard)
const BatchPage = lazyPage('BatchPage', async () => (await import('./batch-page.tsx')).BatchPage)

/** Last round's workbook on its way in. */
export const baselineRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/imports',
    component: BatchList,
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/imports/new',
    component: ImportWizard,
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/imports/$batchId',
    component: BatchPage,
  }),
]
