import type { RowVerdictView } from '@thaiqm/contract/baseline/baseline-routes.ts'

export type RowVerdict = RowVerdictView['verdict']

/** Verdicts that a person has to look at, the gravest first. */
export const verdictsToShow = ['reject', 'review', 'warn', 'skip'] as const satisfies readonly RowVerdict[]

/** One line of the report: a row, and one reason of it. A row with several reasons has several lines. */
export interface ReportLine {
  readonly key: string
  readonly rowNumber: number
  readonly verdict: RowVerdict
  readonly reason: RowVerdictView['reasons'][number] | null
}

/** The report line by line, of the verdicts that are asked for, in the order of the sheet. */
export const reportLines = (
  rows: readonly RowVerdictView[],
  verdicts: ReadonlySet<RowVerdict>,
): readonly ReportLine[] =>
  rows
    .filter(row => verdicts.has(row.verdict))
    .sort((a, b) => a.rowNumber - b.rowNumber)
    .flatMap(({ rowNumber, verdict, reasons }): ReportLine[] =>
      reasons.length === 0
        ? [{ key: `${rowNumber}`, rowNumber, verdict, reason: null }]
        : reasons.map((reason, at) => ({ key: `${rowNumber}-${at}`, rowNumber, verdict, reason })),
    )

export const countByVerdict = (rows: readonly RowVerdictView[]): Readonly<Record<RowVerdict, number>> => {
  const counts = { accept: 0, warn: 0, review: 0, reject: 0, skip: 0 }
  for (const { verdict } of rows) counts[verdict] += 1
  return counts
}

/** A reason without its row and field at the front, for where these have columns of their own. */
export const withoutPlace = (message: string): string => message.replace(/^(แถวที่|Row) \d+[^:]*: /, '')

/** Spreadsheets run a cell that starts so as a formula; an apostrophe makes it text. */
const isFormula = /^[=+\-@\t\r]/

const cell = (text: string): string => {
  const safe = isFormula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A CSV file as Thai Excel opens it right: UTF-8 with its mark, CRLF, quoted where needed, formulas made harmless. */
export const writeCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map(row => row.map(one => cell(String(one))).join(',')).join('\r\n')}\r\n`

export interface ReportWords {
  readonly row: string
  readonly verdict: string
  readonly field: string
  readonly reason: string
  readonly remedy: string
  readonly verdictName: (verdict: RowVerdict) => string
  readonly fieldName: (field: string) => string
}

/** The report as a file to work through: every row not simply taken, its reasons, and what to do about each. */
export const reportCsv = (rows: readonly RowVerdictView[], words: ReportWords): string =>
  writeCsv([
    [words.row, words.verdict, words.field, words.reason, words.remedy],
    ...reportLines(rows, new Set(verdictsToShow)).map(({ rowNumber, verdict, reason }) => [
      rowNumber,
      words.verdictName(verdict),
      reason?.field == null ? '' : words.fieldName(reason.field),
      withoutPlace(reason?.messageTh ?? ''),
      reason?.remedyTh ?? '',
    ]),
  ])
