import { clocks } from '@thaiqm/catalogue/clocks.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { PhotoField } from '../photo/photo-field.tsx'
import { ActCard, type ActProps } from './act-card.tsx'
import { LookAgainField } from './look-again-field.tsx'
import { photoEvidence } from './photos-given.ts'

const words = defineWords({
  title: { th: 'ติดตามความคืบหน้า', en: 'Follow up' },
  confirm: { th: 'บันทึกการติดตาม', en: 'Record the follow-up' },
  note: { th: 'ดำเนินการถึงไหน พบอะไร', en: 'How far it is, what was found' },
  photo: { th: 'ถ่ายภาพความคืบหน้า', en: 'Photograph how it stands' },
})

/** ติดตามความคืบหน้า: how a hardship stands, with photographs, and when somebody looks again. */
export const FollowUp = ({ household, problem, onClose }: ActProps) => {
  const said = useWords(words)
  const days = clocks.lookAgainAfterDays[problem.lane?.lane ?? 'COMMUNITY']
  const [note, setNote] = useState('')
  const [lookAgainOn, setLookAgainOn] = useState<string | null>(null)
  const [photos, setPhotos] = useState<readonly string[]>([])
  // What is photographed while the work goes on must never pass for what it looks like afterwards.
  const evidence = photoEvidence(photos, problem.state === 'ASSISTED' ? 'after' : 'before')
  const input = { problemId: problem.id, note: note.trim(), lookAgainOn: lookAgainOn as Day | null, evidence }
  return (
    <ActCard
      household={household}
      title={said.title}
      confirm={said.confirm}
      command={{ type: 'RecordFollowUp', input }}
      fieldCodes={['note-missing', 'due-day-passed', 'look-again-too-late']}
      onClose={onClose}
    >
      {errorOf => (
        <>
          <TextArea
            label={said.note}
            isRequired
            value={note}
            onChange={text => setNote(text.slice(0, 2000))}
            error={errorOf('note-missing')}
          />
          <LookAgainField
            days={days}
            value={lookAgainOn}
            onChange={setLookAgainOn}
            error={errorOf('due-day-passed', 'look-again-too-late')}
          />
          <PhotoField label={said.photo} hashes={photos} most={4} onChange={setPhotos} />
        </>
      )}
    </ActCard>
  )
}
