import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const MeetingListScreen = lazyPage(
  'MeetingListScreen',
  async () => (await import('./meeting-list.tsx')).MeetingListScreen,
)
const MeetingScreen = lazyPage('MeetingScreen', async () => (await import('./meeting-page.tsx')).MeetingScreen)
const ProjectorScreen = lazyPage('ProjectorScreen', async () => (await import('./projector.tsx')).ProjectorScreen)

export const meetingRoutes = (parent: AnyRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/meetings', component: MeetingListScreen }),
  createRoute({ getParentRoute: () => parent, path: '/meetings/$meetingId', component: MeetingScreen }),
  createRoute({ getParentRoute: () => parent, path: '/meetings/$meetingId/projector', component: ProjectorScreen }),
]
