import type { DeviceId } from '../ledger/identifiers.ts'
import type { CommandEnvelope, Standing } from './command-envelope.ts'

/** Where a device stands with its server. Pure state: disk and network live elsewhere. */
export interface DeviceState {
  readonly deviceId: DeviceId
  /** The epoch of the server's database as last heard; null before the first answer. */
  readonly epoch: string | null
  readonly nextSequence: number
  /** What the server holds durably: ส่งแล้ว. */
  readonly sentUpTo: number
  /** What is also in a backup: ปลอดภัย. Only this may leave the device. */
  readonly safeUpTo: number
}

export const newDevice = (deviceId: DeviceId): DeviceState => ({
  deviceId,
  epoch: null,
  nextSequence: 1,
  sentUpTo: 0,
  safeUpTo: 0,
})

/**
 * Takes in what the server answered to this device's own commands: `upTo` is the last of them. Within one epoch both marks
 * only rise; a new epoch means the server was restored from a backup, and what that backup does not have is sent again
 * (decision 0005).
 */
export const takeStanding = (state: DeviceState, { epoch, upTo, durableUpTo }: Standing): DeviceState =>
  epoch === state.epoch
    ? { ...state, sentUpTo: Math.max(state.sentUpTo, upTo), safeUpTo: Math.max(state.safeUpTo, durableUpTo) }
    : { ...state, epoch, sentUpTo: upTo, safeUpTo: Math.min(durableUpTo, upTo) }

/**
 * Takes in what the server says of this device unasked. It never makes anything count as sent: under this device's id the
 * server may hold the commands of a copy of it, and only an answer to a command itself tells. Restored, the server is
 * offered again all that is still here; what it has is found by its id.
 */
export const takeReport = (state: DeviceState, { epoch, upTo, durableUpTo }: Standing): DeviceState =>
  epoch === state.epoch
    ? { ...state, safeUpTo: Math.max(state.safeUpTo, durableUpTo) }
    : { ...state, epoch, sentUpTo: 0, safeUpTo: Math.min(durableUpTo, upTo) }

/** Whether the server this device knew was restored from a backup meanwhile. */
export const isRestored = (state: DeviceState, { epoch }: Standing): boolean =>
  state.epoch !== null && state.epoch !== epoch

/** The server says where the next batch has to begin. */
export const rewindTo = (state: DeviceState, expected: number): DeviceState => ({ ...state, sentUpTo: expected - 1 })

/** A server that holds more of a device than the device has made knows a twin of it: a copied phone. */
export const hasTwin = (state: DeviceState, { upTo }: Standing): boolean => upTo >= state.nextSequence

/** What may leave the device: sent, and in a backup. */
export const forgettableUpTo = ({ sentUpTo, safeUpTo }: DeviceState): number => Math.min(sentUpTo, safeUpTo)

/**
 * A device that turned out to be a copy of another goes on under an id of its own: everything it still holds is numbered
 * anew from 1, in the same order. Command ids stay, so nothing is applied twice. It still knows the epoch it last heard of:
 * photos and drafts went to that one.
 */
export const asNewDevice = (
  deviceId: DeviceId,
  held: readonly CommandEnvelope[],
  epoch: string | null = null,
): { readonly state: DeviceState; readonly held: readonly CommandEnvelope[] } => ({
  state: { ...newDevice(deviceId), epoch, nextSequence: held.length + 1 },
  held: held.map((command, index) => ({ ...command, sequence: index + 1 })),
})

/** What the server makes of a batch before it looks inside: go on, or what the device has to do first. */
export type BatchGate =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'epoch-changed' | 'device-cloned' | 'sequence-broken' }
  | { readonly ok: false; readonly code: 'sequence-gap'; readonly expected: number }

export interface GateQuestion {
  readonly standing: Standing
  /** The epoch the device believes in; null before its first answer. */
  readonly epoch: string | null
  readonly firstHeld: number
  readonly commands: readonly Pick<CommandEnvelope, 'commandId' | 'sequence'>[]
  /** Which command the server already holds under a sequence of this device. */
  readonly heldIds: ReadonlyMap<number, string>
}

/**
 * The three checks of a batch (decision 0005): the device speaks of this very database; no sequence is skipped, unless
 * the device has let the missing ones go because they once were backed up; and no sequence means two commands.
 */
export const judgeBatchOrder = ({ standing, epoch, firstHeld, commands, heldIds }: GateQuestion): BatchGate => {
  if (epoch !== null && epoch !== standing.epoch) return { ok: false, code: 'epoch-changed' }
  const first = commands[0]?.sequence ?? 1
  if (commands.some((command, index) => command.sequence !== first + index))
    return { ok: false, code: 'sequence-broken' }
  if (commands.some(c => (heldIds.get(c.sequence) ?? c.commandId) !== c.commandId))
    return { ok: false, code: 'device-cloned' }
  const expected = Math.max(standing.upTo, firstHeld - 1) + 1
  return first > expected ? { ok: false, code: 'sequence-gap', expected } : { ok: true }
}
