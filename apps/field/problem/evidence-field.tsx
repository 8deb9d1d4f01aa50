import type { PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import { Button, IconButton } from '@thaiqm/ui/button.tsx'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { PhotoField } from '../photo/photo-field.tsx'
import { photosGiven } from './photos-given.ts'

const words = defineWords({
  title: { th: 'หลักฐาน', en: 'Evidence' },
  hint: { th: 'แนบภาพถ่าย เอกสาร หรือคำยืนยันของพยานอย่างน้อย 1 รายการ', en: 'A photograph, a document or a witness’s word' },
  photo: { th: 'ถ่ายภาพหลักฐาน', en: 'Photograph the evidence' },
  document: { th: 'เพิ่มเอกสาร', en: 'Add a document' },
  witness: { th: 'เพิ่มคำยืนยันของพยาน', en: 'Add a witness’s word' },
  reference: { th: 'เลขที่หรือชื่อเอกสาร', en: 'Number or name of the document' },
  who: { th: 'ชื่อพยาน', en: 'Witness' },
  says: { th: 'คำยืนยันของพยาน', en: 'What the witness says' },
  keep: { th: 'เพิ่มหลักฐานนี้', en: 'Add this evidence' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  remove: { th: (what: string) => `ลบหลักฐาน ${what}`, en: what => `Remove ${what}` },
})

/** What shows that a hardship is solved: photographs, papers, and the words of somebody who saw it. */
export const EvidenceField = ({
  value,
  onChange,
}: {
  readonly value: readonly Evidence[]
  readonly onChange: (evidence: readonly Evidence[]) => void
}) => {
  const said = useWords(words)
  const [adding, setAdding] = useState<'document' | 'witness'>()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const photos = photosGiven(value)
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
  const isWhole = first.trim() !== '' && (adding === 'document' || second.trim() !== '')
  return (
    <fieldset className="fd-group">
      <legend>{said.title}</legend>
      <p className="fd-muted fd-small">{said.hint}</p>
      <PhotoField
        label={said.photo}
        hashes={photos}
        most={6}
        onChange={hashes =>
          onChange([
            ...hashes.map((hash): Evidence => ({ kind: 'photo', photo: hash as PhotoHash, caption: '' })),
            ...papers,
          ])
        }
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
