import { toWesternDigits } from '@thaiqm/ui/format.ts'
import { TextField } from '@thaiqm/ui/text-field.tsx'

export interface YearFieldProps {
  readonly id?: string
  readonly label: string
  readonly value: number | null
  readonly onChange: (yearBe: number | null) => void
  readonly error?: string | undefined
}

/** A B.E. year. It is written without a thousands separator, so it is no number field. */
export const YearField = ({ value, onChange, ...field }: YearFieldProps) => (
  <TextField
    {...field}
    inputMode="numeric"
    maxLength={4}
    value={value === null ? '' : String(value)}
    onChange={typed => {
      const digits = toWesternDigits(typed).replace(/\D/g, '')
      onChange(digits === '' ? null : Number(digits))
    }}
    isRequired
  />
)
