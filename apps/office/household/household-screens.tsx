import type { AnyRoute } from '@tanstack/react-router'

export const householdRoutes = (_parent: AnyRoute) => []
