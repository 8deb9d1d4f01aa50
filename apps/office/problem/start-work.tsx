import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import type { ActProps } from './act-props.ts'
import { ReasonDialog } from './reason-dialog.tsx'

const words = defineWords({
  title: { th: 'เริ่มดำเนินการ', en: 'Start work' },
  confirmLabel: { th: 'เริ่มดำเนินการ', en: 'Start work' },
  label: { th: 'บันทึกการดำเนินการ', en: 'Note' },
})

/** Someone has begun to work on the hardship. */
export const StartWork = (act: ActProps) => (
  <ReasonDialog
    {...useWords(words)}
    {...act}
    commandFor={note => ({ type: 'StartWork', input: { problemId: act.problem.id, note } })}
  />
)
