import { Badge } from '@thaiqm/ui/badge.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import type { CommandResult } from '../platform/commands.ts'
import { refusalText } from '../platform/refusal-text.ts'

const words = defineWords({
  applied: { th: 'จองแล้ว', en: 'Taken' },
  parked: { th: 'ไม่ได้จอง', en: 'Not taken' },
  waiting: { th: 'รอส่ง', en: 'Not sent yet' },
})

/** What became of an accepted match; a refusal with its sentence. */
export const MatchResult = ({ result }: { readonly result: CommandResult | undefined }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  if (result === undefined) return null
  if (!result.ok || result.outcome === 'parked') {
    const refusal = result.ok ? (result.receipt?.refusal ?? null) : null
    const why = result.ok ? (refusal === null ? '' : refusalText(refusal, language)) : result.sentence
    return (
      <>
        <Badge tone="danger">{say.parked}</Badge>
        <div className="of-muted">{why}</div>
      </>
    )
  }
  return result.outcome === 'waiting' ? (
    <Badge tone="warning">{say.waiting}</Badge>
  ) : (
    <Badge tone="good" icon="check">
      {say.applied}
    </Badge>
  )
}
