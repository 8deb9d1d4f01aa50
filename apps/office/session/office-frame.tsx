import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { FailedState } from '../platform/page.tsx'
import { SessionProvider, useSessionQuery } from '../platform/session.tsx'
import { EntryFrame } from './entry-frame.tsx'
import { OfficeShell } from './office-shell.tsx'
import { SignInScreen } from './sign-in.tsx'

const FirstRunScreen = lazy(async () => {
  const { FirstRunScreen: screen } = await import('../installation/first-run.tsx')
  return { default: screen }
})

/** What stands around every page: first run while the server is empty, sign-in while nobody is signed in, else the shell. */
export const OfficeFrame = () => {
  const query = useSessionQuery()
  if (query.data === undefined) {
    return (
      <EntryFrame>
        {query.isError ? (
          <FailedState error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />
        ) : null}
      </EntryFrame>
    )
  }
  const view = query.data
  if (view.mode === 'empty') {
    return (
      <Suspense fallback={<EntryFrame>{null}</EntryFrame>}>
        <FirstRunScreen view={view} />
      </Suspense>
    )
  }
  if (view.actor === null) return <SignInScreen view={view} />
  return (
    <SessionProvider view={view} actor={view.actor}>
      <OfficeShell>
        <Outlet />
      </OfficeShell>
    </SessionProvider>
  )
}
