import type { CSSProperties } from 'react'
import { formatNumber, formatPercent, percentOf } from './format.ts'
import { useLanguage } from './language.tsx'
import './chart.css'

/** Fixed by meaning, so that the same thing has the same colour on every page. `a`–`f` are for kinds without a tone. */
export type DataColour = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'good' | 'warning' | 'danger' | 'info' | 'neutral'

export interface Share {
  readonly label: string
  readonly n: number
  readonly colour: DataColour
  readonly href?: string | undefined
}

export interface StackedBarProps {
  readonly label: string
  readonly shares: readonly Share[]
  /** Hides the numbers below, where they stand beside it already. */
  readonly isBare?: boolean | undefined
}

/** How a whole divides: one bar, and below it each part with its number and percent. */
export const StackedBar = ({ label, shares, isBare = false }: StackedBarProps) => {
  const { language } = useLanguage()
  const total = shares.reduce((sum, share) => sum + share.n, 0)
  const sentence = shares.map(share => `${share.label} ${formatNumber(share.n, language)}`).join(', ')
  return (
    <figure className="tq-stacked">
      <div className="tq-stacked-bar" role="img" aria-label={`${label}: ${sentence}`}>
        {shares
          .filter(share => share.n > 0)
          .map(share => (
            <span
              key={share.label}
              className={`tq-stacked-part tq-data-${share.colour}`}
              style={{ '--tq-share': percentOf(share.n, total) ?? 0 } as CSSProperties}
            />
          ))}
      </div>
      {!isBare && (
        <dl className="tq-legend">
          {shares.map(share => (
            <div key={share.label} className="tq-legend-item">
              <dt>
                <span className={`tq-legend-mark tq-data-${share.colour}`} aria-hidden="true" />
                {share.label}
              </dt>
              <dd>
                <b>{formatNumber(share.n, language)}</b> <span>{formatPercent(share.n, total, language)}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </figure>
  )
}
