import { unresolvableReasons } from '@thaiqm/catalogue/catalogue.ts'
import { clocks } from '@thaiqm/catalogue/clocks.ts'
import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useSession } from '../platform/session.tsx'
import { ActDialog } from './act-dialog.tsx'
import type { ActProps } from './act-props.ts'

const words = defineWords({
  title: { th: 'วินิจฉัยว่าแก้ไขไม่ได้หรือเกินอำนาจ', en: 'Declare unresolvable' },
  confirm: { th: 'บันทึกคำวินิจฉัย', en: 'Record the decision' },
  effect: {
    th: 'ปัญหานี้จะไม่นับว่าแก้ไขแล้ว ครัวเรือนยังต้องได้รับการดูแลต่อเนื่อง และนำกลับมาดำเนินการได้เมื่อมีทางแก้ไข',
    en: 'It never counts as solved: the household stays in care, and work can resume when a way opens.',
  },
  reason: { th: 'เหตุที่แก้ไขไม่ได้', en: 'Why it cannot be solved' },
  care: { th: 'แนวทางดูแลต่อเนื่อง', en: 'Continuing care' },
  careOwner: { th: 'ผู้ดูแลต่อเนื่อง', en: 'Who cares' },
  careOwnerHint: { th: 'ชื่อและตำแหน่ง หรือทีม', en: 'Name and post, or the team' },
  review: { th: 'ทบทวนอีกครั้งวันที่', en: 'Look again on' },
  careHint: { th: 'ใครดูแล ทำอะไร บ่อยเพียงใด', en: 'Who cares, what is done, how often' },
})

/** แก้ไขไม่ได้/เกินอำนาจ: the district chief's decision, with its reason and how the household goes on being cared for. */
export const DeclareUnresolvable = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [reasonCode, setReasonCode] = useState<string | null>(null)
  const { today } = useSession()
  const [careOwner, setCareOwner] = useState('')
  const [reviewOn, setReviewOn] = useState<string | null>(null)
  const [continuingCare, setContinuingCare] = useState('')
  return (
    <ActDialog
      household={household}
      command={{
        type: 'DeclareUnresolvable',
        input: {
          problemId: problem.id,
          reasonCode: reasonCode ?? '',
          continuingCare: continuingCare.trim(),
          careOwner: careOwner.trim(),
          ...(reviewOn === null ? {} : { reviewOn: reviewOn as Day }),
        },
      }}
      title={say.title}
      problem={problem}
      confirmLabel={say.confirm}
      onClose={onClose}
      fieldCodes={['reason-missing', 'continuing-care-missing', 'due-day-passed', 'look-again-too-late']}
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
          <TextField
            label={say.careOwner}
            hint={say.careOwnerHint}
            value={careOwner}
            onChange={setCareOwner}
            maxLength={200}
            isOptional
          />
          <DatePicker
            label={say.review}
            value={reviewOn}
            onChange={setReviewOn}
            min={today}
            max={addDays(today, clocks.lookAgainAfterDays.CARE)}
            error={errorOf('due-day-passed', 'look-again-too-late')}
            isOptional
          />
        </>
      )}
    </ActDialog>
  )
}
