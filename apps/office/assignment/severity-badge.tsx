import type { AssignmentNeedRow } from '@thaiqm/contract/assignment/assignment-routes.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Badge, type Tone } from '@thaiqm/ui/badge.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'

const words = defineWords({
  1: { th: 'วิกฤต', en: 'Crisis' },
  2: { th: 'เร่งด่วน', en: 'Urgent' },
  3: { th: 'ปกติ', en: 'Ordinary' },
  noDay: { th: 'ไม่กำหนดวัน', en: 'No day' },
  overdue: { th: 'เกินกำหนด', en: 'overdue' },
})

const tones: Record<1 | 2 | 3, Tone> = { 1: 'danger', 2: 'warning', 3: 'neutral' }

export const SeverityBadge = ({ severity }: Pick<AssignmentNeedRow, 'severity'>) => {
  const say = useWords(words)
  return <Badge tone={tones[severity]}>{say[severity]}</Badge>
}

/** The due day, and that it has passed. */
export const DueDay = ({ dueOn, today }: { readonly dueOn: Day | null; readonly today: Day }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  if (dueOn === null) return <span className="of-muted of-assignment-whole">{say.noDay}</span>
  return (
    <>
      <span className="of-assignment-whole">{formatDay(dueOn, { language })}</span>
      {dueOn < today && <span className="of-assignment-overdue"> {say.overdue}</span>}
    </>
  )
}
