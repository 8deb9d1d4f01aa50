import type { ProblemState } from '@thaiqm/core/problem/problem-state.ts'
import type { Tone } from '@thaiqm/ui/badge.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'

/** The states of a hardship in official words (domain brief 10). */
export const problemStateWords = defineWords({
  OPEN: { th: 'พบปัญหา', en: 'Found' },
  PLANNED: { th: 'มีแผนแล้ว', en: 'Planned' },
  REFERRED: { th: 'ส่งต่อหน่วยงาน', en: 'Referred' },
  IN_PROGRESS: { th: 'อยู่ระหว่างดำเนินการ', en: 'In progress' },
  ASSISTED: { th: 'ช่วยเหลือแล้ว รอตรวจผล', en: 'Helped, to be verified' },
  RESOLVED: { th: 'แก้ไขแล้วเสร็จ', en: 'Resolved' },
  SELF_RESOLVED: { th: 'แก้ไขได้ด้วยตนเอง', en: 'Self-resolved' },
  UNRESOLVABLE: { th: 'เกินอำนาจ ต้องดูแลต่อเนื่อง', en: 'Unresolvable, in continuing care' },
  CANCELLED: { th: 'ยกเลิก', en: 'Cancelled' },
})

export const problemStateTone: Record<ProblemState, Tone> = {
  OPEN: 'danger',
  PLANNED: 'info',
  REFERRED: 'info',
  IN_PROGRESS: 'info',
  ASSISTED: 'warning',
  RESOLVED: 'good',
  SELF_RESOLVED: 'good',
  UNRESOLVABLE: 'neutral',
  CANCELLED: 'neutral',
}
