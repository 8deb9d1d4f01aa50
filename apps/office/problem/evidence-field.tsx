import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { householdPhotoPath } from '@thaiqm/contract/photo/photo-routes.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import { Button, IconButton } from '@thaiqm/ui/button.tsx'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { FileDrop } from '@thaiqm/ui/file-drop.tsx'
import { Icon, type IconName } from '@thaiqm/ui/icons.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { refusalText } from '../platform/refusal-text.ts'
import { acceptedPhotos, sendPhoto } from './send-photo.ts'
import './evidence-field.css'

const words = defineWords({
  title: { th: 'หลักฐาน', en: 'Evidence' },
  needed: {
    th: 'ภาพถ่าย เลขที่เอกสาร หรือคำยืนยันของพยาน อย่างน้อย 1 รายการ',
    en: 'At least one photo, document or witness’s word',
  },
  welcome: {
    th: 'แนบภาพถ่าย เลขที่เอกสาร หรือคำยืนยันของพยานเพิ่มได้',
    en: 'A photo, document or witness’s word may be added',
  },
  photo: { th: 'ภาพถ่าย', en: 'Photos' },
  moment: { th: 'ภาพที่จะแนบ', en: 'Photos to add show' },
  before: { th: 'ก่อนแก้ไข', en: 'before' },
  after: { th: 'หลังแก้ไข', en: 'after' },
  photoHint: { th: 'JPEG, PNG หรือ WebP ไม่เกิน 10 MB ต่อภาพ', en: 'JPEG, PNG or WebP, up to 10 MB each' },
  sending: { th: 'กำลังส่งภาพ', en: 'Sending the photo' },
  photoNotSent: {
    th: 'ส่งภาพไม่สำเร็จ โปรดตรวจสอบการเชื่อมต่อแล้วเลือกภาพใหม่',
    en: 'The photo was not sent. Check the connection and choose it again.',
  },
  document: { th: 'เลขที่หรือชื่อเอกสาร', en: 'Document number or name' },
  addDocument: { th: 'เพิ่มเอกสาร', en: 'Add document' },
  witness: { th: 'ชื่อและตำแหน่งพยาน', en: 'Witness’s name and post' },
  witnessWords: { th: 'คำยืนยันของพยาน', en: 'What the witness confirms' },
  addWitness: { th: 'เพิ่มพยาน', en: 'Add witness' },
  remove: { th: (what: string) => `นำออก: ${what}`, en: what => `Remove: ${what}` },
  added: { th: 'หลักฐานที่แนบ', en: 'Evidence added' },
})

const iconOf: Record<Evidence['kind'], IconName> = { photo: 'image', document: 'document', witness: 'user' }

/** One piece of evidence in a line of words. */
const evidenceText = (of: Evidence, photoWord: string, momentWords: Record<'before' | 'after', string>): string => {
  if (of.kind === 'photo') {
    const photo = of.moment === undefined ? photoWord : `${photoWord} (${momentWords[of.moment]})`
    return of.caption === '' ? photo : `${photo}: ${of.caption}`
  }
  return of.kind === 'document' ? of.reference : `${of.witness}: “${of.words}”`
}

export interface EvidenceListProps {
  readonly evidence: readonly Evidence[]
  readonly onRemove?: ((at: number) => void) | undefined
  /** With it a photo can be opened; photos not yet part of the household's record cannot. */
  readonly householdId?: HouseholdId | undefined
}

