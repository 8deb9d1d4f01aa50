import type { OutboxStore } from '@thaiqm/contract/client/device-store.ts'
import type { DeviceId } from '@thaiqm/core/ledger/identifiers.ts'
import type { CommandEnvelope, Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import { asNewDevice, type DeviceState, forgettableUpTo } from '@thaiqm/core/sync/device-state.ts'
import { changeKept, readKept } from './kept-store.ts'
import { newId } from './new-id.ts'

/** An officer's outbox in this browser, whole. */
interface KeptOutbox {
  readonly state: DeviceState
  /** What the server has not got, or has got and not backed up. */
  readonly held: readonly CommandEnvelope[]
  /** The newest receipts, for whoever gave the command and is told a moment later. */
  readonly receipts: readonly Receipt[]
  readonly deviceKey: string
}

const RECEIPTS = 200

const newDeviceKey = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** What an older version of this app left unsent in this browser. */
interface OldOutbox {
  readonly waiting: readonly CommandEnvelope[]
}

const firstOutbox = (left: OldOutbox | undefined): KeptOutbox => {
  const { state, held } = asNewDevice(newId() as DeviceId, left?.waiting ?? [])
  return { state, held, receipts: [], deviceKey: newDeviceKey() }
}

/**
 * The outbox of one officer in this browser. Officers share office machines, so each has a device id and a queue of
 * their own: what one left unsent is never sent under another's name.
 */
export const createOutboxStore = (personId: string) => {
  const key = `device-outbox:${personId}`
  const change = async <Answer>(
    work: (outbox: KeptOutbox) => { readonly kept: KeptOutbox; readonly answer: Answer },
  ): Promise<Answer> => {
    const left = (await readKept(`outbox:${personId}`)) as OldOutbox | undefined
    return changeKept<KeptOutbox, Answer>(key, kept => work(kept ?? firstOutbox(left)))
  }
  const read = async (): Promise<KeptOutbox> =>
    ((await readKept(key)) as KeptOutbox | undefined) ?? change(outbox => ({ kept: outbox, answer: outbox }))

  const store: OutboxStore = {
    state: async () => (await read()).state,
    add: command =>
      change(outbox => {
        const numbered = { ...command, sequence: outbox.state.nextSequence }
        const state = { ...outbox.state, nextSequence: numbered.sequence + 1 }
        return { kept: { ...outbox, state, held: [...outbox.held, numbered] }, answer: numbered }
      }),
    after: async (sequence, most) => (await read()).held.filter(c => c.sequence > sequence).slice(0, most),
    change: decide =>
      change(outbox => {
        const decided = decide(outbox.state, () => outbox.held)
        const gone = forgettableUpTo(decided.state)
        const held = (decided.held ?? outbox.held).filter(c => c.sequence > gone)
        const receipts = [...outbox.receipts, ...(decided.receipts ?? [])].slice(-RECEIPTS)
        return { kept: { ...outbox, state: decided.state, held, receipts }, answer: undefined }
      }),
    firstHeld: async () => {
      const { state, held } = await read()
      return held[0]?.sequence ?? state.nextSequence
    },
    holdings: async () => {
      const { state, held } = await read()
      const waiting = held.filter(c => c.sequence > state.sentUpTo)
      return {
        waiting: waiting.length,
        unsafe: held.length - waiting.length,
        drafts: 0,
        photos: 0,
        oldestWaitingAt: waiting[0]?.madeAt ?? null,
      }
    },
  }
  return {
    ...store,
    deviceKey: async () => (await read()).deviceKey,
    findReceipt: async (commandId: string): Promise<Receipt | null> =>
      (await read()).receipts.findLast(receipt => receipt.commandId === commandId) ?? null,
  }
}
