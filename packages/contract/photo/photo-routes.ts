import { instant } from '@thaiqm/core/ledger/day.ts'
import { photoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'

/** Photos travel apart from facts, named by their SHA-256: `PUT` the bytes (JPEG, PNG or WebP, at most 10 MB). */
export const photoPath = '/api/photos/:photoHash'

/** A photo a household's record refers to, for those who may see that household. */
export const householdPhotoPath = '/api/households/:householdId/photos/:photoHash'

/** A photo for the partner that helped, while its people let it: only the picture, of no place and no time. */
export const thanksPhotoPath = '/api/allocations/:allocationId/photos/:photoHash'

const photoProgress = z.object({
  receivedBytes: z.number().int().min(0),
  isWhole: z.boolean(),
  /** The server's own clock: a backup begun after this has the photo, if it is whole. */
  at: instant,
})

export const readPhotoProgress = defineRoute({
  method: 'GET',
  path: '/api/photos/:photoHash/progress',
  room: 'photo',
  access: 'device',
  summary: 'How much of a photo has arrived: where sending goes on',
  params: z.object({ photoHash }),
  reply: photoProgress,
})

/** The body is the part's bytes (`application/octet-stream`); a part that does not begin where the last one ended changes nothing. */
export const keepPhotoPart = defineRoute({
  method: 'PATCH',
  path: '/api/photos/:photoHash',
  room: 'photo',
  access: 'device',
  summary: 'The next part of a photo; with the last one the whole is held against its SHA-256',
  params: z.object({ photoHash }),
  query: z.object({ offset: z.coerce.number().int().min(0), size: z.coerce.number().int().min(1).max(10_485_760) }),
  reply: photoProgress,
})
