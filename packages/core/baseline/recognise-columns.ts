import type { BaselineField } from './baseline-field.ts'
import { findFieldOfHeading, type HeadingReading } from './heading-words.ts'
import { cellText, isBlankCell, type SheetRow } from './sheet-row.ts'

/** Which column (counted from 0) holds which field, and where the data begin. May as well be made by hand. */
export interface ColumnMapping {
  readonly fields: Readonly<Record<number, BaselineField>>
  /** Rows up to and including this one are titles and headings. */
  readonly lastHeadingRow: number
}

/** What a sheet must tell, one way or another, before it can be read. */
export type MissingColumn = 'problem' | 'house-or-name' | 'area'

export interface RecognisedColumns {
  readonly mapping: ColumnMapping
  /** `sure`: every heading known and nothing missing · `likely`: some were guessed · `low`: a person must map columns. */
  readonly confidence: 'sure' | 'likely' | 'low'
  readonly headings: readonly {
    readonly column: number
    readonly heading: string
    readonly field: BaselineField | null
  }[]
  /** Headings that stand over columns nobody will read unless they are mapped by hand. */
  readonly unmapped: readonly string[]
  readonly missing: readonly MissingColumn[]
  /** Without a status column every problem is taken as still open. */
  readonly hasStatus: boolean
}

const ROWS_LOOKED_AT = 30

interface Candidate {
  readonly lastHeadingRow: number
  readonly headings: readonly string[]
  readonly readings: readonly (HeadingReading | undefined)[]
  readonly fieldCount: number
}

/** One field stands in one column: the first exact heading has it, later ones are left for a person. */
const withoutRepeats = (readings: readonly (HeadingReading | undefined)[]): (HeadingReading | undefined)[] =>
  readings.map((reading, column) => {
    if (!reading || reading.field === 'ignored' || reading.field === 'note') return reading
    const better = readings.some(
      (other, at) =>
        other?.field === reading.field &&
        ((other.exact && !reading.exact) || (other.exact === reading.exact && at < column)),
    )
    return better ? undefined : reading
  })

const candidate = (
  lastHeadingRow: number,
  headings: readonly string[],
  read: readonly (HeadingReading | undefined)[],
): Candidate => {
  const readings = withoutRepeats(read)
  const fields = new Set(readings.flatMap(reading => (reading && reading.field !== 'ignored' ? [reading.field] : [])))
  return { lastHeadingRow, headings, readings, fieldCount: fields.size }
}

const fromOneRow = (row: SheetRow): Candidate => {
  const headings = row.cells.map(cellText)
  return candidate(row.rowNumber, headings, headings.map(findFieldOfHeading))
}

/** Two rows of headings: `ที่อยู่` over บ้านเลขที่ | หมู่ที่ | ตำบล. The upper text of a merged cell stands over all it spans. */
const fromTwoRows = (upper: SheetRow, lower: SheetRow): Candidate => {
  const width = Math.max(upper.cells.length, lower.cells.length)
  const headings: string[] = []
  const readings: (HeadingReading | undefined)[] = []
  let over = ''
  for (let column = 0; column < width; column++) {
    const own = cellText(upper.cells[column]).trim()
    const below = cellText(lower.cells[column]).trim()
    if (own !== '') over = own
    if (below === '' || below === own) {
      headings.push(own)
      readings.push(own === '' ? undefined : findFieldOfHeading(own))
      continue
    }
    const both = findFieldOfHeading(`${over} ${below}`)
    headings.push(`${over} ${below}`.trim())
    readings.push(both?.exact ? both : (findFieldOfHeading(below) ?? both))
  }
  return candidate(lower.rowNumber, headings, readings)
}

/** A row of headings is all short texts; one with numbers or dates in it is data. */
const looksLikeHeadings = (row: SheetRow): boolean =>
  row.cells.some(cell => !isBlankCell(cell)) &&
  row.cells.every(cell => isBlankCell(cell) || (typeof cell === 'string' && !/^[\d๐-๙/.,-]+$/.test(cell.trim())))

/** What these fields together do not tell; a sheet with nothing missing can be read. */
export const missingColumns = (fields: ReadonlySet<BaselineField>): MissingColumn[] => {
  const hasAny = (...names: BaselineField[]) => names.some(name => fields.has(name))
  const missing: MissingColumn[] = []
  if (!hasAny('problem')) missing.push('problem')
  if (!hasAny('houseCode', 'houseNumber', 'fullAddress', 'fullName', 'firstName')) missing.push('house-or-name')
  if (!hasAny('tambon', 'areaCode', 'fullAddress')) missing.push('area')
  return missing
}

/**
 * Finds the heading row below the titles, alone or as two, and what each column holds. The row with the most known
 * headings wins, the upper one among equals. Nothing is refused: `missing` says what a person has to map.
 */
export const recogniseColumns = (rows: readonly SheetRow[]): RecognisedColumns => {
  let best: Candidate | undefined
  const head = rows.slice(0, ROWS_LOOKED_AT)
  for (const [at, row] of head.entries()) {
    const next = head[at + 1]
    const single = fromOneRow(row)
    if (!best || single.fieldCount > best.fieldCount) best = single
    if (next && looksLikeHeadings(row) && looksLikeHeadings(next)) {
      const double = fromTwoRows(row, next)
      if (double.fieldCount > best.fieldCount && double.fieldCount > fromOneRow(next).fieldCount) best = double
    }
  }
  const found: Candidate =
    best && best.fieldCount >= 2 ? best : { lastHeadingRow: 0, headings: [], readings: [], fieldCount: 0 }
  const fields: Record<number, BaselineField> = {}
  found.readings.forEach((reading, column) => {
    if (reading) fields[column] = reading.field
  })
  const headings = found.headings.flatMap((heading, column) =>
    heading.trim() === '' ? [] : [{ column, heading: heading.trim(), field: fields[column] ?? null }],
  )
  const unmapped = headings.filter(({ field }) => field === null).map(({ heading }) => heading)
  const present = new Set(Object.values(fields))
  const missing = missingColumns(present)
  const isSure = unmapped.length === 0 && found.readings.every(reading => !reading || reading.exact)
  return {
    mapping: { fields, lastHeadingRow: found.lastHeadingRow },
    confidence: missing.length > 0 ? 'low' : isSure ? 'sure' : 'likely',
    headings,
    unmapped,
    missing,
    hasStatus: present.has('status'),
  }
}
