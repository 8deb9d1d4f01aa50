import { type FlushParts, flushAll } from './flush.ts'
import { oneTabAtATime } from './one-tab-at-a-time.ts'
import type { SyncTrouble } from './sync-trouble.ts'

export interface SyncState {
  readonly isSending: boolean
  readonly trouble: SyncTrouble | null
}

const IDLE: SyncState = { isSending: false, trouble: null }

/** Sends what waits, one run at a time; a wish to send during a run makes one more run after it. */
export const createSyncEngine = (parts: FlushParts) => {
  let state = IDLE
  let running: Promise<void> | null = null
  let again = false
  const listeners = new Set<() => void>()
  const show = (next: SyncState) => {
    state = next
    for (const listener of listeners) listener()
  }

  const run = async (): Promise<void> => {
    show({ isSending: true, trouble: state.trouble })
    let trouble: SyncTrouble | null = 'server-fault'
    try {
      do {
        again = false
        trouble = await oneTabAtATime(`${parts.database.name}-sync`, () => flushAll(parts))
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
