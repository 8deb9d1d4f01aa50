import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const ReminderScreen = lazyPage('ReminderScreen', async () => (await import('./reminder-screen.tsx')).ReminderScreen)

export const reminderRoutes = (parent: AnyRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/reminders', component: ReminderScreen }),
]
