import type { Day } from '@thaiqm/core/ledger/day.ts'

/** A blank is null. A day may stand in any column; it is written as text of the Buddhist era. */
export type WorkbookCell = string | number | boolean | { readonly day: Day } | null

export interface WorkbookColumn {
  readonly heading: string
  /** In characters, as Excel counts; 8.43 is Excel's own. */
  readonly width?: number
  /** How numbers of this column are shown: `money` with satang, `number` with thousands. Codes are `text`. */
  readonly kind: 'text' | 'number' | 'day' | 'money'
}

export interface SheetContent {
  /** At most 31 characters; what Excel forbids in it is replaced, and equal names are numbered. */
  readonly name: string
  /** Above the headings: name of the report, area, as-of moment, definition of the figures. */
  readonly titleRows?: readonly string[]
  readonly columns: readonly WorkbookColumn[]
  readonly rows: Iterable<readonly WorkbookCell[]> | AsyncIterable<readonly WorkbookCell[]>
}

export interface WorkbookContent {
  readonly sheets: readonly SheetContent[]
}
