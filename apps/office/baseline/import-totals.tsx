import type { BatchView } from '@thaiqm/contract/baseline/baseline-routes.ts'
import { FigureRow, FigureTile } from '@thaiqm/ui/figure-tile.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { verdictWords } from './verdict-names.ts'

const words = defineWords({
  rows: { th: 'แถวทั้งหมด', en: 'Rows in the file' },
  households: { th: 'ครัวเรือน', en: 'Households' },
  problems: { th: 'ปัญหา', en: 'Problems' },
  unit: { th: 'แถว', en: 'rows' },
})

/** What became, or would become, of every row; the five parts add up to all rows. */
export const ImportTotals = ({ totals }: { readonly totals: BatchView['totals'] }) => {
  const say = useWords(words)
  const verdicts = useWords(verdictWords)
  return (
    <FigureRow>
      <FigureTile label={say.rows} n={totals.rows} unit={say.unit} />
      <FigureTile label={verdicts.accept} n={totals.accept} of={totals.rows} tone="good" />
      <FigureTile label={verdicts.warn} n={totals.warn} of={totals.rows} tone="info" />
      <FigureTile label={verdicts.review} n={totals.review} of={totals.rows} tone="warning" />
      <FigureTile label={verdicts.reject} n={totals.reject} of={totals.rows} tone="danger" />
      <FigureTile label={verdicts.skip} n={totals.skip} of={totals.rows} />
      <FigureTile label={say.households} n={totals.households} />
      <FigureTile label={say.problems} n={totals.problems} />
    </FigureRow>
  )
}
