import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../platform/lazy-page.tsx'

const ReferralScreen = lazyPage('ReferralScreen', async () => (await import('./referral-screen.tsx')).ReferralScreen)

export const referralRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/referrals',
    component: ReferralScreen,
  }),
]
