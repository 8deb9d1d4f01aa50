import { randomUUID } from 'node:crypto'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { pushCommands } from '@thaiqm/contract/sync/sync-routes.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { CommandId, DeviceId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import type { Witness } from './witness.ts'

/** What a colleague writes down about a household meanwhile, by the one way to write, from a machine of their own. */
export const pushCommand = async (
  witness: Witness,
  household: Pick<HouseholdView, 'id' | 'version'>,
  { type, input }: HouseholdCommand,
): Promise<Receipt> => {
  const { receipts } = await witness.ask(pushCommands, {
    body: {
      deviceId: randomUUID() as DeviceId,
      epoch: null,
      commands: [
        {
          commandId: randomUUID() as CommandId,
          sequence: 1,
          ledgerKind: 'household',
          ledgerId: household.id,
          type,
          input,
          madeAt: new Date().toISOString() as Instant,
          basedOnVersion: household.version,
        },
      ],
    },
  })
  const [receipt] = receipts
  if (receipt === undefined) throw new Error('no receipt')
  return receipt
}
