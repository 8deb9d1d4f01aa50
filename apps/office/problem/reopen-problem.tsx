import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { ActDialog } from './act-dialog.tsx'
import type { ActProps } from './act-props.ts'
import { ProblemHeading } from './problem-heading.tsx'

const words = defineWords({
  title: { th: 'เปิดปัญหาขึ้นใหม่', en: 'Reopen the problem' },
  confirm: { th: 'เปิดปัญหาขึ้นใหม่', en: 'Reopen' },
  reason: { th: 'เหตุที่เปิดใหม่ (ข้อร้องเรียนหรือสิ่งที่พบจากการเยี่ยม)', en: 'Why (a complaint, or what a visit found)' },
})

/** A complaint or a re-visit shows that a solved hardship is back; the return is counted. */
export const ReopenProblem = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      household={household}
      command={{ type: 'ReopenProblem', input: { problemId: problem.id, reason: reason.trim() } }}
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
