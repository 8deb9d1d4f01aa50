import type { OutboxSender } from '@thaiqm/contract/client/outbox-sender.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import type { HouseholdStore } from '../household/household-store.ts'
import { uploadWaitingPhotos } from '../photo/upload-photos.ts'
import type { Clock } from '../platform/clock.ts'
import type { FieldDatabase } from '../platform/field-database.ts'
import type { SyncTrouble } from './sync-trouble.ts'

export interface FlushParts {
  readonly database: FieldDatabase
  readonly sender: OutboxSender
  readonly households: HouseholdStore
  readonly clock: Clock
}

/** What was decided here is not what stands until the server has said so: households it has answered for are fetched. */
const refreshAnswered = async ({ database, households }: FlushParts): Promise<void> => {
  const marked = await database.summaries.where('waiting').above(0).primaryKeys()
  const stillWaiting = new Set((await database.commands.toArray()).map(command => command.ledgerId))
  for (const id of marked) if (!stillWaiting.has(id)) await households.refreshHousehold(id)
}

/** Sends everything that waits: the facts first, since a form never waits for its photos, then the photos. */
export const flushAll = async (parts: FlushParts): Promise<SyncTrouble | null> => {
  const { database, sender, clock } = parts
  const before = new Map<string, CommandEnvelope>((await database.commands.toArray()).map(c => [c.commandId, c]))
  const sent = await sender.flush()
  if (sent.ok && sent.receipts.length > 0) {
    await database.receipts.bulkPut(
      sent.receipts.map(receipt => {
        const command = before.get(receipt.commandId)
        return { ...receipt, ledgerId: command?.ledgerId ?? '', type: command?.type ?? '', receivedAt: clock.now() }
      }),
    )
  }
  if (!sent.ok) {
    const { failure } = sent
    if (failure.kind === 'offline') return 'offline'
    await refreshAnswered(parts)
    return failure.kind === 'refused' && failure.status === 401 ? 'signed-out' : 'server-fault'
  }
  await refreshAnswered(parts)
  return uploadWaitingPhotos(database)
}
