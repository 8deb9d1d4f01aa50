import { createOutboxSender, type OutboxSender, type SendOutcome } from '@thaiqm/contract/client/outbox-sender.ts'
import type { LedgerKind, Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import { useSyncExternalStore } from 'react'
import { send } from './api.ts'
import { newId } from './new-id.ts'
import { deviceIdOf, outboxStoreOf } from './outbox-store.ts'

export interface OutgoingCommand {
  readonly ledgerKind: LedgerKind
  readonly ledgerId: string
  readonly type: string
  readonly input: unknown
  readonly basedOnVersion: number | null
}

// Two tabs of one browser share the queue; sequence numbers stay gap-free only when one writes at a time.
const alone = <Value>(personId: string, work: () => Promise<Value>): Promise<Value> =>
  'locks' in navigator ? navigator.locks.request(`thaiqm-outbox-${personId}`, work) : work()

const senders = new Map<string, Promise<OutboxSender>>()

const senderOf = (personId: string): Promise<OutboxSender> => {
  const known = senders.get(personId)
  if (known !== undefined) return known
  const made = deviceIdOf(personId).then(deviceId =>
    createOutboxSender({
      deviceId,
      store: outboxStoreOf(personId),
      send,
      now: () => new Date().toISOString(),
      newId,
    }),
  )
  senders.set(personId, made)
  return made
}

let waiting = 0
const listeners = new Set<() => void>()
const tellWaiting = async (personId: string): Promise<void> => {
  waiting = (await outboxStoreOf(personId).load()).waiting.length
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
export const putCommand = (personId: string, command: OutgoingCommand): Promise<string> =>
  alone(personId, async () => {
    const sender = await senderOf(personId)
    const { ledgerKind, ledgerId, type, input, basedOnVersion } = command
    const kept = await sender.put(ledgerKind, ledgerId, type, input, basedOnVersion)
    await tellWaiting(personId)
    return kept.commandId
  })

/** Sends what waits, oldest first. */
export const flushOutbox = (personId: string): Promise<SendOutcome> =>
  alone(personId, async () => {
    const sender = await senderOf(personId)
    const outcome = await sender.flush()
    if (outcome.ok) for (const receipt of outcome.receipts) receipts.set(receipt.commandId, receipt)
    await tellWaiting(personId)
    return outcome
  })

// Whichever flush happened to carry a command, its receipt is found here by whoever gave the command.
const receipts = new Map<string, Receipt>()

/** The server's receipt for a command of this browser; null for one that another tab sent and that was applied. */
export const findReceipt = async (personId: string, commandId: string): Promise<Receipt | null> => {
  const known = receipts.get(commandId)
  if (known !== undefined) return known
  const { parked } = await outboxStoreOf(personId).load()
  return parked.find(entry => entry.command.commandId === commandId)?.receipt ?? null
}
