import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const referralRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/referrals',
    component: lazyRouteComponent(() => import('./referral-screen.tsx'), 'ReferralScreen'),
  }),
]
