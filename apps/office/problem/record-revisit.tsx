import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { ActDialog } from './act-dialog.tsx'
import type { ActProps } from './act-props.ts'
import { EvidenceField } from './evidence-field.tsx'

const words = defineWords({
  title: { th: 'เยี่ยมซ้ำหลังแก้ไข', en: 'Re-visit' },
  confirm: { th: 'บันทึกผลเยี่ยมซ้ำ', en: 'Record the re-visit' },
  from: {
    th: (day: string) => `ยืนยันว่ายังแก้ไขได้ดีได้ตั้งแต่ ${day} หากเกิดซ้ำบันทึกได้ทันที`,
    en: day => `That it is still solved counts from ${day}; that it is back may be said today.`,
  },
  found: { th: 'สิ่งที่พบ', en: 'Found' },
  STILL_SOLVED: { th: 'ยังแก้ไขได้ดี', en: 'Still solved' },
  RECURRED: { th: 'ปัญหาเกิดซ้ำ', en: 'It is back' },
  reopens: { th: 'ปัญหาจะเปิดขึ้นใหม่และนับเป็นปัญหาเกิดซ้ำ', en: 'It opens again and is counted as recurred' },
  note: { th: 'รายละเอียดที่พบ', en: 'What was seen' },
})

/** Sixty days after closing somebody goes again and looks. */
export const RecordRevisit = ({ household, problem, onClose }: ActProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [found, setFound] = useState<'STILL_SOLVED' | 'RECURRED' | null>(null)
  const [note, setNote] = useState('')
  const [evidence, setEvidence] = useState<Evidence[]>([])
  return (
    <ActDialog
      household={household}
      command={
        found === null
          ? null
          : { type: 'RecordRevisit', input: { problemId: problem.id, found, note: note.trim(), evidence } }
      }
      title={say.title}
      problem={problem}
      confirmLabel={say.confirm}
      isDangerous={found === 'RECURRED'}
      size="large"
      onClose={onClose}
      fieldCodes={['note-missing']}
    >
      {errorOf => (
        <>
          {problem.revisitOn !== undefined && <Notice>{say.from(formatDay(problem.revisitOn, { language }))}</Notice>}
          <RadioGroup
            label={say.found}
            choices={[
              { value: 'STILL_SOLVED', label: say.STILL_SOLVED },
              { value: 'RECURRED', label: say.RECURRED, description: say.reopens },
            ]}
            value={found}
            onChange={setFound}
            error={found === null ? errorOf('incomplete') : undefined}
            isRequired
          />
          <TextArea
            label={say.note}
            value={note}
            onChange={setNote}
            maxLength={2000}
            error={errorOf('note-missing', ...(note.trim() === '' ? ['incomplete'] : []))}
            isRequired
          />
          <EvidenceField value={evidence} onChange={setEvidence} />
        </>
      )}
    </ActDialog>
  )
}
