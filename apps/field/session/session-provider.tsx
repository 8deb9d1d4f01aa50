import { readSession, type SessionView, signOut } from '@thaiqm/contract/session/session-routes.ts'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../platform/api.ts'
import { forgetSession, keepSession, loadStoredSession, type StoredSession } from '../platform/device-database.ts'
import { createFieldApp, type FieldApp, FieldAppProvider } from '../platform/field-app.tsx'

export type SessionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'signed-out'; readonly view: SessionView | null; readonly isOffline: boolean }
  | { readonly kind: 'signed-in'; readonly app: FieldApp }

interface SessionControl {
  readonly state: SessionState
  /** Takes in a session the server has just given. */
  readonly enter: (view: SessionView) => Promise<void>
  /** Asks the server again: who am I, what day is it, which rounds are there. */
  readonly refresh: () => Promise<void>
  readonly leave: () => Promise<void>
}

const SessionContext = createContext<SessionControl | undefined>(undefined)

export const useSession = (): SessionControl => {
  const control = useContext(SessionContext)
  if (control === undefined) throw new Error('useSession needs its provider')
  return control
}

/** Cached households go with the person who signs out; drafts and unsent work stay on the phone for the next sign-in. */
const emptyCache = async ({ database }: FieldApp): Promise<void> => {
  const unsent = new Set((await database.commands.toArray()).map(command => command.ledgerId))
  const drafted = new Set(await database.drafts.toCollection().primaryKeys())
  const goes = (id: string) => !unsent.has(id) && !drafted.has(id)
  const ids = (await database.documents.toCollection().primaryKeys()).filter(goes)
  await database.transaction('rw', database.documents, database.summaries, database.villages, async () => {
    await database.documents.bulkDelete(ids)
    await database.summaries.bulkDelete(ids)
    await database.villages.clear()
  })
}

const useSessionState = (): SessionControl => {
  const [state, setState] = useState<SessionState>({ kind: 'loading' })
  const shown = useRef(state)
  shown.current = state

  const show = useCallback(async (stored: StoredSession) => {
    const app = await createFieldApp(stored)
    setState(
      app === undefined ? { kind: 'signed-out', view: stored.view, isOffline: false } : { kind: 'signed-in', app },
    )
  }, [])

  const enter = useCallback(async (view: SessionView) => show(await keepSession(view, Date.now())), [show])

  const refresh = useCallback(async () => {
    const answer = await call(readSession, {})
    if (answer.ok) return enter(answer.value)
    if (shown.current.kind === 'signed-in') return
    setState({ kind: 'signed-out', view: null, isOffline: answer.kind === 'offline' })
  }, [enter])

  const leave = useCallback(async () => {
    await call(signOut, {})
    if (shown.current.kind === 'signed-in') await emptyCache(shown.current.app)
    await forgetSession()
    setState({ kind: 'loading' })
    await refresh()
  }, [refresh])

  useEffect(() => {
    const start = async () => {
      const stored = await loadStoredSession()
      if (stored !== undefined && stored.view.actor !== null) await show(stored)
      await refresh()
    }
    void start()
  }, [show, refresh])

  return useMemo(() => ({ state, enter, refresh, leave }), [state, enter, refresh, leave])
}

/** Holds who is signed in: what the phone remembers at once, then what the server says. */
export const SessionProvider = ({ children }: { readonly children: ReactNode }) => {
  const control = useSessionState()
  const app = control.state.kind === 'signed-in' ? control.state.app : undefined
  return (
    <SessionContext value={control}>
      <FieldAppProvider value={app}>{children}</FieldAppProvider>
    </SessionContext>
  )
}
