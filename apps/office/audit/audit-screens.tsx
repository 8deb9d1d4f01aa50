import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const AuditScreen = lazyPage('AuditScreen', async () => (await import('./audit-screen.tsx')).AuditScreen)

export const auditRoutes = (parent: AnyRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/audit', component: AuditScreen }),
]
