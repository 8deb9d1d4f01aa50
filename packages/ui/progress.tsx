import type { CSSProperties } from 'react'
import type { Tone } from './badge.tsx'
import { classNames } from './class-names.ts'
import { formatNumber, formatPercent, percentOf } from './format.ts'
import { useLanguage, useWords } from './language.tsx'
import { uiWords } from './ui-words.ts'
import './progress.css'

export interface ProgressProps {
  readonly label: string
  readonly n: number
  readonly of: number
  readonly tone?: Exclude<Tone, 'neutral'> | 'primary' | undefined
}

const widthOf = (percent: number) => ({ '--tq-progress': `${Math.min(100, Math.max(0, percent))}` }) as CSSProperties

const meterAttributes = (n: number, of: number, label: string, text: string) => ({
  role: 'progressbar',
  'aria-label': label,
  'aria-valuemin': 0,
  'aria-valuemax': of,
  'aria-valuenow': n,
  'aria-valuetext': text,
})

export interface ProgressBarProps extends ProgressProps {
  /** Where the bar should be by now, in percent: a line on it. */
  readonly targetPercent?: number | undefined
  /** Hides the words above the bar where they stand elsewhere already. */
  readonly isBare?: boolean | undefined
}

/** A bar with its words: label, “n จาก N” and percent. */
export const ProgressBar = ({ label, n, of, tone = 'primary', targetPercent, isBare = false }: ProgressBarProps) => {
  const { language } = useLanguage()
  const words = useWords(uiWords)
  const counted = words.of(formatNumber(n, language), formatNumber(of, language))
  const percent = formatPercent(n, of, language)
  return (
    <div className="tq-progress">
      {!isBare && (
        <div className="tq-progress-words" aria-hidden="true">
          <span className="tq-progress-label">{label}</span>
          <span className="tq-progress-numbers">
            {counted} <b>{percent}</b>
          </span>
        </div>
      )}
      <div
        {...meterAttributes(n, of, label, `${counted} (${percent})`)}
        className={classNames('tq-progress-track', `tq-progress-${tone}`)}
        style={widthOf(percentOf(n, of) ?? 0)}
      >
        <span className="tq-progress-fill" />
        {targetPercent !== undefined && (
          <span className="tq-progress-target" style={{ '--tq-target-at': `${targetPercent}%` } as CSSProperties} />
        )}
      </div>
    </div>
  )
}

/** The same as a ring with the percent inside, for a phone's home screen. */
export const ProgressRing = ({
  label,
  n,
  of,
  tone = 'primary',
  size = 88,
}: ProgressProps & { readonly size?: number | undefined }) => {
  const { language } = useLanguage()
  const words = useWords(uiWords)
  const percent = formatPercent(n, of, language, { decimals: 0 })
  const text = `${words.of(formatNumber(n, language), formatNumber(of, language))} (${percent})`
  return (
    <div
      {...meterAttributes(n, of, label, text)}
      className={`tq-ring tq-progress-${tone}`}
      style={{ ...widthOf(percentOf(n, of) ?? 0), '--tq-ring-size': `${size}px` } as CSSProperties}
    >
      <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
        <circle className="tq-ring-track" cx="20" cy="20" r="17" pathLength="100" />
        <circle className="tq-ring-fill" cx="20" cy="20" r="17" pathLength="100" />
      </svg>
      <span className="tq-ring-text" aria-hidden="true">
        {percent}
      </span>
    </div>
  )
}
