import { randomUUID } from 'node:crypto'
import { type Clock, practiceClock, realClock } from '../platform/clock.ts'
import { type Database, inTransaction, systemScope } from '../platform/database/transaction.ts'
import { type Installation, readInstallationRow, saveInstallationRow } from './installation-store.ts'

/** What this server is, at hand without asking the database, and the clock that follows from it. */
export interface InstallationState {
  current(): Installation
  change(next: Partial<Installation>): Promise<void>
  /** Told after each change: a practice clock may have moved to another day. */
  onChange(listener: () => void): void
  readonly clock: Clock
  /** How far loading the practice province has come; null when nothing is being loaded. */
  loading: { readonly done: number; readonly of: number } | null
}

export const openInstallationState = async (db: Database): Promise<InstallationState> => {
  let installation = await inTransaction(db, systemScope, trx => readInstallationRow(trx, randomUUID()))
  const practice = practiceClock(() => {
    if (installation.practiceDay === null) throw new Error('a practice province has its day')
    return installation.practiceDay
  })
  const listeners: (() => void)[] = []
  return {
    current: () => installation,
    change: async next => {
      const changed = { ...installation, ...next }
      await inTransaction(db, systemScope, trx => saveInstallationRow(trx, changed))
      installation = changed
      for (const listener of listeners) listener()
    },
    onChange: listener => void listeners.push(listener),
    clock: { now: () => (installation.practiceDay === null ? realClock : practice).now() },
    loading: null,
  }
}
