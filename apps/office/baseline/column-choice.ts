import { baselineField } from '@thaiqm/core/baseline/baseline-field.ts'
import { type MissingColumn, missingColumns } from '@thaiqm/core/baseline/recognise-columns.ts'

/** The columns as a person has set them: column number (from 0) → field. */
export type Mapping = Readonly<Record<string, string>>

interface RecognisedColumn {
  readonly index: number
  readonly field: string
}

export const mappingOf = (columns: readonly RecognisedColumn[]): Mapping =>
  Object.fromEntries(columns.map(column => [String(column.index), column.field]))

/** Gives a column a field. A field stands in one column only, so the column that had it is no longer read. */
export const chooseField = (mapping: Mapping, index: number, field: string): Mapping => ({
  ...Object.fromEntries(
    Object.entries(mapping).map(([at, held]) => [at, held === field && field !== 'ignored' ? 'ignored' : held]),
  ),
  [String(index)]: field,
})

/** What the sheet does not tell yet with the columns as they are set: it can be read once nothing is missing. */
export const missingIn = (mapping: Mapping): readonly MissingColumn[] =>
  missingColumns(
    new Set(
      Object.values(mapping).flatMap(field => {
        const known = baselineField.safeParse(field)
        return known.success ? [known.data] : []
      }),
    ),
  )
