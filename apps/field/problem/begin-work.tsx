import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { ActCard, type ActProps } from './act-card.tsx'

const words = defineWords({
  title: { th: 'เริ่มแก้ไขปัญหา', en: 'Begin the work' },
  confirm: { th: 'บันทึกว่าเริ่มแก้ไขแล้ว', en: 'Record that it has begun' },
  note: { th: 'เริ่มดำเนินการอย่างไร', en: 'How it begins' },
})

/** What can be done at once without a plan: the work has begun. */
export const BeginWork = ({ household, problem, onClose }: ActProps) => {
  const said = useWords(words)
  const [note, setNote] = useState('')
  return (
    <ActCard
      household={household}
      title={said.title}
      confirm={said.confirm}
      command={{ type: 'StartWork', input: { problemId: problem.id, note: note.trim() } }}
      fieldCodes={[]}
      onClose={onClose}
    >
      {() => <TextArea label={said.note} isOptional value={note} onChange={text => setNote(text.slice(0, 2000))} />}
    </ActCard>
  )
}
