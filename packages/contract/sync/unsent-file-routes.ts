import { instant } from '@thaiqm/core/ledger/day.ts'
import { deviceId, householdId, photoHash, surveyId } from '@thaiqm/core/ledger/identifiers.ts'
import { commandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

const sealedText = z.string().max(4_000_000)

/** Shows that what is handed in comes from that very device: its key, sealed to the server. */
const fromDevice = z.object({ deviceId, sealedDeviceKey: z.string().max(2000) })

const sealedDraft = z.object({
  draftId: surveyId,
  householdId,
  areaCode: z.string().regex(/^\d{8}$/),
  revision: z.number().int().min(1),
  changedAt: instant,
  sealed: sealedText,
})

const sealedPhoto = z.object({
  photoHash,
  /** The photo's own AES-256 key, base64url as a JSON string, sealed to the server beside the photo's hash. */
  sealedKey: z.string().max(2000),
  /** Nonce of 12 bytes and AES-256-GCM text under that key, the hash as additional data; base64url. */
  text: z.string().max(14_000_000),
})

/** Unsent work of a phone as it is saved to a file: sealed, so that whoever carries it reads nothing. */
export const unsentFile = fromDevice.extend({
  kind: z.literal('thaiqm-unsent-work'),
  madeAt: instant,
  firstHeld: z.number().int().min(1),
  commands: z.array(commandEnvelope.required({ sealed: true })),
  drafts: z.array(sealedDraft),
  photos: z.array(sealedPhoto),
})
export type UnsentFile = z.infer<typeof unsentFile>

export const loadUnsentWork = defineRoute({
  method: 'POST',
  path: '/api/unsent-work',
  room: 'sync',
  access: 'signed-in',
  summary: 'Hands in commands and drafts of another phone’s file; they count as sent by the person who made them',
  body: fromDevice.extend({
    firstHeld: z.number().int().min(1),
    commands: z.array(commandEnvelope.required({ sealed: true })).max(500),
    drafts: z.array(sealedDraft).max(200),
  }),
  reply: z.object({
    applied: z.number().int(),
    alreadyApplied: z.number().int(),
    parked: z.number().int(),
    drafts: z.number().int(),
  }),
})

export const loadUnsentPhoto = defineRoute({
  method: 'POST',
  path: '/api/unsent-work/photos',
  room: 'sync',
  access: 'signed-in',
  summary: 'Hands in one photo of another phone’s file',
  body: fromDevice.extend(sealedPhoto.shape),
  reply: z.object({}),
})
