import '@thaiqm/ui/base.css'
import { UiProvider } from '@thaiqm/ui/provider.tsx'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { keepAppFiles } from './platform/app-files.ts'
import { addressOf } from './platform/base-path.ts'
import { awaitInstallOffer } from './platform/install-app.ts'
import { Door } from './session/door.tsx'
import { SessionProvider } from './session/session-provider.tsx'

// A strict content security policy forbids making code at run time.
z.config({ jitless: true })

const ToastRegion = lazy(async () => ({ default: (await import('@thaiqm/ui/toast.tsx')).ToastRegion }))

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')

createRoot(root).render(
  <StrictMode>
    <UiProvider useHref={addressOf}>
      <SessionProvider>
        <Door />
      </SessionProvider>
      <Suspense>
        <ToastRegion />
      </Suspense>
    </UiProvider>
  </StrictMode>,
)

awaitInstallOffer()
keepAppFiles()
