import type { Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import type { CommandRun } from './ledger.ts'
import { postgresLedger } from './postgres-ledger.ts'
import { runBatch } from './run-batch.ts'
import type { ServerParts } from './server-parts.ts'

/** Runs commands of the server itself (imports, command line, practice province), which no device numbers. */
export const runCommands = async (parts: ServerParts, run: CommandRun): Promise<Receipt[]> => {
  const done = await runBatch(postgresLedger(parts), parts, run)
  if (!done.ok) throw new Error(`a batch without a device was refused: ${done.code}`)
  return done.value
}
