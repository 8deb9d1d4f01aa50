import type { Faults } from './faults.ts'
import { copyState, emptyState, type State } from './memory-state.ts'
import type { Life, Scheduler } from './scheduler.ts'

/** A fault as the driver of the database throws it. */
export class DatabaseFault extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

export interface Transaction {
  readonly number: number
  readonly life: Life
  isOpen: boolean
  /** Writes wait here until the commit. */
  readonly writes: ((state: State) => void)[]
  readonly locks: Set<string>
  waitsFor: Transaction | null
}

interface Lock {
  holder: Transaction
  readonly queue: { readonly transaction: Transaction; readonly go: () => void }[]
}

/**
 * PostgreSQL as the rules of the ledger see it: read committed, row locks held to the end, deadlocks found, transaction
 * numbers given before the commit and committed in any order. Each statement is a moment at which others may go on.
 */
export const createMemoryDatabase = (
  scheduler: Scheduler,
  faults: Faults,
  killServer: () => void,
  keepsSynced: boolean,
) => {
  let state = emptyState()
  let nextTransaction = 100
  let nextReceipt = 1
  let nextPosition = 1
  let downFor = 0
  const open = new Set<Transaction>()
  // What a power loss would leave when commits are not brought to the disk one by one.
  let synced = copyState(state)
  let commits = 0
  const locks = new Map<string, Lock>()

  const release = (transaction: Transaction): void => {
    for (const key of transaction.locks) {
      const lock = locks.get(key)
      if (lock === undefined) continue
      let next = lock.queue.shift()
      while (next !== undefined && !(next.transaction.isOpen && next.transaction.life.isAlive))
        next = lock.queue.shift()
      if (next === undefined) {
        locks.delete(key)
        continue
      }
      lock.holder = next.transaction
      next.transaction.locks.add(key)
      next.transaction.waitsFor = null
      for (const { transaction: waiting } of lock.queue) waiting.waitsFor = next.transaction
      next.go()
    }
    transaction.locks.clear()
  }

  const end = (transaction: Transaction): void => {
    transaction.isOpen = false
    open.delete(transaction)
    release(transaction)
  }

  const begin = (life: Life): Transaction => {
    const transaction: Transaction = {
      number: nextTransaction++,
      life,
      isOpen: true,
      writes: [],
      locks: new Set(),
      waitsFor: null,
    }
    open.add(transaction)
    return transaction
  }

  /** One statement: a moment for others, and a chance for the database to fail. */
  const statement = async (transaction: Transaction, label: string): Promise<void> => {
    await scheduler.pause(transaction.life, label)
    if (downFor > 0 && !faults.isHealed()) {
      downFor -= 1
      throw new DatabaseFault('08006')
    }
    if (faults.happens('deadlock', 0.01)) throw new DatabaseFault('40P01')
    if (faults.happens('serialisation', 0.01)) throw new DatabaseFault('40001')
    if (faults.happens('disk-full', 0.01)) throw new DatabaseFault('53100')
    if (faults.happens('io-error', 0.006)) throw new DatabaseFault('58030')
    if (faults.happens('database-down', 0.004)) {
      downFor = 12
      throw new DatabaseFault('57P01')
    }
  }

  const wouldDeadlock = (transaction: Transaction, holder: Transaction): boolean => {
    for (let next: Transaction | null = holder; next !== null; next = next.waitsFor)
      if (next === transaction) return true
    return false
  }

  const lock = async (transaction: Transaction, key: string): Promise<void> => {
    if (transaction.locks.has(key)) return
    const held = locks.get(key)
    if (held === undefined) {
      locks.set(key, { holder: transaction, queue: [] })
      transaction.locks.add(key)
      return
    }
    if (wouldDeadlock(transaction, held.holder)) throw new DatabaseFault('40P01')
    transaction.waitsFor = held.holder
    const given = scheduler.signal<void>(`lock ${key.slice(0, 14)}`)
    held.queue.push({ transaction, go: () => given.tell() })
    await given.wait(transaction.life)
  }

  const commit = async (transaction: Transaction): Promise<void> => {
    await statement(transaction, 'commit')
    if (faults.happens('killed-before-commit', 0.008)) {
      killServer()
      return scheduler.pause(transaction.life, 'never')
    }
    for (const write of transaction.writes) write(state)
    commits += 1
    if (keepsSynced && commits % 4 === 0) synced = copyState(state)
    end(transaction)
    if (faults.happens('killed-after-commit', 0.008)) {
      killServer()
      return scheduler.pause(transaction.life, 'never')
    }
    if (faults.happens('commit-answer-lost', 0.02)) throw new DatabaseFault('08006')
  }

  return {
    state: () => state,
    begin,
    end,
    statement,
    lock,
    commit,
    write: (transaction: Transaction, change: (state: State) => void): void => {
      transaction.writes.push(change)
    },
    nextReceipt: () => nextReceipt++,
    nextPosition: () => nextPosition++,
    /** The oldest transaction still open, beside a reader's own: everything before it is committed or gone. */
    oldestOpenExcept: (reader: Transaction | null): number => {
      let oldest = nextTransaction
      for (const other of open) if (other !== reader) oldest = Math.min(oldest, other.number)
      return oldest
    },
    /** Every open transaction is undone: the server or the database died. */
    dropOpen: (): void => {
      for (const transaction of [...open]) end(transaction)
      locks.clear()
    },
    loseUnsynced: (): void => {
      state = copyState(synced)
    },
    snapshot: (): State => copyState(state),
    replace: (next: State): void => {
      state = copyState(next)
      synced = copyState(next)
    },
    isFree: () => open.size === 0 && locks.size === 0,
  }
}

export type MemoryDatabase = ReturnType<typeof createMemoryDatabase>
