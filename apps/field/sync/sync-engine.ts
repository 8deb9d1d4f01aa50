import type { CallFailure } from '@thaiqm/contract/client/call-route.ts'
import type { SyncClient } from '@thaiqm/contract/client/sync-client.ts'
import { oneTabAtATime } from './one-tab-at-a-time.ts'
import type { SyncTrouble } from './sync-trouble.ts'

export interface SyncState {
  readonly isSending: boolean
  readonly trouble: SyncTrouble | null
}

export interface EngineParts {
  readonly name: string
  readonly client: SyncClient
  readonly hasSession: () => boolean
  /** After a round that came to its end. */
  readonly onSent: () => Promise<void>
}

const IDLE: SyncState = { isSending: false, trouble: null }

const troubleOf = (failure: CallFailure): SyncTrouble => {
  if (failure.kind === 'offline') return 'offline'
  return failure.kind === 'refused' && failure.status === 401 ? 'signed-out' : 'server-fault'
}

/** Runs rounds of the device's sync, one at a time; a wish to send during one makes one more after it. */
export const createSyncEngine = ({ name, client, hasSession, onSent }: EngineParts) => {
  let state = IDLE
  let running: Promise<void> | null = null
  let again = false
  const listeners = new Set<() => void>()
  const show = (next: SyncState) => {
    state = next
    for (const listener of listeners) listener()
  }

  const round = async (): Promise<SyncTrouble | null> => {
    const done = await client.round()
    const isOlder = !done.ok && done.failure.kind === 'other-version'
    if (!done.ok && !isOlder) return troubleOf(done.failure)
    await onSent()
    if (isOlder) return 'older-app'
    return hasSession() ? null : 'signed-out'
  }

  const run = async (): Promise<void> => {
    show({ isSending: true, trouble: state.trouble })
    let trouble: SyncTrouble | null = 'server-fault'
    try {
      do {
        again = false
        trouble = await oneTabAtATime(`${name}-sync`, round)
      } while (again && trouble === null)
    } finally {
      running = null
      show({ isSending: false, trouble })
    }
  }

  const flush = (): Promise<void> => {
    if (running === null) running = run()
    else again = true
    return running
  }

  return {
    flush,
    read: (): SyncState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type SyncEngine = ReturnType<typeof createSyncEngine>
