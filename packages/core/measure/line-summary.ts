import type { Instant } from '../ledger/day.ts'
import { formatInstant } from '../thai/format-day.ts'

/** One line of a summary: an area (or a figure of one area) as n of N; `of` is null for a plain number. */
export interface SummaryLine {
  readonly name: string
  readonly n: number
  readonly of: number | null
}

export interface LineSummaryParts {
  /** What is counted: the figure's name, or a heading of one's own. */
  readonly title: string
  readonly areaName: string
  readonly asOf: Instant
  readonly lines: readonly SummaryLine[]
  /** The area itself, said before its parts. */
  readonly total?: Omit<SummaryLine, 'name'>
  readonly url?: string | null
  readonly language?: 'th' | 'en'
}

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

const share = (n: number, of: number): string => (of === 0 ? '' : ` (${((n / of) * 100).toFixed(1)}%)`)

const counted = (n: number, of: number | null, language: 'th' | 'en'): string => {
  if (of === null) return grouped(n)
  return `${grouped(n)} ${language === 'th' ? 'จาก' : 'of'} ${grouped(of)}${share(n, of)}`
}

/**
 * A text to paste into a LINE group: what is counted, where, as of when, and n of N line by line. It is made of names of
 * areas or figures and of numbers; nothing of a household can be handed in.
 */
export const lineSummary = ({
  title,
  areaName,
  asOf,
  lines,
  total,
  url = null,
  language = 'th',
}: LineSummaryParts): string => {
  const moment = formatInstant(asOf, { language })
  return [
    `${title} ${areaName}`,
    language === 'th' ? `ณ ${moment}` : `as of ${moment}`,
    ...(total === undefined ? [] : [`${language === 'th' ? 'รวม' : 'Total'} ${counted(total.n, total.of, language)}`]),
    ...lines.map(({ name, n, of }) => `• ${name} ${counted(n, of, language)}`),
    ...(url === null ? [] : [url]),
  ].join('\n')
}
