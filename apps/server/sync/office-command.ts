import { randomUUID } from 'node:crypto'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { CommandEnvelope, LedgerKind } from '@thaiqm/core/sync/command-envelope.ts'

type Unsent = Omit<CommandEnvelope, 'sequence' | 'madeAt'>

/** A command made in the server itself (first run, command line, imports), for the same way as everybody's. */
export const officeCommand = (ledgerKind: LedgerKind, ledgerId: string, type: string, input: unknown): Unsent => ({
  commandId: randomUUID() as CommandEnvelope['commandId'],
  ledgerKind,
  ledgerId,
  type,
  input,
  basedOnVersion: null,
})

/** Numbers commands for one sending. */
export const numbered = (commands: readonly Unsent[], madeAt: Instant): CommandEnvelope[] =>
  commands.map((command, index) => ({ ...command, sequence: index + 1, madeAt }))
