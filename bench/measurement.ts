/** One figure as measured, beside the least the same machine needed for the least that could be done, in the same run. */
export interface Measurement {
  readonly figure: string
  readonly name: string
  readonly unit: 'ms' | 'CPU-ms' | 'a second' | 's' | 'MB' | 'KB' | '×' | 'plans' | 'phones'
  /** The median of the repeats; of requests their p50. */
  readonly value: number
  /** p99 of requests, the median of the repeats. */
  readonly p99?: number
  /** CPU of the server and its PostgreSQL, milliseconds for each; trust it more than the clock on a shared machine. */
  readonly cpuMs?: number
  readonly floor?: Floor
  /** What was promised. */
  readonly bar?: { readonly most: number } | { readonly least: number }
}

export interface Floor {
  readonly name: string
  readonly value: number
}

/** How much is measured. */
export interface Rig {
  readonly small: number
  readonly large: number
  /** Requests of each kind. */
  readonly requests: number
  /** Batches of twenty surveys of each push. */
  readonly batches: number
  readonly importRows: number
  /** Everything is done so often, and the median counts. */
  readonly repeats: number
}

export type MeasureFigure = (rig: Rig) => Promise<readonly Measurement[]>

export const ratioOf = ({ value, floor }: Measurement): number | null =>
  floor === undefined || floor.value === 0 ? null : value / floor.value

export const meetsBar = ({ value, bar }: Measurement): boolean =>
  bar === undefined || ('most' in bar ? value <= bar.most : value >= bar.least)

/** The value below which this share of the sorted or unsorted values lies; 0.5 is the median. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Runs a measurement so often, one after the other. */
export const repeated = async <Value>(times: number, work: (turn: number) => Promise<Value>): Promise<Value[]> => {
  const values: Value[] = []
  for (let turn = 0; turn < times; turn += 1) values.push(await work(turn))
  return values
}

export const say = (text: string): void => void process.stderr.write(`  ${text}\n`)
