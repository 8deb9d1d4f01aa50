import '@thaiqm/ui/base.css'
import './office.css'
import './session/session.css'
import './measure/standing.css'
import './measure/league.css'
import './measure/breakdowns.css'
import './household/household.css'
import './installation/installation.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { UiProvider } from '@thaiqm/ui/provider.tsx'
import { ToastRegion } from '@thaiqm/ui/toast.tsx'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { failureOf } from './platform/api.ts'
import { router } from './routes.tsx'

// A refusal will be the same in a second; only a lost network or a fault is worth another try.
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      networkMode: 'always',
      retry: (count, error) => count < 1 && failureOf(error).kind !== 'refused',
    },
    mutations: { networkMode: 'always' },
  },
})

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <UiProvider navigate={path => router.history.push(path)}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
          <ToastRegion />
        </QueryClientProvider>
      </UiProvider>
    </StrictMode>,
  )
}
