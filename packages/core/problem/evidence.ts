import { z } from 'zod'
import { photoHash } from '../ledger/identifiers.ts'

/** What shows that a hardship is solved: a photo, a paper, or a named witness's word (domain brief 13.1, guard of RESOLVED). */
export const evidence = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('photo'),
    photo: photoHash,
    caption: z.string().max(200),
    /** Not said: after the help. */
    moment: z.enum(['before', 'after']).optional(),
  }),
  z.object({ kind: z.literal('document'), reference: z.string().min(1).max(200) }),
  z.object({ kind: z.literal('witness'), words: z.string().min(1).max(1000), witness: z.string().min(1).max(200) }),
])
export type Evidence = z.infer<typeof evidence>
