import type { AnyRoute } from '@tanstack/react-router'

export const surveyRoutes = (_parent: AnyRoute) => []
