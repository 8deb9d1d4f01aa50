import type { SheetCell, SheetRow } from '@thaiqm/core/baseline/sheet-row.ts'
import type { SpreadsheetLimits } from './spreadsheet-limits.ts'
import { Unreadable } from './spreadsheet-refusal.ts'

const SEPARATORS = [',', ';', '\t', '|'] as const

/** How often each separator stands outside quotes in the first lines. */
const findSeparator = (text: string): string => {
  const named = text.match(/^sep=(.)\r?\n/i)?.[1]
  if (named !== undefined) return named
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '')
  const lines = head
    .split(/\r\n|\n|\r/)
    .slice(0, 30)
    .filter(line => line.trim() !== '')
  let best = ','
  let most = 0
  for (const separator of SEPARATORS) {
    const counts = lines.map(line => line.split(separator).length - 1)
    // A separator stands equally often in most lines; a comma in prose does not.
    const commonest = Math.max(
      0,
      ...counts.map(count => (count === 0 ? 0 : counts.filter(other => other === count).length * Math.sqrt(count))),
    )
    if (commonest > most) {
      most = commonest
      best = separator
    }
  }
  return best
}

/** `="0812345678"` is how Excel keeps a leading zero in a CSV. */
const cellOf = (field: string): SheetCell => {
  const kept = field.match(/^="((?:[^"]|"")*)"$/)?.[1]
  const value = kept === undefined ? field : kept.replace(/""/g, '"')
  return value === '' ? null : value
}

/**
 * CSV and its kin (RFC 4180 with any of `,` `;` tab `|`): quotes, doubled quotes and line ends within quotes. All cells
 * are text, so leading zeros stay. Records are numbered as Excel numbers their rows.
 */
export const readDelimited = (text: string, limits: SpreadsheetLimits): SheetRow[] => {
  const separator = findSeparator(text)
  const rows: SheetRow[] = []
  let cells: SheetCell[] = []
  let rowNumber = 1
  let cellCount = 0
  let at = text.match(/^sep=.\r?\n/i)?.[0].length ?? 0
  const endCell = (field: string) => {
    cells.push(cellOf(field))
    if (cells.length > limits.columns || ++cellCount > limits.cells) throw new Unreadable('file-too-large')
  }
  const endRow = () => {
    if (cells.some(cell => cell !== null)) rows.push({ rowNumber, cells })
    if (rows.length > limits.rowsPerSheet) throw new Unreadable('file-too-large')
    cells = []
    rowNumber++
  }
  while (at < text.length) {
    let field = ''
    if (text[at] === '"') {
      at++
      for (;;) {
        const quote = text.indexOf('"', at)
        const end = quote === -1 ? text.length : quote
        field += text.slice(at, end)
        at = end + 1
        if (text[at] !== '"' || quote === -1) break
        field += '"'
        at++
      }
    }
    const from = at
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
    endCell(field + text.slice(from, at))
    if (text[at] === separator) {
      at++
      if (at === text.length) endCell('')
      continue
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    endRow()
  }
  if (cells.length > 0) endRow()
  return rows
}
