import { photoConsentWords } from '@thaiqm/contract/photo/photo-consent-words.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { isLivingHere, memberName } from '@thaiqm/core/member/member.ts'
import { isMinor, nameConsentGivers } from '@thaiqm/core/photo/consent-givers.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { Checkbox, CheckboxGroup } from '@thaiqm/ui/choice-group.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { useEffect, useRef, useState } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import { usePerform } from '../platform/use-perform.ts'

const words = defineWords({
  whoHint: {
    th: 'เลือกทุกคนที่อยู่ในภาพ หากไม่มีคนในภาพ ให้หัวหน้าครัวเรือนเป็นผู้ให้ความยินยอม',
    en: 'Everybody in the photo. If nobody is in it, the head of the household consents.',
  },
  minor: { th: 'ผู้เยาว์ ต้องให้ผู้ปกครองยินยอมแทน', en: 'A minor: a guardian consents' },
  others: { th: 'บุคคลอื่นในภาพ (ถ้ามี)', en: 'Others in the photo, if any' },
  guardian: { th: 'ผู้ปกครองที่ยินยอมแทนผู้เยาว์', en: 'Guardian who consents for the minor' },
  tooLong: {
    th: 'รายชื่อยาวเกินไป โปรดเลือกเฉพาะผู้อยู่ในภาพ',
    en: 'Too many names. Please choose only who is in the photo.',
  },
  byWord: { th: (day: string) => `ให้ความยินยอมด้วยวาจา วันที่ ${day}`, en: day => `By word of mouth, ${day}` },
  recorded: { th: 'บันทึกความยินยอมแล้ว', en: 'Consent recorded' },
  withdrawn: { th: 'ถอนความยินยอมแล้ว', en: 'Consent withdrawn' },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
})

const MOST_CHARACTERS = 200

interface ConsentFormProps {
  readonly household: Household
  readonly photo: PhotoHash
  readonly onClose: () => void
}

/** The button that opened the form is gone: reading goes on at its heading. */
const Heading = ({ children }: { readonly children: string }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <h3 ref={heading} tabIndex={-1} className="fd-consent-title">
      {children}
    </h3>
  )
}

/** Who of those standing here lets the helper see a photo, and that nothing in it tells the house. */
export const RecordConsent = ({ household, photo, onClose }: ConsentFormProps) => {
  const said = useWords(words)
  const say = useWords(photoConsentWords)
  const { language } = useLanguage()
  const { clock } = useFieldApp()
  const { perform, isPending, refusal } = usePerform()
  const [chosen, setChosen] = useState<string[]>([])
  const [others, setOthers] = useState('')
  const [guardian, setGuardian] = useState('')
  const [isStated, setStated] = useState(false)
  const [isChecked, setChecked] = useState(false)
  const today = clock.today()
  const people = household.members.filter(isLivingHere)
  const members = people.filter(m => chosen.includes(m.id))
  const consentedBy = nameConsentGivers({ members, others, guardian }, today)
  const isTooLong = consentedBy.length > MOST_CHARACTERS
  const save = async () => {
    const done = await perform(household.id, household, {
      type: 'RecordPhotoConsent',
      input: { photo, consentedBy, consentedOn: today },
    })
    if (!done.ok) return
    showToast({ title: said.recorded })
    onClose()
  }
  return (
    <FieldStack>
      <Heading>{say.title}</Heading>
      {refusal !== undefined && (
        <Notice tone="danger" isLive>
          {refusal.text}
        </Notice>
      )}
      <p className="fd-muted fd-small">{say.lead}</p>
      <CheckboxGroup
        label={say.by}
        hint={said.whoHint}
        error={isTooLong ? said.tooLong : undefined}
        isRequired
        value={chosen}
        onChange={setChosen}
        choices={people.map(m => ({
          value: m.id as string,
          label: memberName(m),
          ...(isMinor(m, today) ? { description: said.minor } : {}),
        }))}
      />
      {members.some(m => isMinor(m, today)) && (
        <TextField
          label={said.guardian}
          isRequired
          value={guardian}
          onChange={setGuardian}
          maxLength={MOST_CHARACTERS}
        />
      )}
      <TextField label={said.others} value={others} onChange={setOthers} maxLength={MOST_CHARACTERS} />
      <p className="fd-plain fd-small">{said.byWord(formatDay(today, { language }))}</p>
      <Checkbox isSelected={isStated} onChange={setStated}>
        {say.statement}
      </Checkbox>
      <Checkbox isSelected={isChecked} onChange={setChecked}>
        {say.checked}
      </Checkbox>
      <Button
        kind="primary"
        isWide
        isDisabled={!isStated || !isChecked || consentedBy === '' || isTooLong}
        isPending={isPending}
        onPress={() => void save()}
      >
        {say.record}
      </Button>
      <Button kind="quiet" isWide onPress={onClose}>
        {said.cancel}
      </Button>
    </FieldStack>
  )
}

/** Takes a consent back: without having to say why. */
export const WithdrawConsent = ({ household, photo, onClose }: ConsentFormProps) => {
  const said = useWords(words)
  const say = useWords(photoConsentWords)
  const { perform, isPending, refusal } = usePerform()
  const [reason, setReason] = useState('')
  const withdraw = async () => {
    const input = { photo, reason: reason.trim() }
    const done = await perform(household.id, household, { type: 'WithdrawPhotoConsent', input })
    if (!done.ok) return
    showToast({ title: said.withdrawn })
    onClose()
  }
  return (
    <FieldStack>
      <Heading>{say.withdrawTitle}</Heading>
      {refusal !== undefined && (
        <Notice tone="danger" isLive>
          {refusal.text}
        </Notice>
      )}
      <p className="fd-muted">{say.withdrawLead}</p>
      <TextField label={say.reason} value={reason} onChange={setReason} maxLength={500} />
      <Button kind="danger" isWide isPending={isPending} onPress={() => void withdraw()}>
        {say.withdraw}
      </Button>
      <Button kind="quiet" isWide onPress={onClose}>
        {said.cancel}
      </Button>
    </FieldStack>
  )
}
