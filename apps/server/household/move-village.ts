import { randomUUID } from 'node:crypto'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import { areaRange } from '@thaiqm/core/area/area-code.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { numbered, officeCommand } from '../sync/office-command.ts'
import { runCommands } from '../sync/run-commands.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { findAreaHouseholds } from './household-store.ts'

const AT_ONCE = 100
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

export interface VillageMove {
  readonly from: string
  readonly to: string
  readonly villageName: string
  readonly reason: string
}

/**
 * A boundary has changed: every household of a village belongs to another code from now on, each by a fact of its own
 * ledger. Cut off halfway it is simply begun again: households that have moved are no longer met.
 */
export const moveVillage = async (
  parts: ServerParts,
  { from, to, villageName, reason }: VillageMove,
): Promise<number> => {
  for (let moved = 0; ; ) {
    const behind = { village: 0, householdId: FIRST_ID }
    const page = await inTransaction(parts.db, systemScope, trx =>
      findAreaHouseholds(trx, parts.keys, areaRange(from), behind, AT_ONCE),
    )
    if (page.length === 0) return moved
    const commands = page.map(({ household }) =>
      officeCommand('household', household.id, 'MoveHousehold', { areaCode: to, villageName, reason }),
    )
    const receipts = await runCommands(parts, {
      actor: systemActor,
      deviceId: randomUUID(),
      commands: numbered(commands, parts.clock.now()),
    })
    const refused = receipts.find(receipt => receipt.outcome === 'parked')
    if (refused !== undefined) throw new Error(`a household was not moved: ${refused.refusal?.code}`)
    moved += page.length
  }
}
