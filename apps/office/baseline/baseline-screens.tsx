import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { BatchList } from './batch-list.tsx'
import { BatchPage } from './batch-page.tsx'
import { ImportWizard } from './import-wizard.tsx'

/** `/imports`, `/imports/new` and `/imports/…`: last round's workbook on its way in. */
export const baselineRoutes = (parent: AnyRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/imports', component: BatchList }),
  createRoute({ getParentRoute: () => parent, path: '/imports/new', component: ImportWizard }),
  createRoute({ getParentRoute: () => parent, path: '/imports/$batchId', component: BatchPage }),
]
