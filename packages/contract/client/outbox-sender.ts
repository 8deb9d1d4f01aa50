import type { DeviceId } from '@thaiqm/core/ledger/identifiers.ts'
import type { CommandEnvelope, LedgerKind, Receipt, UnnumberedCommand } from '@thaiqm/core/sync/command-envelope.ts'
import { enqueue, nextBatch, type Outbox, settle } from '@thaiqm/core/sync/outbox.ts'
import { pushCommands } from '../sync/sync-routes.ts'
import { type CallFailure, callRoute, type Send } from './call-route.ts'

/** Where a device keeps its outbox. `save` has to be durable before it resolves. */
export interface OutboxStore {
  load(): Promise<Outbox>
  save(outbox: Outbox): Promise<void>
}

export interface OutboxSenderParts {
  readonly deviceId: DeviceId
  readonly store: OutboxStore
  readonly send: Send
  readonly now: () => string
  readonly newId: () => string
}

export type SendOutcome =
  | { readonly ok: true; readonly receipts: readonly Receipt[] }
  | { readonly ok: false; readonly failure: CallFailure }

const BATCH = 50

/** Work done one piece after the other, in the order it was asked for. */
const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}

/**
 * A device's one way to write: every command goes into the outbox first and is sent from there, oldest first. Online
 * screens use the same; their outbox empties at once. Sending is done by one caller at a time.
 */
export const createOutboxSender = ({ deviceId, store, send, now, newId }: OutboxSenderParts) => {
  // A person's next command must not wait for a slow network: sending has its own turn, the store another.
  const inStoreTurn = createTurns()
  const inSendingTurn = createTurns()

  const flush = (): Promise<SendOutcome> =>
    inSendingTurn(async () => {
      const receipts: Receipt[] = []
      for (;;) {
        const outbox = await inStoreTurn(() => store.load())
        const commands = nextBatch(outbox, BATCH)
        if (commands.length === 0) return { ok: true, receipts }
        const reply = await callRoute(send, pushCommands, {
          body: { deviceId, epoch: outbox.epoch, commands: [...commands] },
        })
        if (!reply.ok) return { ok: false, failure: reply }
        receipts.push(...reply.value.receipts)
        await inStoreTurn(async () => store.save(settle(await store.load(), reply.value)))
      }
    })

  const put = (
    ledgerKind: LedgerKind,
    ledgerId: string,
    type: string,
    input: unknown,
    basedOnVersion: number | null,
  ): Promise<UnnumberedCommand> =>
    inStoreTurn(async () => {
      const command: UnnumberedCommand = {
        commandId: newId() as CommandEnvelope['commandId'],
        ledgerKind,
        ledgerId,
        type,
        input,
        madeAt: now() as CommandEnvelope['madeAt'],
        basedOnVersion,
      }
      await store.save(enqueue(await store.load(), command))
      return command
    })

  return { put, flush }
}

export type OutboxSender = ReturnType<typeof createOutboxSender>
