import type { SurveyState } from './survey.ts'

/** The states of a form by their official names (domain brief 10); no form yet is one of them. */
export const surveyStateNames: Record<SurveyState | 'NOT_STARTED', { readonly th: string; readonly en: string }> = {
  NOT_STARTED: { th: 'ยังไม่สำรวจ', en: 'Not surveyed' },
  SUBMITTED: { th: 'ส่งแล้ว', en: 'Sent' },
  VERIFIED: { th: 'ตรวจแล้ว (ตำบล)', en: 'Verified (tambon)' },
  CERTIFIED: { th: 'รับรองแล้ว (อำเภอ)', en: 'Certified (district)' },
  RETURNED: { th: 'ส่งกลับแก้ไข', en: 'Returned' },
}
