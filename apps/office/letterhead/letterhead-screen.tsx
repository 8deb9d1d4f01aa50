import type { readLetterhead } from '@thaiqm/contract/letterhead/letterhead-routes.ts'
import type { RouteReply } from '@thaiqm/contract/wire/route.ts'
import { decideLetterheadCommand, type LetterheadDetails, letterheadIdOf } from '@thaiqm/core/letterhead/letterhead.ts'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section, Stack } from '@thaiqm/ui/page-header.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useAreas } from '../platform/areas.ts'
import { useCommand } from '../platform/commands.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { EmblemField, emblemSource, type FreshEmblem } from './emblem-field.tsx'
import { draftOf, type LetterheadDraft, type LetterheadField, newDraft, readDraft } from './letterhead-draft.ts'
import { LetterheadPreview } from './letterhead-preview.tsx'
import { useLetterhead } from './use-letterhead.ts'
import './letterhead.css'

const words = defineWords({
  title: { th: 'หัวหนังสือของหน่วยงาน', en: 'Letterhead of the office' },
  description: {
    th: (office: string) => `${office} บันทึกครั้งเดียว ใช้กับหนังสือส่งต่อทุกฉบับของหน่วยงานนี้`,
    en: office => `${office}: kept once, used on every referral letter of this office.`,
  },
  head: { th: 'ส่วนหัวของหนังสือ', en: 'Head of the letter' },
  foot: { th: 'ผู้ลงนามและส่วนราชการเจ้าของเรื่อง', en: 'Signer and office in charge' },
  officeName: { th: 'ชื่อหน่วยงาน', en: 'Name of the office' },
  address: { th: 'ที่อยู่', en: 'Address' },
  addressHint: {
    th: 'ไม่เกิน 3 บรรทัด เช่น ถนน อำเภอ จังหวัดและรหัสไปรษณีย์',
    en: 'At most 3 lines: street, district, province.',
  },
  numberPrefix: { th: 'เลขประจำของหนังสือ', en: 'Number prefix' },
  numberPrefixHint: {
    th: 'ส่วนที่อยู่หน้าเลขทะเบียนส่ง รวมเครื่องหมายทับ เช่น มห 0118.1/',
    en: 'What stands before the running number, with its stroke.',
  },
  signerName: { th: 'ชื่อผู้ลงนาม', en: 'Signer’s name' },
  signerNameHint: { th: 'เว้นว่างได้ หากให้ผู้ลงนามเขียนเอง', en: 'Leave it empty for whoever signs.' },
  signerPosition: { th: 'ตำแหน่งผู้ลงนาม', en: 'Signer’s position' },
  signerPositionHint: {
    th: 'ผู้รักษาราชการแทนให้เขียนสองบรรทัด',
    en: 'Two lines for whoever acts in another’s place.',
  },
  ownerOffice: { th: 'ส่วนราชการเจ้าของเรื่อง', en: 'Office in charge' },
  phone: { th: 'โทรศัพท์', en: 'Telephone' },
  email: { th: 'ไปรษณีย์อิเล็กทรอนิกส์', en: 'E-mail' },
  missing: { th: 'โปรดระบุ', en: 'Please fill in' },
  badAddress: {
    th: 'โปรดระบุที่อยู่ 1 ถึง 3 บรรทัด บรรทัดละไม่เกิน 120 ตัวอักษร',
    en: 'One to three lines of up to 120 characters',
  },
  badEmail: { th: 'โปรดตรวจสอบ เช่น office@example.go.th หรือเว้นว่างไว้', en: 'Please check it, or leave it empty' },
  incomplete: { th: 'ยังบันทึกไม่ได้ โปรดแก้ไขช่องที่มีเครื่องหมายเตือน', en: 'Not kept yet: please put the marked fields right.' },
  save: { th: 'บันทึกหัวหนังสือ', en: 'Keep the letterhead' },
})

type Kept = RouteReply<typeof readLetterhead>['letterhead']

