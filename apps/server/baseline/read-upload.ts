import type { UploadReply } from '@thaiqm/contract/baseline/baseline-routes.ts'
import { type BaselineField, baselineField, FIELD_NAMES } from '@thaiqm/core/baseline/baseline-field.ts'
import { findFieldOfHeading } from '@thaiqm/core/baseline/heading-words.ts'
import { type RecognisedColumns, recogniseColumns } from '@thaiqm/core/baseline/recognise-columns.ts'
import { cellText, isBlankCell, type SheetRow } from '@thaiqm/core/baseline/sheet-row.ts'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { readSpreadsheet } from '../platform/spreadsheet/read-spreadsheet.ts'
import type { Sheet } from '../platform/spreadsheet/spreadsheet.ts'
import { SPREADSHEET_REFUSALS } from '../platform/spreadsheet/spreadsheet-refusal.ts'

/** The sheet of a workbook that tells of households, with what its columns seem to hold. */
export interface UploadedSheet {
  readonly sheetName: string
  readonly rows: readonly SheetRow[]
  readonly recognised: RecognisedColumns
}

const knownFields = ({ recognised }: UploadedSheet): number =>
  new Set(Object.values(recognised.mapping.fields).filter(field => field !== 'ignored')).size

/** Shown before hidden, complete before incomplete, then the sheet that tells most. */
const byWorth = (a: UploadedSheet & { hidden: boolean }, b: UploadedSheet & { hidden: boolean }): number =>
  Number(a.hidden) - Number(b.hidden) ||
  a.recognised.missing.length - b.recognised.missing.length ||
  knownFields(b) - knownFields(a) ||
  b.rows.length - a.rows.length

const recognise = ({ name, rows, hidden }: Sheet) => ({
  sheetName: name,
  rows,
  hidden,
  recognised: recogniseColumns(rows),
})

/** Reads an uploaded workbook or CSV and chooses its sheet. Refuses with what is wrong with the file, in Thai. */
export const readUploadedSheet = async (
  bytes: Uint8Array | string,
  fileName: string,
): Promise<Outcome<UploadedSheet, 'workbook-not-readable'>> => {
  const read = await readSpreadsheet(bytes, fileName)
  if (!read.ok) return refuse('workbook-not-readable', { reason: SPREADSHEET_REFUSALS[read.code].th, code: read.code })
  const [best] = read.value.sheets
    .filter(({ rows }) => rows.length > 0)
    .map(recognise)
    .sort(byWorth)
  if (best === undefined)
    return refuse('workbook-not-readable', { reason: SPREADSHEET_REFUSALS['file-empty'].th, code: 'file-empty' })
  return succeed(best)
}

const ROWS_SAMPLED = 200
const SAMPLES = 3

const samplesOf = (rows: readonly SheetRow[], column: number): string[] => {
  const samples = new Set<string>()
  for (const { cells } of rows.slice(0, ROWS_SAMPLED)) {
    if (!isBlankCell(cells[column])) samples.add(cellText(cells[column]).slice(0, 60))
    if (samples.size === SAMPLES) break
  }
  return [...samples]
}

const confidenceOf = (heading: string, field: BaselineField | undefined) => {
  if (field === undefined) return 'none'
  return findFieldOfHeading(heading)?.exact === false ? 'likely' : 'sure'
}

const fieldsToChoose: UploadReply['fields'] = baselineField.options.map(field => ({
  field,
  nameTh: FIELD_NAMES[field].th,
  nameEn: FIELD_NAMES[field].en,
  required: field === 'problem',
}))

/** What a person sees of an uploaded sheet before anything is read: its columns with samples, and what is missing. */
export const describeUpload = (uploadId: string, fileName: string, sheet: UploadedSheet): UploadReply => {
  const { mapping, headings, missing } = sheet.recognised
  const data = sheet.rows.filter(({ rowNumber }) => rowNumber > mapping.lastHeadingRow)
  const width = Math.max(0, ...sheet.rows.slice(0, ROWS_SAMPLED).map(({ cells }) => cells.length))
  return {
    uploadId,
    fileName,
    sheetName: sheet.sheetName,
    headingRow: mapping.lastHeadingRow,
    columns: Array.from({ length: width }, (_, index) => {
      const heading = headings.find(({ column }) => column === index)?.heading ?? ''
      const field = mapping.fields[index]
      return {
        index,
        heading,
        field: field ?? 'ignored',
        confidence: confidenceOf(heading, field),
        samples: samplesOf(data, index),
      } as const
    }).filter(({ heading, samples }) => heading !== '' || samples.length > 0),
    fields: fieldsToChoose,
    missing: [...missing],
    rowCount: data.length,
  }
}
