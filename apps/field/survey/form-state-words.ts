import type { Tone } from '@thaiqm/ui/badge.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import type { FormState } from '../household/household-summary.ts'

/** The states of a form in official words (domain brief 10). */
export const formStateWords = defineWords({
  NOT_STARTED: { th: 'ยังไม่สำรวจ', en: 'Not surveyed' },
  SUBMITTED: { th: 'ส่งแล้ว', en: 'Sent' },
  RETURNED: { th: 'ส่งกลับแก้ไข', en: 'Returned' },
  VERIFIED: { th: 'ตรวจแล้ว (ตำบล)', en: 'Verified (tambon)' },
  CERTIFIED: { th: 'รับรองแล้ว (อำเภอ)', en: 'Certified (district)' },
})

export const formStateTone: Record<FormState, Tone> = {
  NOT_STARTED: 'neutral',
  SUBMITTED: 'info',
  RETURNED: 'danger',
  VERIFIED: 'good',
  CERTIFIED: 'good',
}
