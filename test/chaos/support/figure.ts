/** What one part of the chaos run saw. Any loss, or anything else that must not be, makes the whole run fail. */
export interface ChaosFigure {
  readonly name: string
  readonly runs: number
  /** Commands (forms, photos) the other side was told are kept. */
  readonly acknowledged: number
  readonly lost: number
  /** From the blow to the next piece of work taken in, each time. */
  readonly recoveredMs: readonly number[]
  /** What was broken besides loss, in words; empty when all is well. */
  readonly broken: readonly string[]
  readonly remark: string
}

export interface ChaosOptions {
  /** How often the blow falls. */
  readonly times: number
  /** A line for whoever watches. */
  readonly say: (line: string) => void
}

export type ChaosPart = (options: ChaosOptions) => Promise<readonly ChaosFigure[]>

/** A part that could not be done here at all, in the two languages: it is said, and never counted as passed. */
export class NotRun extends Error {}

export const isWell = ({ lost, broken, runs }: ChaosFigure): boolean => runs > 0 && lost === 0 && broken.length === 0

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const headings = [
  'การทดสอบ · test',
  'ครั้ง · runs',
  'ตอบรับ · acknowledged',
  'สูญหาย · lost',
  'กลับมา ms กลาง/มากสุด · back median/most',
  'หมายเหตุ · remarks',
]

const cellsOf = ({ name, runs, acknowledged, lost, recoveredMs, broken, remark }: ChaosFigure): string[] => [
  name,
  runs.toLocaleString('en'),
  acknowledged.toLocaleString('en'),
  lost.toLocaleString('en'),
  recoveredMs.length === 0
    ? ''
    : `${Math.round(quantile(recoveredMs, 0.5)).toLocaleString('en')} / ${Math.round(Math.max(...recoveredMs)).toLocaleString('en')}`,
  [remark, ...broken.slice(0, 5).map(text => `✗ ${text}`)].filter(text => text !== '').join('; '),
]

/** The figures as a Markdown table, for the terminal and for docs/reliability.md alike. */
export const tableOf = (figures: readonly ChaosFigure[]): string =>
  [headings, headings.map(() => '---'), ...figures.map(cellsOf)].map(cells => `| ${cells.join(' | ')} |`).join('\n')
