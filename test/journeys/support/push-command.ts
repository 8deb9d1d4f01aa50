import { randomUUID } from 'node:crypto'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { pushCommands } from '@thaiqm/contract/sync/sync-routes.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { CommandId, DeviceId } from '@thaiqm/core/ledger/identifiers.ts'
import type { LedgerKind, Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import type { Witness } from './witness.ts'

interface LedgerInput {
  readonly ledgerKind: LedgerKind
  readonly ledgerId: string
  readonly basedOnVersion: number | null
  readonly type: string
  readonly input: unknown
}

/** One command from a machine of its own, by the one way to write. */
export const pushToLedger = async (witness: Witness, command: LedgerInput): Promise<Receipt> => {
  const { receipts } = await witness.ask(pushCommands, {
    body: {
      deviceId: randomUUID() as DeviceId,
      epoch: null,
      commands: [
        {
          ...command,
          commandId: randomUUID() as CommandId,
          sequence: 1,
          madeAt: new Date().toISOString() as Instant,
        },
      ],
    },
  })
  const [receipt] = receipts
  if (receipt === undefined) throw new Error('no receipt')
  return receipt
}

/** What a colleague writes down about a household meanwhile. */
export const pushCommand = (
  witness: Witness,
  { id, version }: Pick<HouseholdView, 'id' | 'version'>,
  command: HouseholdCommand,
): Promise<Receipt> =>
  pushToLedger(witness, { ledgerKind: 'household', ledgerId: id, basedOnVersion: version, ...command })