const LetterheadForm = ({ areaCode, kept }: { readonly areaCode: string; readonly kept: Kept }) => {
  const say = useWords(words)
  const { byCode } = useAreas()
  const { give, isGiving } = useCommand()
  const [changed, setChanged] = useState<Partial<LetterheadDraft>>({})
  const [fresh, setFresh] = useState<FreshEmblem | null>(null)
  const [isTried, setTried] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { version = null, ...details } = kept ?? {}
  const standing =
    kept === null ? newDraft(areaCode, code => byCode.get(code)?.nameTh) : draftOf(details as LetterheadDetails)
  const draft = { ...standing, ...changed }
  const read = readDraft(areaCode, draft)
  const source = draft.emblem === null ? null : emblemSource(areaCode, draft.emblem, fresh)
  const isWrong = (field: LetterheadField) => isTried && !read.ok && read.fields.has(field)
  const set = <Field extends LetterheadField>(field: Field, value: LetterheadDraft[Field]) =>
    setChanged({ ...changed, [field]: value })
  const save = async () => {
    setTried(true)
    setRefused(null)
    if (!read.ok) return
    const id = letterheadIdOf(areaCode)
    const command = { type: 'KeepLetterhead' as const, input: read.details }
    const ledger = kept === null ? null : { ...(details as LetterheadDetails), id, version: kept.version }
    const outcome = await give({
      ledgerKind: 'letterhead',
      ledgerId: id,
      version,
      ...command,
      decide: context => decideLetterheadCommand(ledger, command, context, id),
    })
    if (outcome.ok) setChanged({})
    else setRefused(outcome.sentence)
  }
  return (
    <div className="letterhead-page">
      <Stack>
        <Section title={say.head}>
          <FieldStack>
            <EmblemField
              areaCode={areaCode}
              source={source}
              onChange={chosen => {
                setFresh(chosen)
                set('emblem', chosen?.emblem ?? null)
              }}
            />
            <TextField
              label={say.officeName}
              value={draft.officeName}
              onChange={text => set('officeName', text)}
              maxLength={200}
              error={isWrong('officeName') ? say.missing : undefined}
              isRequired
            />
            <TextArea
              label={say.address}
              hint={say.addressHint}
              value={draft.address}
              onChange={text => set('address', text)}
              rows={3}
              maxLength={400}
              error={isWrong('address') ? say.badAddress : undefined}
              isRequired
            />
            <TextField
              label={say.numberPrefix}
              hint={say.numberPrefixHint}
              value={draft.numberPrefix}
              onChange={text => set('numberPrefix', text)}
              maxLength={40}
              isOptional
            />
          </FieldStack>
        </Section>
        <Section title={say.foot}>
          <FieldStack>
            <TextField
              label={say.signerName}
              hint={say.signerNameHint}
              value={draft.signerName}
              onChange={text => set('signerName', text)}
              maxLength={120}
              isOptional
            />
            <TextArea
              label={say.signerPosition}
              hint={say.signerPositionHint}
              value={draft.signerPosition}
              onChange={text => set('signerPosition', text)}
              rows={2}
              maxLength={250}
              error={isWrong('signerPosition') ? say.missing : undefined}
              isRequired
            />
            <TextField
              label={say.ownerOffice}
              value={draft.ownerOffice}
              onChange={text => set('ownerOffice', text)}
              maxLength={200}
              error={isWrong('ownerOffice') ? say.missing : undefined}
              isRequired
            />
            <TextField
              label={say.phone}
              value={draft.phone}
              onChange={text => set('phone', text)}
              maxLength={60}
              isOptional
            />
            <TextField
              label={say.email}
              type="email"
              value={draft.email}
              onChange={text => set('email', text)}
              maxLength={120}
              error={isWrong('email') ? say.badEmail : undefined}
              isOptional
            />
          </FieldStack>
        </Section>
        {(refused !== null || (isTried && !read.ok)) && (
          <Notice tone="danger" isLive>
            {refused ?? say.incomplete}
          </Notice>
        )}
        <ButtonRow>
          <Button kind="primary" icon="check" isPending={isGiving} onPress={() => void save()}>
            {say.save}
          </Button>
        </ButtonRow>
      </Stack>
      <div className="letterhead-side">
        <LetterheadPreview source={source} draft={draft} />
      </div>
    </div>
  )
}

/** `/letterhead`: what the letters of this officer's own office carry; for whoever answers for the office. */
export const LetterheadScreen = () => {
  const say = useWords(words)
  const { titleOf, isLoading } = useAreas()
  const { query, areaCode, mayKeep } = useLetterhead()
  usePageTitle(say.title)
  if (!mayKeep) return <NotFoundState />
  return (
    <>
      <PageHeader title={say.title} description={say.description(titleOf(areaCode))} />
      <QueryView query={query}>
        {({ letterhead }) => isLoading || <LetterheadForm areaCode={areaCode} kept={letterhead} />}
      </QueryView>
    </>
  )
}
