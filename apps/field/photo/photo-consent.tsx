import { photoConsentWords } from '@thaiqm/contract/photo/photo-consent-words.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { standingConsent } from '@thaiqm/core/photo/consented-photos.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { Icon } from '@thaiqm/ui/icons.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useState } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import { type ConsentAct, consentActOf } from './asked-photos.ts'
import { RecordConsent, WithdrawConsent } from './consent-form.tsx'
import { usePhotoSources } from './use-photo-sources.ts'
import './photo-consent.css'

const words = defineWords({
  title: { th: 'ความยินยอมให้ผู้ช่วยเหลือเห็นภาพ', en: 'Consent to show photos to helpers' },
  photo: { th: (n: number) => `ภาพที่ ${n}`, en: n => `Photo ${n}` },
  notHere: {
    th: 'ภาพนี้ไม่มีในเครื่อง โปรดเปิดหน้านี้ขณะมีสัญญาณ เพื่อตรวจภาพก่อนบันทึกความยินยอม',
    en: 'This photo is not on this phone. Please open this page with a signal, to look at it before consent is recorded.',
  },
})

export interface PhotoConsentProps {
  readonly household: Household
  readonly photo: PhotoHash
  /** Nobody consents to what cannot be looked at. */
  readonly isSeen: boolean
  readonly act: ConsentAct | undefined
  readonly onAct: (act: ConsentAct | undefined) => void
}

/** Whether helpers may see a photo, and what may be written down about it here; nothing where nobody is to be asked. */
export const PhotoConsent = ({ household, photo, isSeen, act, onAct }: PhotoConsentProps) => {
  const said = useWords(words)
  const say = useWords(photoConsentWords)
  const { language } = useLanguage()
  const { judge } = useFieldApp()
  const close = () => onAct(undefined)
  if (act === 'record') return <RecordConsent household={household} photo={photo} onClose={close} />
  if (act === 'withdraw') return <WithdrawConsent household={household} photo={photo} onClose={close} />
  const dayOf = (day: Day) => formatDay(day, { language })
  const consent = standingConsent(household, photo)
  const allowed = consentActOf(household, photo, judge)
  if (consent === undefined && allowed === undefined) return null
  const takenBackOn = household.photoConsents?.find(c => c.photo === photo)?.withdrawnOn ?? null
  return (
    <>
      <div className="fd-consent-said">
        <p className="fd-strong">
          <Icon name={consent === undefined ? 'eye-off' : 'eye'} size={20} />
          {consent === undefined ? say.notGiven : say.given}
        </p>
        <p className="fd-muted fd-small">
          {consent !== undefined
            ? say.givenBy(consent.consentedBy, dayOf(consent.consentedOn))
            : takenBackOn === null
              ? say.notGivenHint
              : say.takenBack(dayOf(takenBackOn))}
        </p>
        {allowed === 'record' && !isSeen && <p className="fd-muted fd-small">{said.notHere}</p>}
      </div>
      {allowed === 'record' && isSeen && (
        <Button icon="edit" isWide onPress={() => onAct('record')}>
          {say.record}
        </Button>
      )}
      {allowed === 'withdraw' && (
        <Button isWide onPress={() => onAct('withdraw')}>
          {say.withdraw}
        </Button>
      )}
    </>
  )
}

export interface PhotoConsentCardProps {
  readonly household: Household
  readonly photos: readonly PhotoHash[]
  /** Told when somebody begins to be asked, and when that is over. */
  readonly onAsking?: ((isAsking: boolean) => void) | undefined
}

/** Photos just taken, or of one hardship, each with what its people said: asked while standing before them. */
export const PhotoConsentCard = ({ household, photos, onAsking }: PhotoConsentCardProps) => {
  const said = useWords(words)
  const sources = usePhotoSources(household.id, photos)
  const [asked, setAsked] = useState<{ readonly photo: PhotoHash; readonly act: ConsentAct }>()
  if (photos.length === 0) return null
  return (
    <section className="fd-card" aria-label={said.title}>
      <h2>{said.title}</h2>
      <ul className="fd-list">
        {photos.map((photo, at) => {
          const source = sources.get(photo)
          const label = said.photo(at + 1)
          const act = asked?.photo === photo ? asked.act : undefined
          return (
            <li key={photo} className={act === undefined ? 'fd-consent' : 'fd-consent fd-consent-asking'}>
              {source == null ? (
                <span className="fd-consent-none">
                  <Icon name="image" size={26} label={label} />
                </span>
              ) : (
                <img src={source} alt={label} />
              )}
              <PhotoConsent
                household={household}
                photo={photo}
                isSeen={source != null}
                act={act}
                onAct={begun => {
                  setAsked(begun === undefined ? undefined : { photo, act: begun })
                  onAsking?.(begun !== undefined)
                }}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
