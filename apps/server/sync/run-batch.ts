import type { Outcome } from '@thaiqm/core/ledger/outcome.ts'
import { succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import { isOutage } from '../platform/database/outage.ts'
import { placeOfFault } from '../platform/place-of-fault.ts'
import { type JudgingParts, judgeBatch, keepUnjudged } from './judge-batch.ts'
import type { CommandRun, Ledger, LedgerTransaction } from './ledger.ts'

/** What stands before and after the judging in the same transaction: a push checks its order and moves its device's mark. */
export interface BatchFrame {
  before(trx: LedgerTransaction): Promise<Outcome<unknown, string>>
  after(trx: LedgerTransaction, run: CommandRun): Promise<void>
}

const noFrame: BatchFrame = { before: async () => succeed(undefined), after: async () => undefined }

const ATTEMPTS = 3

// Unique and serialisation conflicts, deadlocks: somebody else was faster; look again.
const isCollision = (error: unknown): boolean =>
  ['23505', '40001', '40P01'].includes((error as { code?: string }).code ?? '')

const framed = async (
  trx: LedgerTransaction,
  frame: BatchFrame,
  run: CommandRun,
  work: () => Promise<Receipt[]>,
): Promise<Outcome<Receipt[], string>> => {
  const gate = await frame.before(trx)
  if (!gate.ok) return gate
  const receipts = await work()
  await frame.after(trx, run)
  return succeed(receipts)
}

/**
 * The one way to write, for screens, phones, imports, the command line and the practice province, on whatever ledger:
 * the batch in one transaction; after a fault its commands one by one; a command that faults alone is kept unjudged.
 * Throws only when nothing can be kept at all, so that nobody is told it was.
 */
export const runBatch = async (
  ledger: Ledger,
  parts: JudgingParts,
  run: CommandRun,
  frame: BatchFrame = noFrame,
): Promise<Outcome<Receipt[], string>> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ledger.inTransaction(run.actor, trx => framed(trx, frame, run, () => judgeBatch(trx, parts, run)))
    } catch (error) {
      if (isOutage(error)) throw error
      if (isCollision(error) && attempt < ATTEMPTS) continue
      parts.log('commands-not-judged', { code: (error as { code?: string }).code ?? '', commands: run.commands.length })
      return oneByOne(ledger, parts, run, frame, error)
    }
  }
}

const oneByOne = async (
  ledger: Ledger,
  parts: JudgingParts,
  run: CommandRun,
  frame: BatchFrame,
  cause: unknown,
): Promise<Outcome<Receipt[], string>> => {
  if (run.commands.length === 1) {
    parts.log('command-parked-by-fault', { type: run.commands[0]?.type ?? '', place: placeOfFault(cause) })
    return ledger.inTransaction(run.actor, trx => framed(trx, frame, run, () => keepUnjudged(trx, parts, run)))
  }
  const receipts: Receipt[] = []
  for (const [index, command] of run.commands.entries()) {
    const at = run.at?.[index]
    const alone = { ...run, commands: [command], ...(at === undefined ? {} : { at: [at] }) }
    const done = await runBatch(ledger, parts, alone, frame)
    if (!done.ok) return done
    receipts.push(...done.value)
  }
  return succeed(receipts)
}
