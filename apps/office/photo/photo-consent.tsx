import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { standingConsent } from '@thaiqm/core/photo/consented-photos.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { Checkbox } from '@thaiqm/ui/choice-group.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useDecisionContext, useSession } from '../platform/session.tsx'
import { ActDialog } from '../problem/act-dialog.tsx'
import './photo-consent.css'

const words = defineWords({
  given: { th: 'ผู้ให้ความช่วยเหลือเห็นภาพนี้ได้', en: 'Helpers may see this photo' },
  givenBy: {
    th: (by: string, day: string) => `${by} ให้ความยินยอม เมื่อวันที่ ${day}`,
    en: (by, day) => `${by} consented on ${day}`,
  },
  notGiven: { th: 'ผู้ให้ความช่วยเหลือไม่เห็นภาพนี้', en: 'Helpers do not see this photo' },
  notGivenHint: {
    th: 'ภาพใช้เป็นหลักฐานในระบบเท่านั้น จนกว่าผู้อยู่ในภาพจะยินยอม',
    en: 'It is evidence inside the system only, until whoever is in it consents.',
  },
  takenBack: { th: (day: string) => `ถอนความยินยอมแล้ว เมื่อวันที่ ${day}`, en: day => `Consent withdrawn on ${day}` },
  record: { th: 'บันทึกความยินยอม', en: 'Record consent' },
  title: { th: 'บันทึกความยินยอมให้ผู้ช่วยเหลือเห็นภาพ', en: 'Record consent to show this photo to helpers' },
  lead: {
    th: 'เฉพาะภาคีที่ส่งมอบความช่วยเหลือเรื่องนี้แล้วจะเห็นภาพในหน้าคำขอบคุณ โดยไม่มีชื่อ บ้านเลขที่ พิกัด หรือวันเวลาของภาพ',
    en: 'Only partners that delivered help for this see it, on their page of thanks: without name, house number, place, or time of the photo.',
  },
  by: { th: 'ผู้ให้ความยินยอม', en: 'Who consented' },
  byHint: { th: 'ผู้อยู่ในภาพ หรือผู้ปกครองหากเป็นผู้เยาว์', en: 'Whoever is in the photo, or a guardian of a minor' },
  on: { th: 'วันที่ให้ความยินยอม', en: 'Consented on' },
  statement: {
    th: 'ผู้อยู่ในภาพยินยอมให้ผู้ให้ความช่วยเหลือเห็นภาพนี้',
    en: 'Whoever is in the photo lets the helper see it',
  },
  checked: {
    th: 'ตรวจแล้ว ในภาพไม่มีป้ายชื่อ บ้านเลขที่ หรือเอกสารของครัวเรือน',
    en: 'I have looked: no name plate, house number or paper of the household is in it',
  },
  withdraw: { th: 'ถอนความยินยอม', en: 'Withdraw consent' },
  withdrawTitle: { th: 'ถอนความยินยอมให้ผู้ช่วยเหลือเห็นภาพ', en: 'Withdraw consent to show this photo' },
  withdrawLead: {
    th: 'ผู้ให้ความช่วยเหลือจะไม่เห็นภาพนี้อีกทันที ภาพยังเป็นหลักฐานในระบบ',
    en: 'Helpers no longer see it, at once. It stays evidence inside the system.',
  },
  reason: { th: 'เหตุผล (ถ้ามี)', en: 'Reason, if there is one' },
})

export interface PhotoConsentProps {
  readonly household: HouseholdView
  readonly photo: PhotoHash
}

/** Whether helpers may see a photo, who let them, and what may be done about it; nothing where this is not to be asked. */
export const PhotoConsentState = ({
  household,
  photo,
  onAct,
}: PhotoConsentProps & { readonly onAct: (act: 'record' | 'withdraw') => void }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const context = useDecisionContext()
  const may = (command: HouseholdCommand) => decideHouseholdCommand(household, command, context).ok
  const consent = standingConsent(household, photo)
  if (consent !== undefined)
    return (
      <Notice
        tone="good"
        title={say.given}
        actions={
          may({ type: 'WithdrawPhotoConsent', input: { photo, reason: '' } }) ? (
            <Button size="small" onPress={() => onAct('withdraw')}>
              {say.withdraw}
            </Button>
          ) : undefined
        }
      >
        {say.givenBy(consent.consentedBy, formatDay(consent.consentedOn, { language }))}
      </Notice>
    )
  const isAsked = may({
    type: 'RecordPhotoConsent',
    input: { photo, consentedBy: '–', consentedOn: context.today },
  })
  if (!isAsked) return null
  const takenBack = household.photoConsents?.find(c => c.photo === photo)?.withdrawnOn ?? null
  return (
    <Notice
      tone="info"
      title={say.notGiven}
      actions={
        <Button size="small" icon="edit" onPress={() => onAct('record')}>
          {say.record}
        </Button>
      }
    >
      {takenBack === null ? say.notGivenHint : say.takenBack(formatDay(takenBack, { language }))}
    </Notice>
  )
}

/** Writes down that whoever is in a photo lets helpers see it: who, when, and that nothing in it tells the house. */
export const RecordPhotoConsent = ({
  household,
  photo,
  src,
  onClose,
}: PhotoConsentProps & { readonly src: string; readonly onClose: () => void }) => {
  const say = useWords(words)
  const { today } = useSession()
  const [consentedBy, setConsentedBy] = useState('')
  const [consentedOn, setConsentedOn] = useState<string | null>(today)
  const [isStated, setStated] = useState(false)
  const [isChecked, setChecked] = useState(false)
  const isWhole = isStated && isChecked && consentedOn !== null
  return (
    <ActDialog
      household={household}
      command={
        isWhole
          ? {
              type: 'RecordPhotoConsent',
              input: { photo, consentedBy: consentedBy.trim(), consentedOn: consentedOn as Day },
            }
          : null
      }
      title={say.title}
      description={say.lead}
      confirmLabel={say.record}
      onClose={onClose}
      fieldCodes={['consent-giver-missing', 'day-in-future']}
    >
      {errorOf => (
        <>
          <img className="photo-consent-image" src={src} alt="" />
          <TextField
            label={say.by}
            hint={say.byHint}
            value={consentedBy}
            onChange={setConsentedBy}
            maxLength={200}
            error={errorOf('consent-giver-missing')}
            isRequired
          />
          <DatePicker
            label={say.on}
            value={consentedOn}
            onChange={setConsentedOn}
            max={today}
            error={errorOf('day-in-future')}
            isRequired
          />
          <Checkbox isSelected={isStated} onChange={setStated}>
            {say.statement}
          </Checkbox>
          <Checkbox isSelected={isChecked} onChange={setChecked}>
            {say.checked}
          </Checkbox>
        </>
      )}
    </ActDialog>
  )
}

/** Takes a consent back: without having to say why. */
export const WithdrawPhotoConsent = ({
  household,
  photo,
  onClose,
}: PhotoConsentProps & { readonly onClose: () => void }) => {
  const say = useWords(words)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      household={household}
      command={{ type: 'WithdrawPhotoConsent', input: { photo, reason: reason.trim() } }}
      title={say.withdrawTitle}
      description={say.withdrawLead}
      confirmLabel={say.withdraw}
      isDangerous
      size="small"
      onClose={onClose}
    >
      {() => <TextField label={say.reason} value={reason} onChange={setReason} maxLength={500} />}
    </ActDialog>
  )
}
