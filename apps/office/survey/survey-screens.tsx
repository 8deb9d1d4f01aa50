import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { ReviewScreen } from './review-screen.tsx'

export const surveyRoutes = (parent: AnyRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/reviews', component: ReviewScreen }),
]
