import type { AssignmentNeedRow } from '@thaiqm/contract/assignment/assignment-routes.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { Column } from '@thaiqm/ui/data-table.tsx'
import { formatBaht, formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useAreas } from '../platform/areas.ts'
import { kindShortName } from '../platform/names.ts'
import { DueDay, SeverityBadge } from './severity-badge.tsx'

const words = defineWords({
  need: { th: 'ความต้องการ', en: 'Need' },
  severity: { th: 'ความรุนแรง', en: 'Severity' },
  village: { th: 'หมู่บ้าน', en: 'Village' },
  due: { th: 'ครบกำหนด', en: 'Due' },
  quantity: { th: 'จำนวน', en: 'Quantity' },
})

/** What every list of needs shows of one; the link leads to the hardship on its household's page. */
export const useNeedColumns = (today: Day): readonly Column<AssignmentNeedRow>[] => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { titleOf } = useAreas()
  return [
    {
      key: 'need',
      heading: say.need,
      cell: need => (
        <div className="of-assignment-need">
          <span className="of-assignment-code">{need.kindCode}</span> {kindShortName(need.kindCode, language)}
          <div className="of-muted">{need.what}</div>
        </div>
      ),
    },
    { key: 'severity', heading: say.severity, cell: need => <SeverityBadge severity={need.severity} /> },
    { key: 'due', heading: say.due, cell: need => <DueDay dueOn={need.dueOn} today={today} /> },
    { key: 'village', heading: say.village, cell: need => titleOf(need.areaCode), priority: 2 },
    {
      key: 'quantity',
      heading: say.quantity,
      align: 'end',
      cell: need => (
        <>
          {formatNumber(need.quantity, language)} {need.unit}
          {need.budgetBaht !== null && need.budgetBaht > 0 && (
            <div className="of-muted">{formatBaht(need.budgetBaht, language)}</div>
          )}
        </>
      ),
    },
  ]
}

export const householdOf = (need: AssignmentNeedRow): string =>
  `/households/${need.householdId}?problem=${need.problemId}`
