import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { ActDialog } from './act-dialog.tsx'
import type { ActProps } from './act-props.ts'
import { ProblemHeading } from './problem-heading.tsx'

const words = defineWords({
  title: { th: 'นำกลับมาดำเนินการ', en: 'Resume work' },
  confirm: { th: 'นำกลับมาดำเนินการ', en: 'Resume work' },
  reason: { th: 'เหตุที่ดำเนินการต่อได้', en: 'Why work can go on' },
})

/** What could not be solved has become possible again. */
export const ResumeWork = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      household={household}
      command={{ type: 'ResumeWork', input: { problemId: problem.id, reason: reason.trim() } }}
      title={say.title}
      description={<ProblemHeading household={household} problem={problem} />}
      confirmLabel={say.confirm}
      onClose={onClose}
      fieldCodes={['reason-missing']}
    >
      {errorOf => (
        <TextArea
          label={say.reason}
          value={reason}
          onChange={setReason}
          maxLength={2000}
          error={errorOf('reason-missing')}
          isRequired
        />
      )}
    </ActDialog>
  )
}
