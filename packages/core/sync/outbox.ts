import type { CommandEnvelope, PushReply, Receipt, UnnumberedCommand } from './command-envelope.ts'

/** What a device still has to tell the server, and what became of the rest. Pure state: disk and network live elsewhere. */
export interface Outbox {
  readonly nextSequence: number
  readonly epoch: string | null
  readonly waiting: readonly CommandEnvelope[]
  readonly parked: readonly { readonly command: CommandEnvelope; readonly receipt: Receipt }[]
}

export const emptyOutbox: Outbox = { nextSequence: 1, epoch: null, waiting: [], parked: [] }

/** Puts a command at the end of the queue under the device's next number. */
export const enqueue = (outbox: Outbox, command: UnnumberedCommand): Outbox => ({
  ...outbox,
  nextSequence: outbox.nextSequence + 1,
  waiting: [...outbox.waiting, { ...command, sequence: outbox.nextSequence }],
})

/** The first commands to send, in order. */
export const nextBatch = (outbox: Outbox, most: number): readonly CommandEnvelope[] => outbox.waiting.slice(0, most)

/** Takes in the server's receipts: applied ones leave, parked ones are kept for a person to see, the rest wait on. */
export const settle = (outbox: Outbox, reply: PushReply): Outbox => {
  const byId = new Map(reply.receipts.map(r => [r.commandId as string, r]))
  const parked = outbox.waiting.flatMap(command => {
    const receipt = byId.get(command.commandId)
    return receipt?.outcome === 'parked' ? [{ command, receipt }] : []
  })
  return {
    ...outbox,
    epoch: reply.epoch,
    waiting: outbox.waiting.filter(command => !byId.has(command.commandId)),
    parked: [...outbox.parked, ...parked],
  }
}
