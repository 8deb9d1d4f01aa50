import type { ReactNode } from 'react'
import { Link } from 'react-aria-components/Link'
import type { Tone } from './badge.tsx'
import { classNames } from './class-names.ts'
import { formatChange, formatNumber, formatPercent } from './format.ts'
import { useLanguage, useWords } from './language.tsx'
import { ProgressBar } from './progress.tsx'
import { Meaning } from './tooltip.tsx'
import { uiWords } from './ui-words.ts'
import './figure-tile.css'

export interface FigureTileProps {
  readonly label: string
  readonly n: number
  /** The whole it is part of. With it the tile shows N, a percent and a bar: a figure is never a percent alone. */
  readonly of?: number | undefined
  readonly unit?: string | undefined
  /** What is counted and what is not, in a sentence; shown on demand beside the label. */
  readonly definition?: string | undefined
  /** When it was counted, already written for people. */
  readonly asOf?: string | undefined
  /** Change since the last figure, with what it is compared with: “จากสัปดาห์ก่อน”. */
  readonly change?: { readonly by: number; readonly since: string; readonly isGood?: boolean | undefined } | undefined
  readonly targetPercent?: number | undefined
  readonly tone?: Exclude<Tone, 'neutral'> | 'primary' | undefined
  /** Where the list behind the figure is. */
  readonly href?: string | undefined
  readonly children?: ReactNode
}

/** One figure as a governor reads it: the number, of how many, how far, compared with what, as of when. */
export const FigureTile = ({
  label,
  n,
  of,
  unit,
  definition,
  asOf,
  change,
  targetPercent,
  tone = 'primary',
  href,
  children,
}: FigureTileProps) => {
  const { language } = useLanguage()
  const words = useWords(uiWords)
  return (
    <div className={classNames('tq-figure', href !== undefined && 'tq-figure-linked')}>
      <div className="tq-figure-top">
        {href === undefined ? (
          <p className="tq-figure-label">{label}</p>
        ) : (
          <Link href={href} className="tq-figure-label tq-figure-link">
            {label}
          </Link>
        )}
        {definition !== undefined && <Meaning label={label}>{definition}</Meaning>}
      </div>
      <p className="tq-figure-value">
        <span className="tq-figure-number">{formatNumber(n, language)}</span>
        {of !== undefined && <span className="tq-figure-of">{words.of('', formatNumber(of, language)).trim()}</span>}
        {unit !== undefined && <span className="tq-figure-unit">{unit}</span>}
      </p>
      {of !== undefined && (
        <div className="tq-figure-bar">
          <ProgressBar isBare label={label} n={n} of={of} tone={tone} targetPercent={targetPercent} />
          <span className="tq-figure-percent">{formatPercent(n, of, language)}</span>
        </div>
      )}
      {(change !== undefined || targetPercent !== undefined) && (
        <p className="tq-figure-line">
          {change !== undefined && (
            <span>
              <b
                className={classNames(
                  change.isGood === true && 'tq-figure-good',
                  change.isGood === false && 'tq-figure-bad',
                )}
              >
                {formatChange(change.by, language)}
              </b>{' '}
              {change.since}
            </span>
          )}
          {targetPercent !== undefined && (
            <span className="tq-figure-target">{words.target(`${formatNumber(targetPercent, language)}%`)}</span>
          )}
        </p>
      )}
      {children}
      {asOf !== undefined && <p className="tq-figure-as-of">{words.asOf(asOf)}</p>}
    </div>
  )
}

/** Tiles side by side, as many as fit. */
export const FigureRow = ({ children }: { readonly children: ReactNode }) => (
  <div className="tq-figure-row">{children}</div>
)
