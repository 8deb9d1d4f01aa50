import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const AssignmentScreen = lazyPage(
  'AssignmentScreen',
  async () => (await import('./assignment-screen.tsx')).AssignmentScreen,
)

export const assignmentRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/assignment',
    component: AssignmentScreen,
  }),
]
