import { addDays } from '@thaiqm/core/ledger/day.ts'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { useFieldApp } from '../platform/field-app.tsx'

const words = defineWords({
  label: { th: 'ติดตามอีกครั้งวันที่', en: 'Look again on' },
  hint: {
    th: (days: number) => `ไม่ระบุ คืออีก ${days} วัน`,
    en: days => `Left empty: in ${days} days`,
  },
})

/** When somebody looks again: within so many days of today, and after all of them when nothing is said. */
export const LookAgainField = ({
  days,
  value,
  onChange,
  error,
}: {
  readonly days: number
  readonly value: string | null
  readonly onChange: (day: string | null) => void
  readonly error: string | undefined
}) => {
  const said = useWords(words)
  const today = useFieldApp().clock.today()
  return (
    <DatePicker
      label={said.label}
      hint={said.hint(days)}
      isOptional
      value={value}
      onChange={onChange}
      min={today}
      max={addDays(today, days)}
      error={error}
    />
  )
}
