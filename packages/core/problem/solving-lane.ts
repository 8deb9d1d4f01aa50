import { z } from 'zod'
import type { ProblemState } from './problem-state.ts'

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

/** Who acts in each. */
export const solvingLaneWords: Record<SolvingLane, { readonly th: string; readonly en: string }> = {
  SELF: { th: 'ครัวเรือนแก้ไขเอง ทีมหมู่บ้านติดตาม', en: 'The household acts; the village team looks again' },
  COMMUNITY: { th: 'กลุ่ม วัด จิตอาสา หรือกองทุนในชุมชน', en: 'Groups, temple, volunteers or village funds' },
  AGENCY: {
    th: 'ต้องใช้อำนาจ งบประมาณ หรือผู้เชี่ยวชาญของหน่วยงาน',
    en: 'Needs an agency’s power, budget or skill',
  },
  CARE: {
    th: 'แก้ให้หมดไปไม่ได้ ต้องเยี่ยมและสงเคราะห์ต่อเนื่อง',
    en: 'Cannot be ended: visits and care go on',
  },
}

/** The lanes a hardship may take: what was ruled unresolvable stays in care. */
export const lanesFor = ({ state }: { readonly state: ProblemState }): readonly SolvingLane[] =>
  state === 'UNRESOLVABLE' ? ['CARE'] : solvingLane.options
