import { formatBaht, formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { sectorName } from '../platform/names.ts'
import type { SectorSum } from './plan-sums.ts'
import './plan.css'

const words = defineWords({
  title: { th: 'รวมตามภาคี', en: 'By sector' },
  count: { th: (n: string) => `${n} รายการ`, en: n => `${n} items` },
})

/** What each of the seven partners takes on or has given, side by side. */
export const SectorSums = ({
  sums,
  isHiddenForOne = false,
}: {
  readonly sums: readonly SectorSum[]
  /** Where the whole sum stands beside it, one sector alone says nothing more. */
  readonly isHiddenForOne?: boolean
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  if (sums.length <= (isHiddenForOne ? 1 : 0)) return null
  return (
    <ul className="sector-sums" aria-label={say.title}>
      {sums.map(sum => (
        <li key={sum.sector}>
          <span>{sectorName(sum.sector, language)}</span>
          <b>{formatBaht(sum.baht, language)}</b>
          <span className="act-muted">{say.count(formatNumber(sum.count, language))}</span>
        </li>
      ))}
    </ul>
  )
}
