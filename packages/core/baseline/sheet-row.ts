import type { Day } from '../ledger/day.ts'

/** What a spreadsheet's cell holds once read: numbers exact, dates as days, blanks as null. Formulas give their result. */
export type SheetCell = string | number | boolean | { readonly day: Day } | null

export interface SheetRow {
  /** As Excel shows it, from 1. */
  readonly rowNumber: number
  readonly cells: readonly SheetCell[]
}

/** A cell as text for reading and showing; a whole number without decimals, a day as ISO. */
export const cellText = (cell: SheetCell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return cell.day
  return String(cell)
}

/** Nothing that a person would see. */
export const isBlankCell = (cell: SheetCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
