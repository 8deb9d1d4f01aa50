import type { OutboxStore } from '@thaiqm/contract/client/outbox-sender.ts'
import type { DeviceId } from '@thaiqm/core/ledger/identifiers.ts'
import { emptyOutbox, type Outbox } from '@thaiqm/core/sync/outbox.ts'
import { newId } from './new-id.ts'

const DATABASE = 'thaiqm-office'
const STORE = 'kept'

const openDatabase = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })

let opened: Promise<IDBDatabase> | null = null
const database = (): Promise<IDBDatabase> => {
  opened ??= openDatabase()
  return opened
}

const read = async (key: string): Promise<unknown> => {
  const db = await database()
  return new Promise((resolve, reject) => {
    const asked = db.transaction(STORE).objectStore(STORE).get(key)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

const write = async (key: string, value: unknown): Promise<void> => {
  const db = await database()
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(STORE, 'readwrite', { durability: 'strict' })
    transaction.objectStore(STORE).put(value, key)
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
  })
}

/**
 * The outbox of one officer in this browser. Officers share office machines, so each has a device id and a queue of
 * their own: what one left unsent is never sent under another's name.
 */
export const outboxStoreOf = (personId: string): OutboxStore => ({
  load: async () => ((await read(`outbox:${personId}`)) as Outbox | undefined) ?? emptyOutbox,
  save: outbox => write(`outbox:${personId}`, outbox),
})

export const deviceIdOf = async (personId: string): Promise<DeviceId> => {
  const key = `device:${personId}`
  const known = (await read(key)) as DeviceId | undefined
  if (known !== undefined) return known
  const made = newId() as DeviceId
  await write(key, made)
  return made
}
