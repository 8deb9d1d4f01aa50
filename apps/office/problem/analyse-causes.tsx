import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { ActDialog } from './act-dialog.tsx'
import type { ActProps } from './act-props.ts'
import { CauseFields } from './cause-fields.tsx'

const words = defineWords({
  title: { th: 'วิเคราะห์สาเหตุ', en: 'Analyse the causes' },
  confirm: { th: 'บันทึกสาเหตุ', en: 'Save the causes' },
  root: { th: 'สาเหตุแท้จริงของครัวเรือนนี้', en: 'The root cause in this household' },
  rootHint: { th: 'สิ่งที่ต้องแก้ไขให้ได้จึงจะพ้นจากปัญหา', en: 'What has to change for the hardship to end' },
})

/** Why a hardship is not solved yet: from the kind's list, and in the officer's own words. */
export const AnalyseCauses = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const [causeCodes, setCauseCodes] = useState<string[]>([...problem.causeCodes])
  const [rootCause, setRootCause] = useState(problem.rootCause)
  return (
    <ActDialog
      household={household}
      command={{ type: 'AnalyseCauses', input: { problemId: problem.id, causeCodes, rootCause: rootCause.trim() } }}
      title={say.title}
      problem={problem}
      confirmLabel={say.confirm}
      onClose={onClose}
      fieldCodes={['cause-missing']}
    >
      {errorOf => (
        <>
          <CauseFields
            kindCode={problem.kindCode}
            value={causeCodes}
            onChange={setCauseCodes}
            error={errorOf('cause-missing')}
          />
          <TextArea
            label={say.root}
            hint={say.rootHint}
            value={rootCause}
            onChange={setRootCause}
            maxLength={2000}
            isOptional
          />
        </>
      )}
    </ActDialog>
  )
}
