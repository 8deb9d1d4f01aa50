import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import type { ActProps } from './act-props.ts'
import { ReasonDialog } from './reason-dialog.tsx'

const words = defineWords({
  title: { th: 'นำกลับมาดำเนินการ', en: 'Resume work' },
  confirmLabel: { th: 'นำกลับมาดำเนินการ', en: 'Resume work' },
  label: { th: 'เหตุที่ดำเนินการต่อได้', en: 'Why work can go on' },
})

/** What could not be solved has become possible again. */
export const ResumeWork = (act: ActProps) => (
  <ReasonDialog
    {...useWords(words)}
    {...act}
    commandFor={reason => ({ type: 'ResumeWork', input: { problemId: act.problem.id, reason } })}
    missingCode="reason-missing"
  />
)
