import type { AnyRoute } from '@tanstack/react-router'

export const syncRoutes = (_parent: AnyRoute) => []