/** Evidence as a list. */
export const EvidenceList = ({ evidence, onRemove, householdId }: EvidenceListProps) => {
  const say = useWords(words)
  if (evidence.length === 0) return null
  return (
    <ul className="evidence-list" aria-label={say.added}>
      {evidence.map((one, at) => {
        const text = evidenceText(one, say.photo, say)
        return (
          <li key={`${one.kind}-${one.kind === 'photo' ? one.photo : text}`}>
            <Icon name={iconOf[one.kind]} size={18} />
            {one.kind === 'photo' && householdId !== undefined ? (
              <a
                href={routeAddress(householdPhotoPath, { householdId, photoHash: one.photo })}
                target="_blank"
                rel="noreferrer"
              >
                {text}
              </a>
            ) : (
              <span>{text}</span>
            )}
            {onRemove !== undefined && (
              <IconButton icon="close" size="small" label={say.remove(text)} onPress={() => onRemove(at)} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

export interface EvidenceFieldProps {
  readonly value: readonly Evidence[]
  readonly onChange: (value: Evidence[]) => void
  readonly error?: string | undefined
  readonly isRequired?: boolean
  /** Asks of each photo whether it shows before or after the help. */
  readonly hasMoments?: boolean
}

/** Photos (sent at once, named by their content), papers and witnesses' words. */
export const EvidenceField = ({
  value,
  onChange,
  error,
  isRequired = false,
  hasMoments = false,
}: EvidenceFieldProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const [moment, setMoment] = useState<'before' | 'after'>('after')
  const [reference, setReference] = useState('')
  const [witness, setWitness] = useState('')
  const [witnessWords, setWitnessWords] = useState('')
  const [isSending, setSending] = useState(false)
  const [photoError, setPhotoError] = useState<string>()

  const add = (...evidence: Evidence[]) => onChange([...value, ...evidence])

  const takePhotos = async (files: readonly File[]) => {
    setSending(true)
    setPhotoError(undefined)
    const sent: Evidence[] = []
    for (const file of files) {
      const outcome = await sendPhoto(file)
      if (outcome.ok) sent.push({ kind: 'photo', photo: outcome.value, caption: '', ...(hasMoments ? { moment } : {}) })
      else setPhotoError(outcome.code === 'photo-not-sent' ? say.photoNotSent : refusalText(outcome, language))
    }
    const known = new Set(value.flatMap(one => (one.kind === 'photo' ? [one.photo] : [])))
    add(...sent.filter(one => one.kind !== 'photo' || !known.has(one.photo)))
    setSending(false)
  }

  return (
    <fieldset className="evidence-field" data-invalid={error === undefined ? undefined : true}>
      <legend>
        {say.title}
        {isRequired && <span aria-hidden="true"> *</span>}
      </legend>
      <p className="evidence-hint">{isRequired ? say.needed : say.welcome}</p>
      {error !== undefined && (
        <p className="evidence-error" role="alert">
          <Icon name="alert" size={18} />
          <span>{error}</span>
        </p>
      )}
      <EvidenceList evidence={value} onRemove={at => onChange(value.filter((_, other) => other !== at))} />
      <FieldStack>
        {hasMoments && (
          <RadioGroup
            label={say.moment}
            layout="inline"
            choices={[
              { value: 'after', label: say.after },
              { value: 'before', label: say.before },
            ]}
            value={moment}
            onChange={setMoment}
          />
        )}
        <FileDrop
          label={isSending ? say.sending : say.photo}
          hint={say.photoHint}
          accept={[...acceptedPhotos]}
          isMultiple
          isDisabled={isSending}
          error={photoError}
          onFiles={files => void takePhotos(files)}
        />
        <div className="evidence-row">
          <TextField label={say.document} value={reference} onChange={setReference} maxLength={200} />
          <Button
            icon="plus"
            isDisabled={reference.trim() === ''}
            onPress={() => {
              add({ kind: 'document', reference: reference.trim() })
              setReference('')
            }}
          >
            {say.addDocument}
          </Button>
        </div>
        <div className="evidence-row evidence-row-witness">
          <TextField label={say.witness} value={witness} onChange={setWitness} maxLength={200} />
          <TextField label={say.witnessWords} value={witnessWords} onChange={setWitnessWords} maxLength={1000} />
          <Button
            icon="plus"
            isDisabled={witness.trim() === '' || witnessWords.trim() === ''}
            onPress={() => {
              add({ kind: 'witness', witness: witness.trim(), words: witnessWords.trim() })
              setWitness('')
              setWitnessWords('')
            }}
          >
            {say.addWitness}
          </Button>
        </div>
      </FieldStack>
    </fieldset>
  )
}
