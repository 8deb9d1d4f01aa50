import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { PhotoField } from '../photo/photo-field.tsx'
import { decideHere } from '../platform/decide.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { refusalText } from '../platform/refusal-text.ts'
import { ActCard, type ActProps } from './act-card.tsx'
import { photoEvidence } from './photos-given.ts'

const words = defineWords({
  title: { th: 'เยี่ยมซ้ำหลังแก้ไข', en: 'Re-visit' },
  confirm: { th: 'บันทึกผลเยี่ยมซ้ำ', en: 'Record the re-visit' },
  found: { th: 'สิ่งที่พบ', en: 'Found' },
  STILL_SOLVED: { th: 'ยังแก้ไขได้ดี', en: 'Still solved' },
  RECURRED: { th: 'ปัญหาเกิดซ้ำ', en: 'It is back' },
  reopens: { th: 'ปัญหาจะเปิดขึ้นใหม่ และนับเป็นปัญหาเกิดซ้ำ', en: 'It opens again and is counted as recurred' },
  note: { th: 'รายละเอียดที่พบ', en: 'What was seen' },
  photo: { th: 'ถ่ายภาพสภาพปัจจุบัน', en: 'Photograph how it is now' },
})

type Found = 'STILL_SOLVED' | 'RECURRED'

/** เยี่ยมซ้ำ: whether it is still solved, from the day that counts; or that it is back, on any day. */
export const Revisit = ({ household, problem, onClose }: ActProps) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { judge } = useFieldApp()
  const [found, setFound] = useState<Found | null>(null)
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<readonly string[]>([])
  const visited = (what: Found, seen: string) => ({
    type: 'RecordRevisit' as const,
    input: {
      problemId: problem.id,
      found: what,
      note: seen,
      // A hardship that is back is photographed as it was before it is solved again.
      evidence: photoEvidence(photos, what === 'RECURRED' ? 'before' : 'after'),
    },
  })
  const still = decideHere(household.id, household, visited('STILL_SOLVED', '-'), judge)
  return (
    <ActCard
      household={household}
      title={said.title}
      confirm={said.confirm}
      command={found === null ? null : visited(found, note.trim())}
      fieldCodes={['note-missing']}
      onClose={onClose}
    >
      {errorOf => (
        <>
          <RadioGroup<Found>
            label={said.found}
            isRequired
            value={found}
            onChange={setFound}
            choices={[
              {
                value: 'STILL_SOLVED',
                label: said.STILL_SOLVED,
                ...(still.ok ? {} : { isDisabled: true, description: refusalText(still, language) }),
              },
              { value: 'RECURRED', label: said.RECURRED, description: said.reopens },
            ]}
          />
          <TextArea
            label={said.note}
            isRequired
            value={note}
            onChange={text => setNote(text.slice(0, 2000))}
            error={errorOf('note-missing')}
          />
          <PhotoField label={said.photo} hashes={photos} most={4} onChange={setPhotos} />
        </>
      )}
    </ActCard>
  )
}
