import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { referralLetterPath } from '@thaiqm/contract/papers/papers-routes.ts'
import { canRun, type LetterNumbering } from '@thaiqm/core/papers/letter-number.ts'
import { Button, TextLink } from '@thaiqm/ui/button.tsx'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useLetterhead } from '../letterhead/use-letterhead.ts'
import { agencyName } from '../platform/names.ts'
import { refusalText } from '../platform/refusal-text.ts'
import { downloadPaper } from './download-paper.ts'

const words = defineWords({
  title: { th: (agency: string) => `จัดทำหนังสือถึง ${agency}`, en: agency => `Letter to ${agency}` },
  secretTitle: { th: (agency: string) => `จัดทำหนังสือลับถึง ${agency}`, en: agency => `Secret letter to ${agency}` },
  number: { th: 'เลขที่หนังสือ', en: 'Number of this letter' },
  numberHint: {
    th: 'เลขจากทะเบียนหนังสือส่ง เว้นว่างได้ หากจะลงเลขภายหลัง',
    en: 'From your register; leave it empty to write it in later.',
  },
  numbering: { th: 'หากมีผู้รับหลายหน่วยงาน', en: 'Where there are several receivers' },
  running: { th: 'เรียงเลขต่อกันทีละฉบับ', en: 'One number after another' },
  same: { th: 'ใช้เลขเดียวกันทุกฉบับ (หนังสือเวียน)', en: 'The same number on each (a circular)' },
  references: { th: 'อ้างถึง', en: 'With reference to' },
  referencesHint: {
    th: 'บรรทัดละหนึ่งฉบับ เช่น หนังสือจังหวัด… ที่ … ลงวันที่ … ไม่มีให้เว้นว่าง (ไม่เกิน 5 ฉบับ)',
    en: 'One letter a line, at most 5; empty where there is none.',
  },
  tooMany: { th: 'อ้างถึงได้ไม่เกิน 5 ฉบับ ฉบับละไม่เกิน 300 ตัวอักษร', en: 'At most 5 letters of 300 characters each' },
  make: { th: 'ดาวน์โหลด (DOCX)', en: 'Download (DOCX)' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  noLetterhead: {
    th: 'หน่วยงานยังไม่ได้บันทึกหัวหนังสือ ที่อยู่ เลขหนังสือ และตราจะเว้นว่างไว้ให้เติมเอง',
    en: 'The office has not kept its letterhead: address, number and emblem are left open.',
  },
  keep: { th: 'ไปบันทึกหัวหนังสือ', en: 'Keep the letterhead' },
})

/** What only this letter has: its number and what it refers to; then the file. */
export const LetterDialog = ({
  agencyCode,
  area,
  isSecret,
  onClose,
}: {
  readonly agencyCode: string
  readonly area: string
  readonly isSecret: boolean
  readonly onClose: () => void
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { letterhead, mayKeep } = useLetterhead()
  const [number, setNumber] = useState('')
  const [numbering, setNumbering] = useState<LetterNumbering>('running')
  const [referenceText, setReferenceText] = useState('')
  const [isMaking, setMaking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const references = referenceText
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const isTooMany = references.length > 5 || references.some(line => line.length > 300)
  const name = agencyName(agencyCode, language)
  const make = async () => {
    if (isTooMany) return
    setMaking(true)
    setRefused(null)
    const asked = { area, secret: isSecret, number: number.trim(), numbering, references }
    const outcome = await downloadPaper(routeAddress(referralLetterPath, { agencyCode }), asked)
    setMaking(false)
    if (outcome.ok) onClose()
    else setRefused(refusalText(outcome, language))
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isSecret ? say.secretTitle(name) : say.title(name)}
      actions={
        <>
          <Button kind="primary" icon="download" isPending={isMaking} onPress={() => void make()}>
            {say.make}
          </Button>
          <Button onPress={onClose}>{say.cancel}</Button>
        </>
      }
    >
      <FieldStack>
        {letterhead === null && (
          <Notice actions={mayKeep && <TextLink href="/letterhead">{say.keep}</TextLink>}>{say.noLetterhead}</Notice>
        )}
        {refused !== null && (
          <Notice tone="danger" isLive>
            {refused}
          </Notice>
        )}
        <TextField
          label={say.number}
          hint={say.numberHint}
          prefix={letterhead?.numberPrefix || undefined}
          value={number}
          onChange={setNumber}
          maxLength={20}
          isOptional
        />
        {canRun(number) && (
          <RadioGroup
            label={say.numbering}
            choices={[
              { value: 'running' as const, label: say.running },
              { value: 'same' as const, label: say.same },
            ]}
            value={numbering}
            onChange={setNumbering}
          />
        )}
        <TextArea
          label={say.references}
          hint={say.referencesHint}
          value={referenceText}
          onChange={setReferenceText}
          rows={3}
          maxLength={1600}
          error={isTooMany ? say.tooMany : undefined}
          isOptional
        />
      </FieldStack>
    </Dialog>
  )
}
