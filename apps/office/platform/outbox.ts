import { createSyncClient, type SendOutcome, type SyncClient } from '@thaiqm/contract/client/sync-client.ts'
import type { CommandEnvelope, LedgerKind, Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import { useSyncExternalStore } from 'react'
import { send } from './api.ts'
import { newId } from './new-id.ts'
import { createOutboxStore } from './outbox-store.ts'

export interface OutgoingCommand {
  readonly ledgerKind: LedgerKind
  readonly ledgerId: string
  readonly type: string
  readonly input: unknown
  readonly basedOnVersion: number | null
}

// Two tabs of one browser share the queue: one sends at a time.
const alone = <Value>(personId: string, work: () => Promise<Value>): Promise<Value> =>
  'locks' in navigator ? navigator.locks.request(`thaiqm-outbox-${personId}`, work) : work()

/** How long until a backup has what was just sent, so that this browser may let it go. */
const UNTIL_SAFE_IN_MS = 90_000

interface Desk {
  readonly store: ReturnType<typeof createOutboxStore>
  readonly client: SyncClient
}

const desks = new Map<string, Desk>()

const deskOf = (personId: string): Desk => {
  const known = desks.get(personId)
  if (known !== undefined) return known
  const store = createOutboxStore(personId)
  const client = createSyncClient({
    outbox: store,
    send: async (url, init) => {
      const authorization = `Device ${(await store.state()).deviceId}.${await store.deviceKey()}`
      return send(url, { ...init, headers: { ...init.headers, authorization } })
    },
    newId,
    appVersion: 'office',
    deviceKind: 'office',
  })
  const made = { store, client }
  desks.set(personId, made)
  return made
}

let waiting = 0
const listeners = new Set<() => void>()
const tellWaiting = async (personId: string): Promise<void> => {
  waiting = (await deskOf(personId).store.holdings()).waiting
  for (const listener of listeners) listener()
}

/** How many commands of the signed-in officer still lie in this browser. */
export const useWaitingCount = (): number =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting,
  )

/** Puts a command into the outbox, durably, and answers with its id. */
export const putCommand = async (personId: string, command: OutgoingCommand): Promise<string> => {
  const made = await deskOf(personId).store.add({
    ...command,
    commandId: newId() as CommandEnvelope['commandId'],
    madeAt: new Date().toISOString() as CommandEnvelope['madeAt'],
  })
  await tellWaiting(personId)
  return made.commandId
}

/** Puts the commands of one deed into the outbox next to each other; nobody sends half of them meanwhile. */
export const putTogether = (personId: string, commands: readonly OutgoingCommand[]): Promise<readonly string[]> =>
  alone(personId, async () => {
    const ids: string[] = []
    for (const command of commands) ids.push(await putCommand(personId, command))
    return ids
  })

let later: number | undefined

/** Sends what waits, oldest first; a while later asks how much of it is backed up and may be let go. */
export const flushOutbox = async (personId: string): Promise<SendOutcome> => {
  const { client } = deskOf(personId)
  const outcome = await alone(personId, () => client.push())
  window.clearTimeout(later)
  later = window.setTimeout(() => void alone(personId, () => client.round()), UNTIL_SAFE_IN_MS)
  await tellWaiting(personId)
  return outcome
}

/** The server's receipt for a command of this browser, whichever tab sent it. */
export const findReceipt = (personId: string, commandId: string): Promise<Receipt | null> =>
  deskOf(personId).store.findReceipt(commandId)
