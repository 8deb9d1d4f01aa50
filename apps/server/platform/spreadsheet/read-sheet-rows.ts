import type { SheetCell, SheetRow } from '@thaiqm/core/baseline/sheet-row.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { dayOfNumber } from './excel-day.ts'
import { decodeExcelText } from './excel-text.ts'
import { type Attributes, readXml } from './read-xml.ts'
import type { SpreadsheetLimits } from './spreadsheet-limits.ts'
import { Unreadable } from './spreadsheet-refusal.ts'
import type { ZipReader } from './zip-parts.ts'

export interface SheetContext {
  readonly strings: readonly string[]
  readonly dayStyles: readonly boolean[]
  readonly from1904: boolean
  readonly limits: SpreadsheetLimits
  readonly keepText: (text: string) => string
  /** Shared by all sheets of the workbook. */
  readonly cellsLeft: { count: number }
}

interface CellPlace {
  readonly row: number
  readonly column: number
}

/** `BC12` → row 12, column 54 (from 0). Undefined for what is no reference. */
const placeOf = (reference: string | undefined): CellPlace | undefined => {
  const [, letters, digits] = reference?.match(/^\$?([A-Z]{1,3})\$?(\d{1,7})$/) ?? []
  if (letters === undefined || digits === undefined) return undefined
  let column = 0
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64
  return { row: Number(digits), column: column - 1 }
}

interface Merge {
  readonly from: CellPlace
  readonly lastRow: number
}

/** A merge over more rows than this is layout, not a household's cells. */
const TALLEST_MERGE = 1_000

const mergeOf = (reference: string | undefined): Merge | undefined => {
  const [first, last] = (reference ?? '').split(':')
  const from = placeOf(first)
  const to = placeOf(last)
  if (!from || !to || to.row === from.row || to.row - from.row > TALLEST_MERGE) return undefined
  return { from, lastRow: to.row }
}

const cellValue = (attributes: Attributes, text: string, context: SheetContext): SheetCell => {
  switch (attributes.t) {
    case 's':
      return context.strings[Number(text)] ?? null
    case 'str':
    case 'inlineStr':
      return context.keepText(decodeExcelText(text))
    case 'b':
      return text.trim() === '1' || text.trim() === 'true'
    case 'e':
      return text
    case 'd':
      return /^\d{4}-\d{2}-\d{2}/.test(text) ? { day: text.slice(0, 10) as Day } : text
    default: {
      if (text.trim() === '') return null
      const number = Number(text)
      if (!Number.isFinite(number)) return text
      const day =
        context.dayStyles[Number(attributes.s ?? 0)] === true ? dayOfNumber(number, context.from1904) : undefined
      return day === undefined ? number : { day }
    }
  }
}

/**
 * Reads the cells of one sheet, row by row. Cells and rows without a reference follow the one before. Cells merged
 * downwards all get the value of the first; merged sideways only the first has it, as Excel stores it.
 */
export const readSheetRows = (zip: ZipReader, part: string, context: SheetContext): SheetRow[] => {
  const { limits, cellsLeft } = context
  const byNumber = new Map<number, SheetCell[]>()
  const merges: Merge[] = []
  let row = 0
  let column = -1
  let cells: SheetCell[] = []
  let attributes: Attributes = {}
  let text = ''
  let isText = false
  let phonetic = 0

  readXml(zip, part, {
    open: (name, found) => {
      if (name === 'c') {
        const place = placeOf(found.r)
        column = place?.column ?? column + 1
        attributes = found
        text = ''
      } else if (name === 'v') isText = true
      else if (name === 't') isText = phonetic === 0
      else if (name === 'rPh') phonetic++
      else if (name === 'row') {
        row = found.r === undefined ? row + 1 : Number(found.r)
        column = -1
        cells = []
        if (!Number.isInteger(row)) throw new Unreadable('workbook-broken')
      } else if (name === 'mergeCell') {
        const merge = mergeOf(found.ref)
        if (merge) merges.push(merge)
      }
    },
    text: chunk => {
      if (isText) text += chunk
    },
    close: name => {
      if (name === 'v' || name === 't') isText = false
      else if (name === 'rPh') phonetic--
      else if (name === 'c') {
        const value = cellValue(attributes, text, context)
        if (value === null || value === '') return
        if (column >= limits.columns || cellsLeft.count-- <= 0) throw new Unreadable('file-too-large')
        while (cells.length < column) cells.push(null)
        cells[column] = value
      } else if (name === 'row' && cells.length > 0) {
        byNumber.set(row, cells)
        if (byNumber.size > limits.rowsPerSheet) throw new Unreadable('file-too-large')
      }
    },
  })

  for (const { from, lastRow } of merges) {
    const value = byNumber.get(from.row)?.[from.column] ?? null
    if (value === null) continue
    for (let below = from.row + 1; below <= lastRow; below++) {
      const target = byNumber.get(below)
      if (!target) continue
      while (target.length <= from.column) target.push(null)
      target[from.column] ??= value
    }
  }
  return [...byNumber].sort(([a], [b]) => a - b).map(([rowNumber, filled]) => ({ rowNumber, cells: filled }))
}
