import { unresolvableReasons } from '@thaiqm/catalogue/catalogue.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { ActDialog } from './act-dialog.tsx'
import type { ActProps } from './act-props.ts'
import { ProblemHeading } from './problem-heading.tsx'

const words = defineWords({
  title: { th: 'วินิจฉัยว่าแก้ไขไม่ได้หรือเกินอำนาจ', en: 'Declare unresolvable' },
  confirm: { th: 'บันทึกคำวินิจฉัย', en: 'Record the decision' },
  effect: {
    th: 'ปัญหานี้จะไม่นับว่าแก้ไขแล้ว ครัวเรือนยังต้องได้รับการดูแลต่อเนื่อง และนำกลับมาดำเนินการได้เมื่อมีทางแก้ไข',
    en: 'It never counts as solved: the household stays in care, and work can resume when a way opens.',
  },
  reason: { th: 'เหตุที่แก้ไขไม่ได้', en: 'Why it cannot be solved' },
  care: { th: 'แนวทางดูแลต่อเนื่อง', en: 'Continuing care' },
  careHint: { th: 'ใครดูแล ทำอะไร บ่อยเพียงใด', en: 'Who cares, what is done, how often' },
})

/** แก้ไขไม่ได้/เกินอำนาจ: the district chief's decision, with its reason and how the household goes on being cared for. */
export const DeclareUnresolvable = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [reasonCode, setReasonCode] = useState<string | null>(null)
  const [continuingCare, setContinuingCare] = useState('')
  return (
    <ActDialog
      household={household}
      command={{
        type: 'DeclareUnresolvable',
        input: { problemId: problem.id, reasonCode: reasonCode ?? '', continuingCare: continuingCare.trim() },
      }}
      title={say.title}
      description={<ProblemHeading household={household} problem={problem} />}
      confirmLabel={say.confirm}
      onClose={onClose}
      fieldCodes={['reason-missing', 'continuing-care-missing']}
    >
      {errorOf => (
        <>
          <Notice tone="warning">{say.effect}</Notice>
          <Select
            label={say.reason}
            options={unresolvableReasons.map(one => ({ value: one.code, label: one[language] }))}
            value={reasonCode}
            onChange={setReasonCode}
            error={errorOf('reason-missing')}
            isRequired
          />
          <TextArea
            label={say.care}
            hint={say.careHint}
            value={continuingCare}
            onChange={setContinuingCare}
            maxLength={2000}
            error={errorOf('continuing-care-missing')}
            isRequired
          />
        </>
      )}
    </ActDialog>
  )
}
