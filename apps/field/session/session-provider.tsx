import { readSession, type SessionView, signOut } from '@thaiqm/contract/session/session-routes.ts'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { call } from '../platform/api.ts'
import {
  choosePerson,
  forgetPerson,
  keepSession,
  listPeople,
  loadCurrentPerson,
  type StoredPerson,
} from '../platform/device-database.ts'
import { type FieldApp, FieldAppProvider, fieldAppOf, workplaceOf } from '../platform/field-app.tsx'
import type { Workplace } from '../platform/workplace.ts'
import { useAutoLock } from '../vault/auto-lock.ts'
import type { VaultStanding } from '../vault/vault.ts'

export type SessionState =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'signed-out'
      readonly view: SessionView | null
      readonly isOffline: boolean
      readonly people: readonly StoredPerson[]
    }
  | {
      readonly kind: 'locked'
      readonly person: StoredPerson
      readonly workplace: Workplace
      readonly standing: VaultStanding
    }
  | { readonly kind: 'signed-in'; readonly app: FieldApp }

interface SessionControl {
  readonly state: SessionState
  /** Takes in a session the server has just given to somebody who showed who they are. */
  readonly enter: (view: SessionView) => Promise<void>
  /** Asks the server again: who am I, what day is it, which rounds are there. */
  readonly refresh: () => Promise<void>
  /** One of this phone's people takes it over; the PIN is asked next. */
  readonly take: (person: StoredPerson) => Promise<void>
  /** Locks, and shows the page on which somebody else takes the phone. */
  readonly handOn: () => Promise<void>
  /** Locks; the same person opens it again. */
  readonly lock: () => Promise<void>
  /** Ends the session; households leave the phone, unsent work and drafts stay. */
  readonly leave: () => Promise<void>
}

const SessionContext = createContext<SessionControl | undefined>(undefined)

export const useSession = (): SessionControl => {
  const control = useContext(SessionContext)
  if (control === undefined) throw new Error('useSession needs its provider')
  return control
}

/** What colleagues on this phone have not sent yet goes by their devices' own keys: nobody has to be signed in for it. */
const sendForOthers = async (present: string | undefined): Promise<void> => {
  for (const person of await listPeople()) {
    if (person.personId === present) continue
    const workplace = await workplaceOf(person)
    if (workplace === undefined) continue
    const { waiting } = await workplace.outbox.holdings()
    const [draft] = await workplace.drafts.outbox.toSend(1)
    if (waiting === 0 && draft === undefined) continue
    workplace.hasSession = false
    await workplace.sync.flush()
  }
}

interface Here {
  readonly person: StoredPerson
  readonly workplace: Workplace
}

type Shown = { readonly kind: 'here'; readonly here: Here } | Extract<SessionState, { kind: 'loading' | 'signed-out' }>

const ABSENT: VaultStanding = { kind: 'absent' }
const never = () => () => undefined
const absent = () => ABSENT

const useSessionState = (): SessionControl => {
  const [shown, setShown] = useState<Shown>({ kind: 'loading' })
  const newest = useRef(shown)
  const show = useCallback((next: Shown) => {
    newest.current = next
    setShown(next)
  }, [])
  const here = shown.kind === 'here' ? shown.here : undefined
  const vault = here?.workplace.vault
  const standing = useSyncExternalStore(vault?.subscribe ?? never, vault?.read ?? absent)

  const showPerson = useCallback(
    async (person: StoredPerson): Promise<Workplace | undefined> => {
      const workplace = await workplaceOf(person)
      if (workplace !== undefined) show({ kind: 'here', here: { person, workplace } })
      return workplace
    },
    [show],
  )

  const showPeople = useCallback(
    async (view: SessionView | null, isOffline: boolean) =>
      show({ kind: 'signed-out', view, isOffline, people: await listPeople() }),
    [show],
  )

  const enter = useCallback(
    async (view: SessionView) => {
      const person = await keepSession(view, Date.now())
      if (person === undefined) return showPeople(view, false)
      await choosePerson(person.personId)
      const workplace = await showPerson(person)
      if (workplace === undefined) return
      workplace.hasSession = true
      await workplace.vault.allowReset()
      // The server's share and its public key come while the PIN is being typed.
      void workplace.sync.flush()
    },
    [showPerson, showPeople],
  )

  const refresh = useCallback(async () => {
    const answer = await call(readSession, {})
    const now = newest.current
    if (answer.ok) void sendForOthers(now.kind === 'here' ? now.here.person.personId : undefined).catch(() => undefined)
    if (now.kind !== 'here') return showPeople(answer.ok ? answer.value : null, !answer.ok && answer.kind === 'offline')
    if (!answer.ok) return
    const { person, workplace } = now.here
    const theirs = answer.value.actor?.personId
    // On a shared phone the browser's session may still be a colleague's: it is neither taken over nor used.
    workplace.hasSession = theirs === person.personId
    const { keepPinKey, signInAgain } = await import('./pin-session.ts')
    const view = workplace.hasSession ? answer.value : await signInAgain(workplace)
    if (view?.actor?.personId !== person.personId) return
    workplace.hasSession = true
    void keepPinKey(workplace).catch(() => undefined)
    const stored = await keepSession(view, Date.now())
    if (stored !== undefined && newest.current === now) await showPerson(stored)
  }, [showPerson, showPeople])

  const take = useCallback(
    async (person: StoredPerson) => {
      await choosePerson(person.personId)
      const workplace = await showPerson(person)
      if (workplace === undefined) return
      workplace.hasSession = false
      void refresh()
    },
    [showPerson, refresh],
  )

  const lockHere = useCallback(async () => {
    const now = newest.current
    if (now.kind === 'here') await now.here.workplace.lock()
  }, [])

  const handOn = useCallback(async () => {
    await lockHere()
    await choosePerson(null)
    await showPeople(null, true)
    void refresh()
  }, [lockHere, refresh, showPeople])

  const leave = useCallback(async () => {
    const now = newest.current
    await call(signOut, {})
    if (now.kind === 'here') {
      const { workplace, person } = now.here
      await workplace.households.dropAll()
      workplace.hasSession = false
      const { waiting, unsafe, drafts } = await workplace.outbox.holdings()
      if (waiting + unsafe + drafts === 0) await forgetPerson(person.personId)
    }
    await handOn()
  }, [handOn])

  useEffect(() => {
    const start = async () => {
      const person = await loadCurrentPerson()
      if (person !== undefined) await showPerson(person)
      await refresh()
    }
    void start()
  }, [showPerson, refresh])

  useAutoLock(lockHere, vault)

  const state = useMemo((): SessionState => {
    if (here === undefined) return shown as Exclude<Shown, { kind: 'here' }>
    const { person, workplace } = here
    return standing.kind === 'open'
      ? { kind: 'signed-in', app: fieldAppOf(workplace, person.view, standing.keys) }
      : { kind: 'locked', person, workplace, standing }
  }, [shown, here, standing])

  return useMemo(
    () => ({ state, enter, refresh, take, handOn, lock: lockHere, leave }),
    [state, enter, refresh, take, handOn, lockHere, leave],
  )
}

/** Holds who works here: what the phone remembers at once, the PIN, then what the server says. */
export const SessionProvider = ({ children }: { readonly children: ReactNode }) => {
  const control = useSessionState()
  const app = control.state.kind === 'signed-in' ? control.state.app : undefined
  return (
    <SessionContext value={control}>
      <FieldAppProvider value={app}>{children}</FieldAppProvider>
    </SessionContext>
  )
}
