import { z } from 'zod'
import { instant } from '../ledger/day.ts'
import { commandId, deviceId } from '../ledger/identifiers.ts'

export const ledgerKind = z.enum(['household', 'round', 'person', 'organisation', 'offer', 'meeting', 'letterhead'])
export type LedgerKind = z.infer<typeof ledgerKind>

const sequence = z.number().int().min(1)

/**
 * A command on its way: made once on a device with an id of its own, sent as often as needed, applied once.
 * `input` is read by its type only after it is safely stored.
 */
export const commandEnvelope = z.object({
  commandId,
  /** Gap-free per device, from 1. */
  sequence,
  ledgerKind,
  ledgerId: z.uuid(),
  type: z.string().max(60),
  input: z.unknown().optional(),
  /** The input sealed to the server's public key, as it lies on a phone; then `input` is not sent. */
  sealed: z.string().max(4_000_000).optional(),
  /** SHA-256 of the input's JSON text in hexadecimal: damage on the way is seen. */
  inputHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The phone's clock: evidence, never judge. */
  madeAt: instant,
  /** The version of the ledger that the person saw; null when it is new. */
  basedOnVersion: z.number().int().min(0).nullable(),
})
export type CommandEnvelope = z.infer<typeof commandEnvelope>

export type UnnumberedCommand = Omit<CommandEnvelope, 'sequence'>

export const pushBatch = z.object({
  deviceId,
  /** The server's epoch as the device last knew it; null before the first answer. */
  epoch: z.string().max(64).nullable(),
  /** The lowest sequence this device can still send: what lies before it was backed up once and has been let go. */
  firstHeld: sequence.optional(),
  commands: z.array(commandEnvelope).min(1).max(500),
})
export type PushBatch = z.infer<typeof pushBatch>

export const receipt = z.object({
  commandId,
  /** Running number the person can read out to the office. */
  receiptNumber: z.number().int(),
  outcome: z.enum(['applied', 'already-applied', 'parked']),
  /** Version of the ledger after the command; null when parked. */
  version: z.number().int().nullable(),
  refusal: z
    .object({
      code: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
    })
    .nullable(),
})
export type Receipt = z.infer<typeof receipt>

/** How far the server has come with a device, in this epoch of its database. */
export const standing = z.object({
  epoch: z.string(),
  /** Highest sequence of this device that the server holds durably. */
  upTo: z.number().int().min(0),
  /** Highest sequence of this device that is also in a backup. */
  durableUpTo: z.number().int().min(0),
})
export type Standing = z.infer<typeof standing>

export const pushReply = standing.extend({ receipts: z.array(receipt) })
export type PushReply = z.infer<typeof pushReply>
