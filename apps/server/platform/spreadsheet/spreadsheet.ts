import type { SheetRow } from '@thaiqm/core/baseline/sheet-row.ts'

export interface Sheet {
  readonly name: string
  /** Hidden by whoever made the workbook; read all the same, and shown as hidden. */
  readonly hidden: boolean
  /** Rows with at least one filled cell; `rowNumber` as Excel shows it. */
  readonly rows: readonly SheetRow[]
}

export interface Spreadsheet {
  readonly format: 'xlsx' | 'csv'
  /** Of a CSV: `utf-8`, `utf-16le`, `utf-16be` or `windows-874`. */
  readonly encoding?: string
  readonly sheets: readonly Sheet[]
}
