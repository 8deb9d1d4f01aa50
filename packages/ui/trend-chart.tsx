import { useEffect, useRef, useState } from 'react'
import { axisSteps, toPath, toPoints } from './chart-scale.ts'
import { formatCompact, formatNumber } from './format.ts'
import { useLanguage, useWords } from './language.tsx'
import type { DataColour } from './stacked-bar.tsx'
import { uiWords } from './ui-words.ts'
import './chart.css'

/** A line the size of a word. `label` says in words what it shows. */
export const Sparkline = ({ label, values }: { readonly label: string; readonly values: readonly number[] }) => {
  const points = toPoints(values, Math.max(...values, 0), 96, 24)
  const last = points.at(-1)
  return (
    <svg className="tq-sparkline" viewBox="-3 -3 102 30" role="img" aria-label={label}>
      <path d={toPath(points)} />
      {last && <circle cx={last.x} cy={last.y} r="3" />}
    </svg>
  )
}

export interface Series {
  readonly label: string
  readonly colour: DataColour
  /** One value for each of `at`; null where there is none. */
  readonly values: readonly (number | null)[]
  /** Dashed: a plan or a target, not a count. */
  readonly isPlan?: boolean | undefined
}

export interface TrendChartProps {
  readonly label: string
  /** The moments, already written for people: “ต.ค. 66”. */
  readonly at: readonly string[]
  readonly series: readonly Series[]
  readonly unit?: string | undefined
}

const HEIGHT = 200
const LEFT = 64
const RIGHT = 28
const TOP = 12
const LABEL_WIDTH = 76

/** The width a box has now, so that a drawing keeps its text at one size. */
const useBoxWidth = (atFirst: number) => {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(atFirst)
  useEffect(() => {
    if (box.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width))
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return { box, width }
}

/** Lines over time, from zero, with the same numbers as a table below. */
export const TrendChart = ({ label, at, series, unit }: TrendChartProps) => {
  const { language } = useLanguage()
  const highest = Math.max(0, ...series.flatMap(line => line.values.map(value => value ?? 0)))
  const steps = axisSteps(highest)
  const top = steps.at(-1) ?? 1
  const yOf = (value: number) => TOP + HEIGHT - (value / top) * HEIGHT
  const { box, width } = useBoxWidth(640)
  const plot = Math.max(120, width - LEFT - RIGHT)
  const every = Math.ceil((at.length * LABEL_WIDTH) / plot)
  const xOf = (index: number) => LEFT + (at.length === 1 ? plot / 2 : (index / (at.length - 1)) * plot)
  return (
    <figure className="tq-chart">
      <figcaption className="tq-chart-caption">
        <span className="tq-chart-title">
          {label}
          {unit !== undefined && <span className="tq-chart-unit"> ({unit})</span>}
        </span>
        <span className="tq-chart-keys">
          {series.map(line => (
            <span key={line.label} className="tq-chart-key">
              <span className={`tq-chart-stroke tq-data-${line.colour}`} data-plan={line.isPlan} aria-hidden="true" />
              {line.label}
            </span>
          ))}
        </span>
      </figcaption>
      <div ref={box}>
        <svg className="tq-chart-picture" width={width} height={HEIGHT + TOP + 32} aria-hidden="true">
          {steps.map(step => (
            <g key={step}>
              <line className="tq-chart-line" x1={LEFT} x2={LEFT + plot} y1={yOf(step)} y2={yOf(step)} />
              <text className="tq-chart-text" x={LEFT - 10} y={yOf(step) + 5} textAnchor="end">
                {formatCompact(step, language)}
              </text>
            </g>
          ))}
          {at.map((moment, index) =>
            index % every === 0 ? (
              <text key={moment} className="tq-chart-text" x={xOf(index)} y={HEIGHT + TOP + 24} textAnchor="middle">
                {moment}
              </text>
            ) : null,
          )}
          <g transform={`translate(${LEFT} ${TOP})`}>
            {series.map(line => (
              <SeriesLine
                key={line.label}
                line={line}
                top={top}
                width={plot}
                at={at}
                write={value => formatNumber(value, language)}
              />
            ))}
          </g>
        </svg>
      </div>
      <ChartTable label={label} at={at} series={series} />
    </figure>
  )
}

interface SeriesLineProps {
  readonly line: Series
  readonly top: number
  readonly width: number
  readonly at: readonly string[]
  readonly write: (value: number) => string
}

const SeriesLine = ({ line, top, width, at, write }: SeriesLineProps) => {
  const points = toPoints(line.values, top, width, HEIGHT)
  return (
    <g className={`tq-chart-series tq-data-${line.colour}`} data-plan={line.isPlan}>
      <path d={toPath(points)} />
      {line.isPlan !== true &&
        points.map((point, index) =>
          point === null ? null : (
            <circle key={at[index]} cx={point.x} cy={point.y} r="4">
              <title>{`${at[index]}: ${write(line.values[index] ?? 0)}`}</title>
            </circle>
          ),
        )}
    </g>
  )
}

const ChartTable = ({ label, at, series }: Pick<TrendChartProps, 'label' | 'at' | 'series'>) => {
  const { language } = useLanguage()
  const words = useWords(uiWords)
  return (
    <details className="tq-chart-details">
      <summary>{words.showTable}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="tq-chart-scroll" tabIndex={0} aria-label={label}>
        <table className="tq-chart-table">
          <caption className="tq-visually-hidden">{label}</caption>
          <thead>
            <tr>
              <td />
              {series.map(line => (
                <th key={line.label} scope="col">
                  {line.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {at.map((moment, index) => (
              <tr key={moment}>
                <th scope="row">{moment}</th>
                {series.map(line => {
                  const value = line.values[index] ?? null
                  return <td key={line.label}>{value === null ? '–' : formatNumber(value, language)}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
