import { useParams, useRouter } from '@tanstack/react-router'
import { sectors } from '@thaiqm/catalogue/catalogue.ts'
import { seesProblem } from '@thaiqm/core/access/visible-problem.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { assistanceId, type ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Sector } from '@thaiqm/core/plan/plan.ts'
import type { Evidence } from '@thaiqm/core/problem/evidence.ts'
import { problemAllows } from '@thaiqm/core/problem/problem-state.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { Checkbox, CheckboxGroup } from '@thaiqm/ui/choice-group.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, ErrorNotice } from '@thaiqm/ui/notice.tsx'
import { MoneyField } from '@thaiqm/ui/number-field.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { useState } from 'react'
import { useHouseTitle } from '../household/household-row.tsx'
import { useHousehold } from '../household/use-household.ts'
import { photosToAskAbout } from '../photo/asked-photos.ts'
import { PhotoConsentCard } from '../photo/photo-consent.tsx'
import { addressOf } from '../platform/base-path.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { usePerform } from '../platform/use-perform.ts'
import { EvidenceField } from '../problem/evidence-field.tsx'
import { photosGiven } from '../problem/photos-given.ts'
import { useKindName } from '../problem/problem-list.tsx'

const words = defineWords({
  title: { th: 'บันทึกการช่วยเหลือ', en: 'Record help' },
  problems: { th: 'ช่วยเหลือปัญหาใด', en: 'Which problems it is for' },
  sector: { th: 'ภาคีที่ช่วยเหลือ', en: 'Partner' },
  giver: { th: 'ชื่อผู้ให้หรือหน่วยงาน', en: 'Name of the giver' },
  what: { th: 'สิ่งที่ช่วยเหลือ', en: 'What was given' },
  value: { th: 'มูลค่าประมาณ', en: 'Worth about' },
  day: { th: 'วันที่ช่วยเหลือ', en: 'Day' },
  completes: {
    th: 'ช่วยเหลือครบแล้ว รอเจ้าหน้าที่คนอื่นตรวจผล',
    en: 'The help is complete; someone else is to verify the result',
  },
  save: { th: 'บันทึกการช่วยเหลือ', en: 'Record the help' },
  saved: { th: 'บันทึกการช่วยเหลือแล้ว', en: 'Help recorded' },
  done: { th: 'เสร็จสิ้น', en: 'Done' },
  none: { th: 'ไม่มีปัญหาที่รอการช่วยเหลือ', en: 'No problem waits for help' },
})

/** What somebody gave, recorded on the spot with its evidence. */
export const AssistanceScreen = () => {
  const { householdId } = useParams({ strict: false }) as { householdId: string }
  const said = useWords(words)
  const { language } = useLanguage()
  const kindName = useKindName()
  const { actor, clock, judge } = useFieldApp()
  const router = useRouter()
  const titleOf = useHouseTitle()
  const { household } = useHousehold(householdId)
  const { perform, isPending, refusal } = usePerform()
  const [problemIds, setProblemIds] = useState<string[]>([])
  const [sector, setSector] = useState<Sector>('GOV')
  const [giverName, setGiverName] = useState('')
  const [what, setWhat] = useState('')
  const [valueBaht, setValueBaht] = useState<number | null>(null)
  const [givenOn, setGivenOn] = useState<Day>(() => clock.today())
  const [evidence, setEvidence] = useState<readonly Evidence[]>([])
  const [completes, setCompletes] = useState(false)
  const [asked, setAsked] = useState<readonly string[]>([])
  const [isAsking, setAsking] = useState(false)
  const backHref = `/households/${householdId}`
  if (household == null) {
    return (
      <Screen title={said.title} backHref={backHref}>
        <Skeleton lines={6} />
      </Screen>
    )
  }
  const helpable = household.problems.filter(
    p => seesProblem(actor, p) && problemAllows[p.state].includes('RecordAssistance'),
  )
  const leave = () => router.history.replace(addressOf(backHref))
  const save = async () => {
    const done = await perform(householdId, household, {
      type: 'RecordAssistance',
      input: {
        assistanceId: assistanceId.parse(crypto.randomUUID()),
        problemIds: problemIds as ProblemId[],
        planActionId: null,
        sector,
        agencyCode: null,
        organisationId: null,
        giverName,
        what,
        quantity: null,
        unit: '',
        valueBaht: Math.round(valueBaht ?? 0),
        givenOn,
        evidence: [...evidence],
        completes,
      },
    })
    if (!done.ok) return
    showToast({ title: said.saved })
    const taken = photosGiven(evidence)
    const toAsk = done.household === null ? [] : photosToAskAbout(done.household, judge).filter(p => taken.includes(p))
    if (toAsk.length === 0) leave()
    else setAsked(toAsk)
  }
  if (asked.length > 0) {
    return (
      <Screen
        title={said.saved}
        subtitle={titleOf(household.address)}
        backHref={backHref}
        foot={
          isAsking ? undefined : (
            <Button kind="primary" size="large" onPress={leave}>
              {said.done}
            </Button>
          )
        }
      >
        <PhotoConsentCard
          household={household}
          photos={photosToAskAbout(household, judge).filter(p => asked.includes(p))}
          onAsking={setAsking}
        />
      </Screen>
    )
  }
  const isReady = problemIds.length > 0 && what.trim() !== '' && giverName.trim() !== ''
  return (
    <Screen
      title={said.title}
      subtitle={titleOf(household.address)}
      backHref={backHref}
      foot={
        <Button kind="primary" size="large" isDisabled={!isReady} isPending={isPending} onPress={() => void save()}>
          {said.save}
        </Button>
      }
    >
      <ErrorNotice>{refusal?.text}</ErrorNotice>
      {helpable.length === 0 && <EmptyState icon="heart" title={said.none} />}
      <FieldStack>
        <CheckboxGroup
          label={said.problems}
          isRequired
          value={problemIds}
          onChange={setProblemIds}
          choices={helpable.map(p => ({ value: p.id as string, label: kindName(p.kindCode) }))}
        />
        <TextField label={said.what} isRequired value={what} onChange={text => setWhat(text.slice(0, 500))} />
        <Select
          label={said.sector}
          isRequired
          value={sector}
          onChange={setSector}
          options={sectors.map(s => ({ value: s.code, label: language === 'th' ? s.th : s.en }))}
        />
        <TextField
          label={said.giver}
          isRequired
          value={giverName}
          onChange={text => setGiverName(text.slice(0, 200))}
        />
        <MoneyField label={said.value} isOptional value={valueBaht} onChange={setValueBaht} />
        <DatePicker
          label={said.day}
          isRequired
          value={givenOn}
          max={clock.today()}
          onChange={day => {
            if (day !== null) setGivenOn(day as Day)
          }}
        />
        <EvidenceField value={evidence} onChange={setEvidence} />
        <Checkbox isSelected={completes} onChange={setCompletes}>
          {said.completes}
        </Checkbox>
      </FieldStack>
    </Screen>
  )
}
