import { z } from 'zod'

/** What every route answers when it refuses: a code, its sentence, and the details the sentence used. */
export const refusalReply = z.object({
  refusal: z.object({
    code: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
    messageTh: z.string(),
    messageEn: z.string(),
  }),
})
export type RefusalReply = z.infer<typeof refusalReply>

/** Page by page lists: from 1, at most 200 rows a page. */
export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
})
