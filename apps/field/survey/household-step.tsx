import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { AddressFields, MissedReasonField } from '../household/address-fields.tsx'
import { SectionQuestions } from './section-questions.tsx'
import type { OpenSurvey } from './use-survey.ts'

const words = defineWords({
  address: { th: 'ที่อยู่', en: 'Address' },
  phone: { th: 'หมายเลขโทรศัพท์ผู้ให้ข้อมูล', en: 'Telephone of the informant' },
  housing: { th: 'บ้านและที่ดิน', en: 'House and land' },
})

/** Where the household lives, and under what right. */
export const HouseholdStep = (open: OpenSurvey) => {
  const said = useWords(words)
  const { household, draft, change } = open
  const needsReason = household.origin === 'REGISTRY' && household.missedReason === null
  return (
    <>
      {needsReason && (
        <MissedReasonField value={draft.missedReason} onChange={missedReason => change({ missedReason })} />
      )}
      <section className="fd-card">
        <h2>{said.address}</h2>
        <FieldStack>
          <AddressFields value={draft.address} onChange={address => change({ address })} />
          <TextField
            label={said.phone}
            isOptional
            type="tel"
            inputMode="tel"
            value={draft.phone ?? ''}
            onChange={phone => change({ phone: phone === '' ? null : phone.slice(0, 40) })}
          />
        </FieldStack>
      </section>
      <section className="fd-card">
        <h2>{said.housing}</h2>
        <SectionQuestions {...open} sectionId="household" />
      </section>
    </>
  )
}
