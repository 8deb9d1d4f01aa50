import { type Measurement, meetsBar, ratioOf } from './measurement.ts'

const shown = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toFixed(2)

const barOf = ({ bar }: Measurement): string => {
  if (bar === undefined) return ''
  return 'most' in bar ? `≤ ${shown(bar.most)}` : `≥ ${shown(bar.least)}`
}

const cellsOf = (row: Measurement): string[] => {
  const ratio = ratioOf(row)
  return [
    row.name,
    `${shown(row.value)} ${row.unit}`,
    row.p99 === undefined ? '' : shown(row.p99),
    row.cpuMs === undefined ? '' : shown(row.cpuMs),
    row.floor === undefined ? '' : `${shown(row.floor.value)} ${row.floor.name}`,
    ratio === null ? '' : `${shown(ratio)}×`,
    `${barOf(row)}${meetsBar(row) ? '' : ' ✗'}`,
  ]
}

const headings = ['figure', 'median', 'p99', 'CPU-ms', 'floor', 'ratio', 'bar']

/** The figures as a Markdown table, for the terminal and for RESULTS.md alike. */
export const tableOf = (rows: readonly Measurement[]): string => {
  const cells = [headings, ...rows.map(cellsOf)]
  const widths = headings.map((_, column) => Math.max(3, ...cells.map(row => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...rest] = cells
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...rest.map(line)].join('\n')
}
