import { delayReasons } from '@thaiqm/catalogue/catalogue.ts'
import { CheckboxGroup } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { causesOfKind } from '../platform/names.ts'

const words = defineWords({
  causes: { th: 'สาเหตุ', en: 'Causes' },
  delays: { th: 'เหตุที่ยังแก้ไขไม่แล้วเสร็จ', en: 'What holds the solution up' },
  several: { th: 'เลือกได้มากกว่า 1 ข้อ', en: 'More than one may apply' },
})

export interface CauseFieldsProps {
  readonly kindCode: string
  /** Codes of both lists together. */
  readonly value: readonly string[]
  readonly onChange: (codes: string[]) => void
  readonly error?: string | undefined
}

/** Why a hardship stands: where it comes from, by the kind's own list, and what holds its solution up. */
export const CauseFields = ({ kindCode, value, onChange, error }: CauseFieldsProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const lists = [
    { label: say.causes, hint: say.several, entries: causesOfKind(kindCode), error },
    { label: say.delays, entries: delayReasons },
  ]
  return lists.map(({ entries, ...said }) => {
    const isHere = (code: string) => entries.some(entry => entry.code === code)
    return (
      <CheckboxGroup
        key={said.label}
        {...said}
        layout="grid"
        choices={entries.map(entry => ({ value: entry.code, label: entry[language] }))}
        value={value.filter(isHere)}
        onChange={chosen => onChange([...value.filter(code => !isHere(code)), ...chosen])}
      />
    )
  })
}
