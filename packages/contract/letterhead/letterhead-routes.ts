import { photoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { letterheadDetails } from '@thaiqm/core/letterhead/letterhead.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

const params = z.object({ areaCode: letterheadDetails.shape.areaCode })

export const readLetterhead = defineRoute({
  method: 'GET',
  path: '/api/letterheads/:areaCode',
  room: 'letterhead',
  access: 'signed-in',
  summary: 'What the letters of a province or district carry at their head; null where the office has kept nothing yet',
  params,
  reply: z.object({ letterhead: letterheadDetails.extend({ version: z.number().int() }).nullable() }),
})

/** The body is the image's bytes (`image/png` or `image/jpeg`, at most 1 MB). It is used once the letterhead names it. */
export const keepEmblem = defineRoute({
  method: 'PUT',
  path: '/api/letterheads/:areaCode/emblem',
  room: 'letterhead',
  access: 'signed-in',
  summary: 'Keeps an image that an office may choose as the emblem of its letterhead, judged by its bytes',
  params,
  reply: z.object({ emblem: photoHash, widthPixels: z.number().int(), heightPixels: z.number().int() }),
})

/** The image an office has chosen, as bytes; for those who write its letters. */
export const emblemParams = params
export const emblemPath = '/api/letterheads/:areaCode/emblem'
