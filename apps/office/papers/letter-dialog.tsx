import { useQuery, useQueryClient } from '@tanstack/react-query'
import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { readLettersToAgency, referralLetterPath } from '@thaiqm/contract/papers/papers-routes.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { canRun, type LetterNumbering } from '@thaiqm/core/papers/letter-number.ts'
import type { LetterName } from '@thaiqm/core/problem/problem.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Button, TextLink } from '@thaiqm/ui/button.tsx'
import { Checkbox, RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useLetterhead } from '../letterhead/use-letterhead.ts'
import { ask } from '../platform/api.ts'
import { agencyName } from '../platform/names.ts'
import { refusalText } from '../platform/refusal-text.ts'
import { useSession } from '../platform/session.tsx'
import { downloadPaper } from './download-paper.ts'
import { earlierOf, type LetterChoice, letterChoices } from './letter-choice.ts'

const words = defineWords({
  title: { th: (agency: string) => `จัดทำหนังสือถึง ${agency}`, en: agency => `Letter to ${agency}` },
  secretTitle: { th: (agency: string) => `จัดทำหนังสือลับถึง ${agency}`, en: agency => `Secret letter to ${agency}` },
  number: { th: 'เลขที่หนังสือ', en: 'Number of this letter' },
  numberHint: {
    th: 'เลขจากทะเบียนหนังสือส่ง ระบบจะบันทึกไว้กับทุกเรื่องในหนังสือ หากเว้นว่างไว้ลงเลขเอง ระบบจะไม่มีเลขบันทึกไว้',
    en: 'From your register. It is kept with every case of the letter; left empty to be written in later, nothing is kept.',
  },
  made: { th: 'จัดทำ', en: 'Make' },
  new: {
    th: (count: string) => `หนังสือฉบับใหม่ เฉพาะ ${count} เรื่องที่ยังไม่มีหนังสือ`,
    en: count => `A new letter for the ${count} cases without one`,
  },
  copy: { th: 'พิมพ์หนังสือเดิมอีกครั้ง (สำเนา ไม่ใช้เลขใหม่)', en: 'The same letter again (a copy, no new number)' },
  all: {
    th: (count: string) => `หนังสือฉบับใหม่ สำหรับทุกเรื่อง (${count} เรื่อง)`,
    en: count => `A new letter for all ${count} cases`,
  },
  letter: {
    th: (number: string, day: string) => `ที่ ${number} ลงวันที่ ${day}`,
    en: (number, day) => `${number} of ${day}`,
  },
  partOf: {
    th: (here: string, cases: string) => `(${here} จาก ${cases} เรื่องยังอยู่กับหน่วยงาน)`,
    en: (here, cases) => `(${here} of ${cases} cases are still there)`,
  },
  more: { th: (count: string) => `และอีก ${count} ฉบับ`, en: count => `and ${count} more` },
  earlier: { th: 'อ้างถึงหนังสือส่งต่อเดิมของเรื่องเหล่านี้', en: 'Refer to the letter these cases had before' },
  notKnown: {
    th: 'ยังอ่านหนังสือที่เคยจัดทำไม่ได้ หนังสือที่จัดทำตอนนี้จะเป็นฉบับใหม่สำหรับทุกเรื่อง',
    en: 'What was written before could not be read: a letter made now is a new one for all cases.',
  },
  meant: { th: 'ยืนยันใช้เลขที่นี้', en: 'Use this number all the same' },
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

/** Of many letters the newest are named, the others counted. */
const MOST_TOLD = 3

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
  const [chosen, setChosen] = useState<LetterChoice | null>(null)
  const [refersToEarlier, setRefersToEarlier] = useState(true)
  // The number the server has asked about, and whether the person means it.
  const [usedNumber, setUsedNumber] = useState<string | null>(null)
  const [isMeant, setMeant] = useState(false)
  const client = useQueryClient()
  const { actor } = useSession()
  const queryKey = ['referral-letters', actor.postId, area, agencyCode, isSecret]
  const query = useQuery({
    queryKey,
    queryFn: () => ask(readLettersToAgency, { params: { agencyCode }, query: { area, secret: isSecret ? '1' : '0' } }),
  })
  const written = query.data ?? { unwritten: 0, letters: [], earlier: [] }
  const choices = letterChoices(written)
  const of = chosen ?? choices[0] ?? 'all'
  const isCopy = of === 'copy'
  const earlier = earlierOf(written, of)
  const day = (on: Day) => formatDay(on, { language })
  const namesOf = (letters: readonly (LetterName & { here?: number; cases?: number })[]): string => {
    const told = letters.slice(0, MOST_TOLD).map(({ number: own, writtenOn, here, cases }) => {
      const isPart = here !== undefined && cases !== undefined && here < cases
      const part = isPart ? ` ${say.partOf(formatNumber(here, language), formatNumber(cases, language))}` : ''
      return `${say.letter(own, day(writtenOn))}${part}`
    })
    const rest = letters.length - told.length
    return [...told, ...(rest > 0 ? [say.more(formatNumber(rest, language))] : [])].join(' · ')
  }
  const total = written.unwritten + written.letters.reduce((sum, { here }) => sum + here, 0)
  const labels: Record<LetterChoice, { readonly label: string; readonly description?: string }> = {
    new: { label: say.new(formatNumber(written.unwritten, language)) },
    copy: { label: say.copy, description: namesOf(written.letters) },
    all: { label: say.all(formatNumber(total, language)) },
  }
  const references = referenceText
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const isTooMany = references.length > 5 || references.some(line => line.length > 300)
  const name = agencyName(agencyCode, language)
  const make = async () => {
    if (isTooMany && !isCopy) return
    setMaking(true)
    setRefused(null)
    const asked = isCopy
      ? { area, secret: isSecret, of }
      : {
          area,
          secret: isSecret,
          of,
          number: number.trim(),
          numbering,
          references,
          refersToEarlier: refersToEarlier && earlier.length > 0,
          usedNumberIsMeant: isMeant,
        }
    const outcome = await downloadPaper(routeAddress(referralLetterPath, { agencyCode }), asked)
    setMaking(false)
    // What was written is known anew, of this agency and in the list.
    await client.invalidateQueries({ queryKey: ['referral-letters'] })
    if (outcome.ok) return onClose()
    setUsedNumber(outcome.code === 'letter-number-used' ? number : null)
    setRefused(refusalText(outcome, language))
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isSecret ? say.secretTitle(name) : say.title(name)}
      actions={
        <>
          <Button
            kind="primary"
            icon="download"
            isPending={isMaking}
            isDisabled={query.isPending}
            onPress={() => void make()}
          >
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
        {query.isError && <Notice tone="warning">{say.notKnown}</Notice>}
        {refused !== null && (
          <Notice tone={usedNumber === null ? 'danger' : 'warning'} isLive>
            {refused}
            {usedNumber !== null && (
              <Checkbox isSelected={isMeant} onChange={setMeant}>
                {say.meant}
              </Checkbox>
            )}
          </Notice>
        )}
        {query.isPending && <Skeleton />}
        {choices.length > 1 && (
          <RadioGroup
            label={say.made}
            choices={choices.map(value => ({ value, ...labels[value] }))}
            value={of}
            onChange={setChosen}
          />
        )}
        {!query.isPending && !isCopy && (
          <>
            <TextField
              label={say.number}
              hint={say.numberHint}
              prefix={letterhead?.numberPrefix || undefined}
              value={number}
              onChange={typed => {
                setNumber(typed)
                setMeant(false)
                setUsedNumber(null)
                setRefused(null)
              }}
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
            {earlier.length > 0 && (
              <Checkbox isSelected={refersToEarlier} onChange={setRefersToEarlier}>
                {say.earlier}
                <span className="tq-choice-description">{namesOf(earlier)}</span>
              </Checkbox>
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
          </>
        )}
      </FieldStack>
    </Dialog>
  )
}
