import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const ReviewScreen = lazyPage('ReviewScreen', async () => (await import('./review-screen.tsx')).ReviewScreen)

export const surveyRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/reviews',
    component: ReviewScreen,
  }),
]
