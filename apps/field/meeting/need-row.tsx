import { itemDecisionNames } from '@thaiqm/contract/meeting/meeting-names.ts'
import type { AgendaItem, Decided } from '@thaiqm/core/meeting/meeting.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'

const words = defineWords({
  rank: { th: (n: number) => `ลำดับที่ ${n}`, en: n => `No. ${n}` },
  households: { th: (n: number) => `${n} ครัวเรือน`, en: n => `${n} households` },
  decide: { th: 'บันทึกมติ', en: 'Decide' },
  decideOn: { th: (title: string) => `บันทึกมติ: ${title}`, en: title => `Decide: ${title}` },
  change: { th: 'แก้ไขมติ', en: 'Change' },
  changeOn: { th: (title: string) => `แก้ไขมติ: ${title}`, en: title => `Change the decision: ${title}` },
  assigned: { th: (to: string) => `ผู้รับผิดชอบ: ${to}`, en: to => `to ${to}` },
})

/** One item with what the meeting said to it. */
export const NeedRow = ({
  item,
  rank,
  decided,
  onDecide,
}: {
  readonly item: AgendaItem
  readonly rank: number | null
  readonly decided: Decided | undefined
  readonly onDecide: (() => void) | undefined
}) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const isDecided = decided !== undefined
  return (
    <li className="fd-member">
      <span className="fd-member-text">
        <b>{item.title}</b>
        <span className="fd-row">
          {rank !== null && <Badge tone="info">{said.rank(rank)}</Badge>}
          {item.householdCount !== null && <span className="fd-muted">{said.households(item.householdCount)}</span>}
          {isDecided && (
            <Badge tone="good" icon="check">
              {itemDecisionNames[decided.decision][language]}
            </Badge>
          )}
        </span>
        {isDecided && (decided.words !== '' || decided.assignedTo !== '') && (
          <span className="fd-muted">
            {[decided.words, decided.assignedTo === '' ? '' : said.assigned(decided.assignedTo)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        )}
        {onDecide !== undefined && (
          <span>
            <Button
              kind={isDecided ? 'quiet' : 'secondary'}
              aria-label={isDecided ? said.changeOn(item.title) : said.decideOn(item.title)}
              onPress={onDecide}
            >
              {isDecided ? said.change : said.decide}
            </Button>
          </span>
        )}
      </span>
    </li>
  )
}
