import { useNavigate, useParams } from '@tanstack/react-router'
import type { ConflictChoice } from '@thaiqm/core/conflict/conflict.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, ErrorNotice } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { useState } from 'react'
import { useHouseTitle } from '../household/household-row.tsx'
import { headName } from '../household/household-summary.ts'
import { useHousehold } from '../household/use-household.ts'
import { Screen } from '../platform/screen.tsx'
import { usePerform } from '../platform/use-perform.ts'
import { type ShownConflict, useToldConflicts } from './use-told-conflicts.ts'

const words = defineWords({
  plain: { th: 'ข้อมูลไม่ตรงกัน', en: 'Conflicts' },
  title: { th: (n: number) => `ข้อมูลไม่ตรงกัน ${n} รายการ`, en: n => `${n} conflicts` },
  lead: {
    th: 'แตะข้อมูลที่ถูกต้องในแต่ละรายการ แล้วกดยืนยัน รายการที่ยังไม่แน่ใจเว้นไว้ก่อนได้',
    en: 'Tap what is right in each, then confirm. What you are not sure of may wait.',
  },
  standing: { th: 'ใช้อยู่ตอนนี้', en: 'Stands now' },
  other: { th: 'บันทึกต่างไว้', en: 'Also recorded' },
  confirm: { th: (n: number) => `ยืนยัน ${n} รายการ`, en: n => `Confirm ${n}` },
  choose: { th: 'แตะเลือกอย่างน้อย 1 รายการ', en: 'Choose at least one' },
  done: { th: 'บันทึกการเลือกแล้ว', en: 'Your choice is recorded' },
  none: { th: 'ไม่มีข้อมูลที่ไม่ตรงกัน', en: 'No conflicts' },
  back: { th: 'กลับไปหน้าครัวเรือน', en: 'Back to the household' },
})

interface ChoiceProps {
  readonly shown: ShownConflict
  readonly choice: ConflictChoice | null
  readonly onChoose: (choice: ConflictChoice) => void
}

const ConflictChoiceCard = ({ shown, choice, onChoose }: ChoiceProps) => {
  const said = useWords(words)
  return (
    <section className="fd-card">
      <RadioGroup<ConflictChoice>
        label={shown.whose === '' ? shown.label : `${shown.whose}: ${shown.label}`}
        value={choice}
        onChange={onChoose}
        choices={[
          { value: 'standing', label: shown.standing, description: `${said.standing} · ${shown.byStanding}` },
          { value: 'other', label: shown.other, description: `${said.other} · ${shown.byOther}` },
        ]}
      />
    </section>
  )
}

const ConflictList = ({ household }: { readonly household: Household }) => {
  const said = useWords(words)
  const navigate = useNavigate()
  const conflicts = useToldConflicts(household)
  const { perform, isPending, refusal } = usePerform()
  const [chosen, setChosen] = useState<Readonly<Record<string, ConflictChoice>>>({})
  const settled = conflicts.flatMap(({ conflict }) => {
    const choice = chosen[conflict.id]
    return choice === undefined ? [] : [{ conflictId: conflict.id, choice }]
  })
  const confirm = async () => {
    const done = await perform(household.id, household, { type: 'SettleConflict', input: { settled } })
    if (!done.ok) return
    showToast({ title: said.done, tone: 'good' })
    if (settled.length === conflicts.length) await navigate({ to: `/households/${household.id}` })
  }
  if (conflicts.length === 0) return <EmptyState icon="check-circle" title={said.none} />
  return (
    <>
      <p className="fd-muted">{said.lead}</p>
      {conflicts.map(shown => (
        <ConflictChoiceCard
          key={shown.conflict.id}
          shown={shown}
          choice={chosen[shown.conflict.id] ?? null}
          onChoose={choice => setChosen(known => ({ ...known, [shown.conflict.id]: choice }))}
        />
      ))}
      <ErrorNotice>{refusal?.text}</ErrorNotice>
      <Button
        kind="primary"
        size="large"
        icon="check"
        isWide
        isPending={isPending}
        isDisabled={settled.length === 0}
        onPress={() => void confirm()}
      >
        {settled.length === 0 ? said.choose : said.confirm(settled.length)}
      </Button>
    </>
  )
}

/** What two people recorded differently of a household, side by side: tap what is right, confirm. */
export const ConflictScreen = () => {
  const { householdId } = useParams({ strict: false }) as { householdId: string }
  const said = useWords(words)
  const { household } = useHousehold(householdId)
  const titleOf = useHouseTitle()
  return (
    <Screen
      title={said.plain}
      subtitle={household == null ? undefined : `${titleOf(household.address)} · ${headName(household)}`}
      backHref={`/households/${householdId}`}
      tab="work"
    >
      {household == null ? <Skeleton lines={6} /> : <ConflictList household={household} />}
    </Screen>
  )
}
