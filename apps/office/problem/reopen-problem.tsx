import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import type { ActProps } from './act-props.ts'
import { ReasonDialog } from './reason-dialog.tsx'

const words = defineWords({
  title: { th: 'เปิดปัญหาขึ้นใหม่', en: 'Reopen the problem' },
  confirmLabel: { th: 'เปิดปัญหาขึ้นใหม่', en: 'Reopen' },
  label: { th: 'เหตุที่เปิดใหม่ (ข้อร้องเรียนหรือสิ่งที่พบจากการเยี่ยม)', en: 'Why (a complaint, or what a visit found)' },
})

/** A complaint or a re-visit shows that a solved hardship is back; the return is counted. */
export const ReopenProblem = (act: ActProps) => (
  <ReasonDialog
    {...useWords(words)}
    {...act}
    commandFor={reason => ({ type: 'ReopenProblem', input: { problemId: act.problem.id, reason } })}
    missingCode="reason-missing"
  />
)
