import { compiledQuestionnaire } from '@thaiqm/catalogue/catalogue.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import type { ConflictChoice, Side } from '@thaiqm/core/conflict/conflict.ts'
import { openConflicts } from '@thaiqm/core/conflict/open-conflicts.ts'
import { tellConflict } from '@thaiqm/core/conflict/tell-conflict.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ErrorNotice, Notice } from '@thaiqm/ui/notice.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useState } from 'react'
import { useCommand } from '../platform/commands.ts'
import { causeName, kindName, missedReasonName, relationName, verdictName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'

const words = defineWords({
  title: { th: (n: number) => `ข้อมูลไม่ตรงกัน ${n} รายการ`, en: n => `${n} conflicts` },
  lead: {
    th: 'มีผู้บันทึกครัวเรือนนี้ไว้ต่างกันโดยไม่ทราบข้อมูลของกันและกัน ระบบเก็บไว้ทั้งสองชุด โปรดเลือกข้อมูลที่ถูกต้อง',
    en: 'Two people recorded this household differently, neither knowing of the other. Both are kept. Please choose what is right.',
  },
  standing: { th: 'ใช้อยู่ตอนนี้', en: 'Stands now' },
  other: { th: 'บันทึกต่างไว้', en: 'Also recorded' },
  earlier: { th: 'ข้อมูลเดิมในระบบ', en: 'As it was recorded before' },
  confirm: { th: (n: number) => `ยืนยัน ${n} รายการ`, en: n => `Confirm ${n}` },
  choose: { th: 'เลือกอย่างน้อย 1 รายการ', en: 'Choose at least one' },
})

/** What two people recorded differently, each beside the other with name and time: choose, confirm. */
export const ConflictPanel = ({ household }: { readonly household: HouseholdView }) => {
  const { actor } = useSession()
  const { language } = useLanguage()
  const say = useWords(words)
  const { giveToHousehold, isGiving } = useCommand()
  const [chosen, setChosen] = useState<Readonly<Record<string, ConflictChoice>>>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const conflicts = openConflicts(household)
  if (conflicts.length === 0) return null
  const maySettle = mayCommand(actor, 'SettleConflict')
  const names = {
    kind: (code: string) => kindName(code, language),
    verdict: (code: string) => verdictName(code, language),
    cause: (code: string) => causeName(code, language),
    missedReason: (code: string) => missedReasonName(code, language),
    relation: (code: string) => relationName(code, language),
  }
  const hand = ({ name, at }: Side) =>
    [name ?? say.earlier, at === null ? '' : formatInstant(at, { language })].filter(Boolean).join(' · ')
  const settled = conflicts.flatMap(({ id }) => {
    const choice = chosen[id]
    return choice === undefined ? [] : [{ conflictId: id, choice }]
  })
  const settle = async () => {
    const result = await giveToHousehold(household, { type: 'SettleConflict', input: { settled } })
    setRefusal(result.ok ? null : result.sentence)
    if (result.ok) setChosen({})
  }
  return (
    <section className="of-conflicts" aria-label={say.title(conflicts.length)}>
      <Notice tone="warning" title={say.title(conflicts.length)}>
        {say.lead}
      </Notice>
      {conflicts.map(conflict => {
        const told = tellConflict(conflict, { household, findForm: compiledQuestionnaire, names, language })
        return (
          <RadioGroup<ConflictChoice>
            key={conflict.id}
            label={told.whose === '' ? told.label : `${told.whose}: ${told.label}`}
            layout="grid"
            isDisabled={!maySettle}
            value={chosen[conflict.id] ?? null}
            onChange={choice => setChosen(known => ({ ...known, [conflict.id]: choice }))}
            choices={[
              { value: 'standing', label: told.standing, description: `${say.standing} · ${hand(conflict.standing)}` },
              { value: 'other', label: told.other, description: `${say.other} · ${hand(conflict.other)}` },
            ]}
          />
        )
      })}
      <ErrorNotice>{refusal}</ErrorNotice>
      {maySettle && (
        <ButtonRow>
          <Button
            kind="primary"
            icon="check"
            isPending={isGiving}
            isDisabled={settled.length === 0}
            onPress={() => void settle()}
          >
            {settled.length === 0 ? say.choose : say.confirm(settled.length)}
          </Button>
        </ButtonRow>
      )}
    </section>
  )
}
