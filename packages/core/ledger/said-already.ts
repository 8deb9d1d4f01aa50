import type { z } from 'zod'

/** Whether an input says just what stands already: then saying it again is no new fact. What else stands there counts for nothing. */
export const isSaidAlready = <Details>(details: z.ZodType<Details>, standing: unknown, input: Details): boolean =>
  JSON.stringify(details.parse(standing)) === JSON.stringify(details.parse(input))
