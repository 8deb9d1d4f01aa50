/** Bounds that keep one file from filling memory; a district's register of 20,000 rows is far below them. */
export interface SpreadsheetLimits {
  readonly fileBytes: number
  /** Of one part of a workbook once unpacked, and of all together: a zip bomb ends here. */
  readonly partBytes: number
  readonly totalBytes: number
  readonly rowsPerSheet: number
  readonly columns: number
  readonly cells: number
  readonly sheets: number
}

export const DEFAULT_LIMITS: SpreadsheetLimits = {
  fileBytes: 50 * 1024 * 1024,
  partBytes: 400 * 1024 * 1024,
  totalBytes: 600 * 1024 * 1024,
  rowsPerSheet: 200_000,
  columns: 1_000,
  cells: 6_000_000,
  sheets: 100,
}
