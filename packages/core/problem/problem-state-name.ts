import type { ProblemState } from './problem-state.ts'

/** The states' official names (domain brief 10). */
export const problemStateNames: Record<ProblemState, { readonly th: string; readonly en: string }> = {
  OPEN: { th: 'พบปัญหา', en: 'Found' },
  PLANNED: { th: 'มีแผนแล้ว', en: 'Planned' },
  REFERRED: { th: 'ส่งต่อหน่วยงาน', en: 'Referred' },
  IN_PROGRESS: { th: 'อยู่ระหว่างดำเนินการ', en: 'In progress' },
  ASSISTED: { th: 'ช่วยเหลือแล้ว รอตรวจผล', en: 'Helped, to be verified' },
  RESOLVED: { th: 'แก้ไขแล้วเสร็จ', en: 'Resolved' },
  SELF_RESOLVED: { th: 'แก้ไขได้ด้วยตนเอง', en: 'Self-resolved' },
  UNRESOLVABLE: { th: 'แก้ไขไม่ได้/เกินอำนาจ', en: 'Unresolvable' },
  CANCELLED: { th: 'ยกเลิก', en: 'Cancelled' },
}
