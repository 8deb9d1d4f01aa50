import { useParams, useRouter } from '@tanstack/react-router'
import { visitOutcomes } from '@thaiqm/catalogue/catalogue.ts'
import type { PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorNotice } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { useState } from 'react'
import { PhotoField } from '../photo/photo-field.tsx'
import { addressOf } from '../platform/base-path.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { usePerform } from '../platform/use-perform.ts'
import { useHouseTitle } from './household-row.tsx'
import { useHousehold } from './use-household.ts'

const words = defineWords({
  title: { th: 'บันทึกการเยี่ยมที่สำรวจไม่ได้', en: 'Record a visit without form' },
  outcome: { th: 'ผลการเยี่ยม', en: 'What came of the visit' },
  vacantHint: {
    th: 'บ้านว่าง รื้อถอน และย้ายออก จะไม่นับเป็นครัวเรือนเป้าหมาย',
    en: 'Vacant, demolished and moved households leave the target.',
  },
  note: { th: 'รายละเอียด', en: 'Details' },
  noteHint: { th: 'เช่น ไปทำงานกรุงเทพฯ กลับช่วงสงกรานต์', en: 'For instance: works in Bangkok, back at Songkran' },
  photo: { th: 'ถ่ายภาพบ้าน', en: 'Photograph the house' },
  save: { th: 'บันทึกการเยี่ยม', en: 'Record the visit' },
  saved: { th: 'บันทึกการเยี่ยมแล้ว', en: 'Visit recorded' },
})

type MissedOutcome = 'ABSENT' | 'REFUSED' | 'VACANT' | 'DEMOLISHED' | 'MOVED' | 'NOT_FOUND'

/** A visit on which no form could be filled in. */
export const VisitScreen = () => {
  const { householdId } = useParams({ strict: false }) as { householdId: string }
  const said = useWords(words)
  const { language } = useLanguage()
  const { clock, roundOf } = useFieldApp()
  const router = useRouter()
  const titleOf = useHouseTitle()
  const { household } = useHousehold(householdId)
  const { perform, isPending, refusal } = usePerform()
  const [outcome, setOutcome] = useState<MissedOutcome | null>(null)
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<readonly string[]>([])
  if (household == null) {
    return (
      <Screen title={said.title} backHref={`/households/${householdId}`}>
        <Skeleton lines={6} />
      </Screen>
    )
  }
  const round = roundOf(household.areaCode)
  const save = async () => {
    if (outcome === null || round === undefined) return
    const input = { roundId: round.id, outcome, visitedAt: clock.now(), note, photos: [...photos] as PhotoHash[] }
    const done = await perform(householdId, household, { type: 'RecordVisit', input })
    if (!done.ok) return
    showToast({ title: said.saved })
    router.history.replace(addressOf(`/villages/${household.areaCode}`))
  }
  return (
    <Screen
      title={said.title}
      subtitle={titleOf(household.address)}
      backHref={`/households/${householdId}`}
      foot={
        <Button
          kind="primary"
          size="large"
          isDisabled={outcome === null || round === undefined}
          isPending={isPending}
          onPress={() => void save()}
        >
          {said.save}
        </Button>
      }
    >
      <ErrorNotice>{refusal?.text}</ErrorNotice>
      <FieldStack>
        <RadioGroup<MissedOutcome>
          label={said.outcome}
          hint={said.vacantHint}
          isRequired
          value={outcome}
          onChange={setOutcome}
          choices={visitOutcomes
            .filter(v => v.code !== 'DONE')
            .map(v => ({ value: v.code as MissedOutcome, label: language === 'th' ? v.th : v.en }))}
        />
        <TextArea
          label={said.note}
          hint={said.noteHint}
          isOptional
          value={note}
          onChange={text => setNote(text.slice(0, 2000))}
        />
        <PhotoField label={said.photo} hashes={photos} most={5} onChange={setPhotos} />
      </FieldStack>
    </Screen>
  )
}
