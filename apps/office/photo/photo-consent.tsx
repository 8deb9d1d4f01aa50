import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { photoConsentWords } from '@thaiqm/contract/photo/photo-consent-words.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { standingConsent } from '@thaiqm/core/photo/consented-photos.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { Checkbox } from '@thaiqm/ui/choice-group.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { useDecisionContext, useSession } from '../platform/session.tsx'
import { ActDialog } from '../problem/act-dialog.tsx'
import './photo-consent.css'

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
  const say = useWords(photoConsentWords)
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
  const say = useWords(photoConsentWords)
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
  const say = useWords(photoConsentWords)
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
