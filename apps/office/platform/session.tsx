import { useQuery, useQueryClient } from '@tanstack/react-query'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { readSession, type SessionView } from '@thaiqm/contract/session/session-routes.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { Day, Instant } from '@thaiqm/core/ledger/day.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import { currentRounds, type Round } from '@thaiqm/core/round/round.ts'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { ask } from './api.ts'

const SESSION_KEY = ['session'] as const

// The practice clock is everybody's: another officer may move it while this page stands open.
const REFRESH_MS = 60_000

/** The session as the server last told it; before the first answer `data` is missing. */
export const useSessionQuery = () =>
  useQuery({
    queryKey: SESSION_KEY,
    queryFn: () => ask(readSession, {}),
    refetchInterval: REFRESH_MS,
    staleTime: 10_000,
  })

/** Takes in a session that a call has just answered with; other data is asked again under it. */
export const useTakeSession = () => {
  const client = useQueryClient()
  return (view: SessionView | null): void => {
    if (view === null) void client.resetQueries({ queryKey: SESSION_KEY })
    else client.setQueryData(SESSION_KEY, view)
    client.removeQueries({ predicate: query => query.queryKey[0] !== SESSION_KEY[0] })
  }
}

export interface Session {
  readonly view: SessionView
  readonly actor: Actor
  /** The server's now; in a practice province the practice clock. Never the browser's. */
  readonly now: Instant
  readonly today: Day
  readonly rounds: readonly Round[]
  /** The Re-X-Ray round whose figures move; null before the first one is planned. */
  readonly round: Round | null
  readonly isPractice: boolean
}

const SessionContext = createContext<Session | null>(null)

/** Opens the pages of a signed-in officer. */
export const SessionProvider = ({
  view,
  actor,
  children,
}: {
  readonly view: SessionView
  readonly actor: Actor
  readonly children: ReactNode
}) => {
  const session = useMemo(
    (): Session => ({
      view,
      actor,
      now: view.now,
      today: view.today,
      rounds: view.rounds,
      round: currentRounds(view.rounds)[0] ?? null,
      isPractice: view.mode === 'practice',
    }),
    [view, actor],
  )
  return <SessionContext value={session}>{children}</SessionContext>
}

/** Who is signed in and what day it is. Only inside the pages of a signed-in officer. */
export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession is for pages of a signed-in officer')
  return session
}

/** What core needs to decide a command on this screen, exactly as the server will. */
export const useDecisionContext = (): DecisionContext => {
  const { actor, now, today, rounds } = useSession()
  return useMemo(() => ({ ...decisionCatalogue, actor, now, today, rounds }), [actor, now, today, rounds])
}
