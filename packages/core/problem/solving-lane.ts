import { z } from 'zod'

/**
 * Who moves a problem on (4 ช่องทาง): the household itself, its community, an agency, or care that goes on without an
 * end. Each has an owner and a day on which somebody looks again.
 */
export const solvingLane = z.enum(['SELF', 'COMMUNITY', 'AGENCY', 'CARE'])
export type SolvingLane = z.infer<typeof solvingLane>

export const solvingLaneNames: Record<SolvingLane, { readonly th: string; readonly en: string }> = {
  SELF: { th: 'แก้ไขได้เอง', en: 'By the household itself' },
  COMMUNITY: { th: 'ชุมชนช่วยแก้ไข', en: 'By the community' },
  AGENCY: { th: 'หน่วยงานแก้ไข', en: 'By an agency' },
  CARE: { th: 'ดูแลต่อเนื่อง', en: 'Continuing care' },
}
