import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import { Button, IconButton } from '@thaiqm/ui/button.tsx'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useId, useState } from 'react'
import { PhotoField } from '../photo/photo-field.tsx'
import { type Moment, photoEvidence, photosGiven } from './photos-given.ts'

const words = defineWords({
  title: { th: 'หลักฐาน', en: 'Evidence' },
  hint: { th: 'แนบภาพถ่าย เอกสาร หรือคำยืนยันของพยานอย่างน้อย 1 รายการ', en: 'A photograph, a document or a witness’s word' },
  photo: { th: 'ถ่ายภาพหลักฐาน', en: 'Photograph the evidence' },
  after: { th: 'ถ่ายภาพหลังแก้ไข', en: 'Photograph it as it is after' },
  before: { th: 'เลือกภาพก่อนแก้ไขจากเครื่อง', en: 'Choose a photo from before' },
  household: { th: 'คำยืนยันของครัวเรือน', en: 'The household’s word' },
  householdSays: {
    th: 'ครัวเรือนยืนยันว่าปัญหานี้ได้รับการแก้ไขแล้ว',
    en: 'The household confirms that this hardship is solved',
  },
  document: { th: 'เพิ่มเอกสาร', en: 'Add a document' },
  witness: { th: 'เพิ่มคำยืนยันของพยาน', en: 'Add a witness’s word' },
  reference: { th: 'เลขที่หรือชื่อเอกสาร', en: 'Number or name of the document' },
  who: { th: 'ชื่อพยาน', en: 'Witness' },
  says: { th: 'คำยืนยันของพยาน', en: 'What the witness says' },
  keep: { th: 'เพิ่มหลักฐานนี้', en: 'Add this evidence' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  remove: { th: (what: string) => `ลบหลักฐาน ${what}`, en: what => `Remove ${what}` },
})

export interface EvidenceFieldProps {
  readonly value: readonly Evidence[]
  readonly onChange: (evidence: readonly Evidence[]) => void
  /** What is needed here; a piece of any kind if left out. */
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** Photos of before and after are told apart. */
  readonly hasMoments?: boolean | undefined
  /** Who speaks for the household: with it their word is one tap. */
  readonly headName?: string | undefined
}

/** What shows that a hardship is solved: photographs, papers, and the words of the household or of a witness. */
export const EvidenceField = ({
  value,
  onChange,
  hint,
  error,
  hasMoments = false,
  headName = '',
}: EvidenceFieldProps) => {
  const said = useWords(words)
  const [adding, setAdding] = useState<'document' | 'witness'>()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const errorId = useId()
  const papers = value.filter(one => one.kind !== 'photo')
  const close = () => {
    setAdding(undefined)
    setFirst('')
    setSecond('')
  }
  const keep = () => {
    if (adding === 'document') onChange([...value, { kind: 'document', reference: first.trim().slice(0, 200) }])
    if (adding === 'witness') {
      onChange([
        ...value,
        { kind: 'witness', witness: first.trim().slice(0, 200), words: second.trim().slice(0, 1000) },
      ])
    }
    close()
  }
  const photographs = (moment: Moment, hashes: readonly string[]) => {
    const others = value.filter(one => one.kind === 'photo' && (one.moment ?? 'after') !== moment)
    onChange([...photoEvidence(hashes, moment), ...others, ...papers])
  }
  const householdsWord: Evidence = { kind: 'witness', witness: headName, words: said.householdSays }
  const hasHouseholdsWord = papers.some(one => one.kind === 'witness' && one.witness === headName)
  const isWhole = first.trim() !== '' && (adding === 'document' || second.trim() !== '')
  return (
    <fieldset className="fd-group" aria-describedby={error === undefined ? undefined : errorId}>
      <legend>{said.title}</legend>
      <p className="fd-muted fd-small">{hint ?? said.hint}</p>
      {error !== undefined && (
        <p id={errorId} className="fd-field-error" role="alert">
          <Icon name="alert" size={18} />
          {error}
        </p>
      )}
      {hasMoments && (
        <PhotoField
          label={said.before}
          hashes={photosGiven(value, 'before')}
          most={4}
          isFromAlbum
          onChange={hashes => photographs('before', hashes)}
        />
      )}
      <PhotoField
        label={hasMoments ? said.after : said.photo}
        hashes={photosGiven(value, 'after')}
        most={6}
        onChange={hashes => photographs('after', hashes)}
      />
      {papers.map(one => {
        const text =
          one.kind === 'document' ? one.reference : one.kind === 'witness' ? `${one.witness}: ${one.words}` : ''
        return (
          <div key={text} className="fd-evidence">
            <Icon name={one.kind === 'document' ? 'document' : 'message'} />
            <span>{text}</span>
            <IconButton
              icon="trash"
              label={said.remove(text)}
              onPress={() => onChange(value.filter(other => other !== one))}
            />
          </div>
        )
      })}
      {adding === undefined ? (
        <>
          {headName !== '' && !hasHouseholdsWord && (
            <Button icon="user" isWide onPress={() => onChange([...value, householdsWord])}>
              {said.household}
            </Button>
          )}
          <Button icon="document" isWide onPress={() => setAdding('document')}>
            {said.document}
          </Button>
          <Button icon="message" isWide onPress={() => setAdding('witness')}>
            {said.witness}
          </Button>
        </>
      ) : (
        <>
          <TextField label={adding === 'document' ? said.reference : said.who} value={first} onChange={setFirst} />
          {adding === 'witness' && <TextArea label={said.says} value={second} onChange={setSecond} />}
          <Button kind="primary" isWide isDisabled={!isWhole} onPress={keep}>
            {said.keep}
          </Button>
          <Button kind="quiet" isWide onPress={close}>
            {said.cancel}
          </Button>
        </>
      )}
    </fieldset>
  )
}
