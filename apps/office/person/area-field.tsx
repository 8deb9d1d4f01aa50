import type { AreaLevel } from '@thaiqm/core/area/area-code.ts'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { ComboBox } from '@thaiqm/ui/select.tsx'
import { useAreas } from '../platform/areas.ts'
import { useSession } from '../platform/session.tsx'

const words = defineWords({
  hint: { th: 'พิมพ์ชื่ออำเภอ ตำบล หรือหมู่บ้าน', en: 'Type the name of a district, tambon or village' },
})

export interface AreaFieldProps {
  readonly label: string
  readonly value: string | null
  readonly onChange: (areaCode: string | null) => void
  /** Only areas of these levels. */
  readonly levels: readonly AreaLevel[]
  /** Areas below this one instead of the officer's own. */
  readonly within?: string | undefined
  readonly error?: string | undefined
  readonly isRequired?: boolean
}

/** One area of those the officer keeps, found by typing part of its name; what it lies in stands under it. */
export const AreaField = ({ label, value, onChange, levels, within, error, isRequired = false }: AreaFieldProps) => {
  const say = useWords(words)
  const { actor } = useSession()
  const { choicesIn } = useAreas()
  return (
    <ComboBox
      label={label}
      hint={say.hint}
      options={choicesIn(within ?? actor.areaCode, levels)}
      value={value}
      onChange={onChange}
      error={error}
      isRequired={isRequired}
    />
  )
}
