import { instant } from '@thaiqm/core/ledger/day.ts'
import { commandId, deviceId, personId } from '@thaiqm/core/ledger/identifiers.ts'
import { commandEnvelope, pushBatch, pushReply, receipt, standing } from '@thaiqm/core/sync/command-envelope.ts'
import { z } from 'zod'
import { householdView } from '../household/household-view.ts'
import { defineRoute } from '../wire/route.ts'

/** What a device still holds; counts and ages only. */
export const holdings = z.object({
  /** Commands the server has not answered. */
  waiting: z.number().int().min(0),
  /** Commands the server holds and no backup does yet. */
  unsafe: z.number().int().min(0),
  drafts: z.number().int().min(0),
  photos: z.number().int().min(0),
  oldestWaitingAt: instant.nullable(),
})
export type Holdings = z.infer<typeof holdings>

export const reportDevice = defineRoute({
  method: 'POST',
  path: '/api/devices/report',
  room: 'sync',
  access: 'device',
  summary:
    'A device says what it holds and learns how far the server has come, the time, and whether it may show households',
  body: z.object({
    deviceId,
    epoch: z.string().max(64).nullable(),
    holdings,
    appVersion: z.string().max(40),
    /** What kind of phone, such as `Android · Chrome 139`; no serial number. */
    deviceKind: z.string().max(80).default(''),
  }),
  reply: standing.extend({
    now: instant,
    /** Backups lie on another machine or disk than the database. */
    isBackupElsewhere: z.boolean(),
    /** When the last backup that came to its end was begun, by the server's own clock; null before the first. */
    backedUpAt: instant.nullable(),
    /** The person's account is disabled: work is still sent, and waits for whoever has the area. */
    isDisabled: z.boolean(),
    /** The office has locked this device: households leave it, unsent work stays and is sent. */
    isLocked: z.boolean(),
    /** The server's part of the key of the device's cache; null when nobody is signed in or the device is locked. */
    share: z.string().nullable(),
    /** Days without contact until households are no longer shown, and until they are erased. */
    viewDays: z.number().int(),
    eraseDays: z.number().int(),
    /** Public key that unsent work is sealed to. */
    sealingKey: z.object({ keyId: z.string(), publicKey: z.string() }),
    /** Commands of this device that still wait for a person. */
    openParked: z.array(commandId),
  }),
})

export const pushCommands = defineRoute({
  method: 'POST',
  path: '/api/commands',
  room: 'sync',
  access: 'device',
  summary: 'The one way to write: a batch of commands, stored first, judged after, each with a receipt',
  body: pushBatch,
  reply: pushReply,
})

export const pullArea = defineRoute({
  method: 'GET',
  path: '/api/areas/:areaCode/changes',
  room: 'sync',
  access: 'signed-in',
  summary: 'Households of an area for a device, page by page: first all of them, then what has changed since a cursor',
  params: z.object({ areaCode: z.string().regex(/^(\d{4}|\d{6}|\d{8})$/) }),
  query: z.object({
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  reply: z.object({
    households: z.array(householdView),
    /** Households that left the area or the caller’s sight: a device forgets them, its unsent work stays. */
    gone: z.array(z.string()),
    cursor: z.string(),
    more: z.boolean(),
    /** The first page of a new beginning: what the device holds of the area and does not meet again is forgotten. */
    isFresh: z.boolean(),
    /** The last page of a beginning: from here on only changes follow. */
    isWhole: z.boolean(),
    asOf: instant,
  }),
})

export const listParked = defineRoute({
  method: 'GET',
  path: '/api/parked-commands',
  room: 'sync',
  access: 'signed-in',
  summary: 'Commands that are kept and wait for a person: what, whose, and why',
  reply: z.object({
    parked: z.array(
      z.object({
        command: commandEnvelope.omit({ input: true, sealed: true, inputHash: true }),
        receipt,
        byName: z.string(),
        receivedAt: instant,
        headName: z.string().nullable(),
        areaCode: z.string().nullable(),
      }),
    ),
  }),
})

export const readParked = defineRoute({
  method: 'GET',
  path: '/api/parked-commands/:commandId',
  room: 'sync',
  access: 'signed-in',
  summary: 'What a parked command says, for whoever has to settle it',
  params: z.object({ commandId }),
  reply: z.object({
    /** Null when it may hold restricted hardships and the caller may not see those. */
    input: z.unknown(),
  }),
})

export const settleParked = defineRoute({
  method: 'POST',
  path: '/api/parked-commands/:commandId/settle',
  room: 'sync',
  access: 'signed-in',
  summary: 'Takes a parked command over under one’s own name, or sets it aside with a reason; it is kept either way',
  params: z.object({ commandId }),
  body: z.object({ how: z.enum(['accepted', 'dismissed']), reason: z.string().max(2000) }),
  reply: z.object({ receipt: receipt.nullable() }),
})

export const deviceRow = z.object({
  deviceId,
  personId,
  personName: z.string(),
  position: z.string(),
  areaCode: z.string(),
  deviceKind: z.string(),
  appVersion: z.string(),
  lastSeenAt: instant,
  holdings,
  isLocked: z.boolean(),
})

export const listDevices = defineRoute({
  method: 'GET',
  path: '/api/devices',
  room: 'sync',
  access: 'signed-in',
  summary: 'Phones of the area: who works on each, what it still holds, how old that is, and when it was last heard of',
  reply: z.object({ devices: z.array(deviceRow), asOf: instant }),
})

export const lockDevice = defineRoute({
  method: 'POST',
  path: '/api/devices/:deviceId/lock',
  room: 'sync',
  access: 'signed-in',
  summary: 'A lost phone: it forgets its households at its next contact and still sends its unsent work; or unlocks it',
  params: z.object({ deviceId }),
  body: z.object({ isLocked: z.boolean() }),
  reply: z.object({}),
})
