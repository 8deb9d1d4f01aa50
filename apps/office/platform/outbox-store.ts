import type { OutboxStore } from '@thaiqm/contract/client/outbox-sender.ts'
import type { DeviceId } from '@thaiqm/core/ledger/identifiers.ts'
import { emptyOutbox, type Outbox } from '@thaiqm/core/sync/outbox.ts'
import { readKept, writeKept } from './kept-store.ts'
import { newId } from './new-id.ts'

/**
 * The outbox of one officer in this browser. Officers share office machines, so each has a device id and a queue of
 * their own: what one left unsent is never sent under another's name.
 */
export const outboxStoreOf = (personId: string): OutboxStore => ({
  load: async () => ((await readKept(`outbox:${personId}`)) as Outbox | undefined) ?? emptyOutbox,
  save: outbox => writeKept(`outbox:${personId}`, outbox),
})

export const deviceIdOf = async (personId: string): Promise<DeviceId> => {
  const key = `device:${personId}`
  const known = (await readKept(key)) as DeviceId | undefined
  if (known !== undefined) return known
  const made = newId() as DeviceId
  await writeKept(key, made)
  return made
}
