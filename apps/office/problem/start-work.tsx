import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { ActDialog } from './act-dialog.tsx'
import type { ActProps } from './act-props.ts'
import { ProblemHeading } from './problem-heading.tsx'

const words = defineWords({
  title: { th: 'เริ่มดำเนินการ', en: 'Start work' },
  confirm: { th: 'เริ่มดำเนินการ', en: 'Start work' },
  note: { th: 'บันทึกการดำเนินการ', en: 'Note' },
})

/** Someone has begun to work on the hardship. */
export const StartWork = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const [note, setNote] = useState('')
  return (
    <ActDialog
      household={household}
      command={{ type: 'StartWork', input: { problemId: problem.id, note: note.trim() } }}
      title={say.title}
      description={<ProblemHeading household={household} problem={problem} />}
      confirmLabel={say.confirm}
      onClose={onClose}
    >
      {() => <TextArea label={say.note} value={note} onChange={setNote} maxLength={2000} isOptional />}
    </ActDialog>
  )
}
