import { type Measure, measure as measureSchema } from '@thaiqm/core/measure/measure.ts'
import { measureNames } from '@thaiqm/core/measure/measure-name.ts'
import { formatPercent } from '@thaiqm/ui/format.ts'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ProgressBar } from '@thaiqm/ui/progress.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { dimensionName, missedReasonName } from '../platform/names.ts'
import { CountLink } from './count-link.tsx'
import { listAddress } from './list-address.ts'

const words = defineWords({
  solvedOf: { th: 'แก้แล้ว', en: 'solved' },
  of: { th: 'จาก', en: 'of' },
  none: { th: 'ยังไม่มีรายการ', en: 'Nothing yet' },
})

interface Shared {
  readonly area: string
  readonly isEarlier: boolean
}

/** Problems of each dimension: how many are solved of how many there are. */
export const DimensionBars = ({
  rows,
  area,
  isEarlier,
}: Shared & { readonly rows: readonly { readonly dimension: string; readonly n: number; readonly of: number }[] }) => {
  const { language } = useLanguage()
  const say = useWords(words)
  if (rows.length === 0) return <p className="of-muted">{say.none}</p>
  const href = (measure: Measure, dimension: string) =>
    isEarlier ? undefined : listAddress({ measure }, area, dimension)
  return (
    <ul className="of-bars">
      {rows.map(row => {
        const name = dimensionName(row.dimension, language)
        return (
          <li key={row.dimension} className="of-bar">
            <span className="of-bar-name">{name}</span>
            <span className="of-bar-numbers">
              {say.solvedOf}{' '}
              <CountLink n={row.n} href={href('solved-problem', row.dimension)} label={`${name} ${say.solvedOf}`} />{' '}
              {say.of} <CountLink n={row.of} href={href('problem', row.dimension)} label={name} />
              <b>{formatPercent(row.n, row.of, language)}</b>
            </span>
            <ProgressBar isBare label={name} n={row.n} of={row.of} tone="primary" />
          </li>
        )
      })}
    </ul>
  )
}

/** Missed households by the reason they were missed; bars are shares of all found. */
export const MissedBars = ({
  rows,
  area,
  isEarlier,
}: Shared & { readonly rows: readonly { readonly reason: string; readonly n: number }[] }) => {
  const { language } = useLanguage()
  const say = useWords(words)
  const all = rows.reduce((sum, row) => sum + row.n, 0)
  if (all === 0) return <p className="of-muted">{say.none}</p>
  return (
    <ul className="of-bars">
      {rows.map(row => {
        const name = missedReasonName(row.reason, language)
        const href = isEarlier ? undefined : listAddress({ measure: 'missed-household' }, area, row.reason)
        return (
          <li key={row.reason} className="of-bar">
            <span className="of-bar-name">
              {row.reason} {name}
            </span>
            <span className="of-bar-numbers">
              <CountLink n={row.n} href={href} label={name} />
            </span>
            <ProgressBar isBare label={name} n={row.n} of={all} tone="info" />
          </li>
        )
      })}
    </ul>
  )
}

const reviewQueues: readonly string[] = [
  'survey-awaiting-verification',
  'survey-awaiting-certification',
  'survey-returned',
  'household-with-conflict',
]

const queueAddress = (of: string, area: string): string =>
  reviewQueues.includes(of)
    ? `/reviews?queue=${of}&area=${area}`
    : listAddress({ measure: measureSchema.parse(of) }, area)

/** Work that waits for somebody, each number a list to open. */
export const WaitingWork = ({
  rows,
  area,
  isEarlier,
}: Shared & { readonly rows: readonly { readonly measure: Measure; readonly n: number }[] }) => {
  const { language } = useLanguage()
  return (
    <ul className="of-queues">
      {rows.map(row => {
        const name = measureNames[row.measure]
        const href = isEarlier ? undefined : queueAddress(row.measure, area)
        return (
          <li key={row.measure} className={row.n === 0 ? 'of-queue of-queue-empty' : 'of-queue'}>
            <CountLink n={row.n} href={href} label={name[language]} className="of-queue-n" />
            <span>{name[language]}</span>
          </li>
        )
      })}
    </ul>
  )
}
