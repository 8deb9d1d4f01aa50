import { type Database, inTransaction, systemScope } from '../platform/database/transaction.ts'
import { foldSums } from './fold-store.ts'

/** The most changes a reader should have to add up by itself, and the longest they wait when fewer come. */
const MOST_WAITING = 40_000
const LONGEST_WAIT_MS = 5_000

interface Folding {
  gathered: number
  isRunning: boolean
  timer: NodeJS.Timeout | undefined
}

const foldings = new WeakMap<Database, Folding>()

const foldingOf = (db: Database): Folding => {
  const known = foldings.get(db)
  if (known !== undefined) return known
  const made: Folding = { gathered: 0, isRunning: false, timer: undefined }
  foldings.set(db, made)
  return made
}

/** Brings the sums up to date now: at the start of a server, for what an earlier one has left. */
export const foldNow = (db: Database): Promise<void> => inTransaction(db, systemScope, foldSums)

/**
 * Told of so many counted changes that were committed: sees to it that the sums follow before long, beside the work. A
 * number is right without it, since readers add what is missing; so a fold that fails is left to the next one.
 */
export const foldSoon = (db: Database, changes: number, onFailure: (code: string) => void): void => {
  if (changes === 0) return
  const folding = foldingOf(db)
  const run = async (): Promise<void> => {
    if (folding.isRunning) return
    clearTimeout(folding.timer)
    folding.timer = undefined
    folding.isRunning = true
    folding.gathered = 0
    try {
      await foldNow(db)
    } catch (error) {
      // Without a code of the database it is our own end: there is no connection any more, and nothing to tell.
      const { code } = error as { code?: string }
      if (code !== undefined) onFailure(code)
    } finally {
      folding.isRunning = false
    }
  }
  folding.gathered += changes
  if (folding.gathered >= MOST_WAITING) void run()
  else folding.timer ??= setTimeout(() => void run(), LONGEST_WAIT_MS).unref()
}
