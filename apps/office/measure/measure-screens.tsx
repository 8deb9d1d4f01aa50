import type { AnyRoute } from '@tanstack/react-router'

export const measureRoutes = (_parent: AnyRoute) => []
