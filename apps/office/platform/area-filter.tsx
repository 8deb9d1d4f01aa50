import { areaLevel } from '@thaiqm/core/area/area-code.ts'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { ComboBox } from '@thaiqm/ui/select.tsx'
import { useAreas } from './areas.ts'
import { useSession } from './session.tsx'

const words = defineWords({
  area: { th: 'พื้นที่', en: 'Area' },
  all: { th: 'ทั้งหมด', en: 'All' },
})

/** Narrows a list to an area within the officer's own; null is the whole of it. */
export const AreaFilter = ({
  value,
  onChange,
}: {
  readonly value: string | null
  readonly onChange: (areaCode: string | null) => void
}) => {
  const say = useWords(words)
  const { actor } = useSession()
  const { titleOf, choicesIn } = useAreas()
  // Whoever keeps one village has nothing to choose.
  if (areaLevel(actor.areaCode) === 'VILLAGE') return null
  return (
    <div className="of-filter">
      <ComboBox
        label={say.area}
        options={choicesIn(actor.areaCode)}
        value={value}
        placeholder={actor.areaCode === '' ? say.all : titleOf(actor.areaCode)}
        onChange={onChange}
      />
    </div>
  )
}
