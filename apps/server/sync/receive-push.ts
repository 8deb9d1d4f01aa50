import type { Actor } from '@thaiqm/core/access/actor.ts'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { CommandEnvelope, PushBatch, PushReply, Standing } from '@thaiqm/core/sync/command-envelope.ts'
import { judgeBatchOrder } from '@thaiqm/core/sync/device-state.ts'
import type { JudgingParts } from './judge-batch.ts'
import type { DeviceMarks, Ledger } from './ledger.ts'
import { type BatchFrame, runBatch } from './run-batch.ts'

/** Who sends: the person of a session or of a device's own key. A disabled account still hands in its work. */
export interface Sender {
  readonly actor: Actor
  readonly isDisabled: boolean
}

const unheardOf = (actor: Actor): DeviceMarks => ({ personId: actor.personId, upTo: 0, safeUpTo: 0 })

/** A batch whose sealed inputs have been opened, as far as they could be. */
export interface IncomingBatch extends Omit<PushBatch, 'commands'> {
  readonly commands: readonly CommandEnvelope[]
  readonly unread?: ReadonlySet<string>
}

/**
 * A device's batch: its order is checked against what the server holds of that device, then it is judged like every
 * other, and the device's mark moves, all in one transaction. What the reply names is on disk.
 */
export const receivePush = async (
  ledger: Ledger,
  parts: JudgingParts,
  epoch: string,
  { actor, isDisabled }: Sender,
  batch: IncomingBatch,
): Promise<Outcome<PushReply, string>> => {
  const { deviceId } = batch
  const commands = [...batch.commands].sort((a, b) => a.sequence - b.sequence)
  const first = commands[0]?.sequence ?? 1
  const last = commands.at(-1)?.sequence ?? 0
  let marks = unheardOf(actor)
  const standing = (): Standing => ({ epoch, upTo: marks.upTo, durableUpTo: Math.min(marks.safeUpTo, marks.upTo) })

  const frame: BatchFrame = {
    before: async trx => {
      marks = (await trx.lockDevice(deviceId)) ?? unheardOf(actor)
      if (marks.personId !== actor.personId) return refuse('device-cloned')
      const gate = judgeBatchOrder({
        standing: standing(),
        epoch: batch.epoch,
        firstHeld: batch.firstHeld ?? 1,
        commands,
        heldIds: first > marks.upTo ? new Map() : await trx.findHeldIds(deviceId, first, last),
      })
      if (gate.ok) return succeed(undefined)
      return gate.code === 'sequence-gap' ? refuse(gate.code, { expected: gate.expected }) : refuse(gate.code)
    },
    after: async (trx, run) => {
      const upTo = Math.max(marks.upTo, run.commands.at(-1)?.sequence ?? 0)
      if (upTo > marks.upTo) await trx.advanceDevice(deviceId, actor, upTo, parts.clock.now())
      marks = { ...marks, upTo }
    },
  }
  const unread = batch.unread ?? new Set<string>()
  const run = { actor, deviceId, commands, unread, ...(isDisabled ? { parkAll: { code: 'account-disabled' } } : {}) }
  const done = await runBatch(ledger, parts, run, frame)
  return done.ok ? succeed({ ...standing(), receipts: done.value }) : done
}
