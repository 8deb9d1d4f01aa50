import type { Day } from '../ledger/day.ts'
import { letterKey } from '../thai/normalise-thai.ts'
import { type BaselineField, HOUSEHOLD_FIELDS } from './baseline-field.ts'
import type { BaselineHousehold, BaselineTotals, RowVerdict } from './baseline-household.ts'
import { findFieldOfHeading } from './heading-words.ts'
import { joinHouseholds, type PlacedRow } from './join-households.ts'
import { createAgencyFinder, type MatchableAgency } from './match-agency.ts'
import { createAreaMatcher, type KnownArea } from './match-area.ts'
import { createWordingMatcher, type MatchableKind, type WordingCandidate } from './match-problem-wording.ts'
import type { BaselineProblemState } from './match-status.ts'
import { areBlank, type RowReaders, type RowReading, readRow } from './read-row.ts'
import type { RowCells } from './read-row-household.ts'
import { type ColumnMapping, recogniseColumns } from './recognise-columns.ts'
import { makeReason, type RowReasonCode, verdictOf } from './row-reason.ts'
import { cellText, isBlankCell, type SheetCell, type SheetRow } from './sheet-row.ts'

/** What a person decided in the review table. Wordings are compared without spaces and punctuation. */
export interface BaselineDecisions {
  readonly wordings?: Readonly<Record<string, string>>
  readonly statuses?: Readonly<Record<string, BaselineProblemState>>
  readonly rows?: Readonly<Record<number, 'skip'>>
}

export interface BaselineOptions {
  /** Recognised from the headings when not given. */
  readonly mapping?: ColumnMapping
  readonly kinds: readonly MatchableKind[]
  readonly agencies: readonly MatchableAgency[]
  /** Provinces, districts, tambons and, where known, villages. */
  readonly areas: readonly KnownArea[]
  readonly decisions?: BaselineDecisions
  /** Code of the province, district or tambon the sheet is about, for sheets that do not say in every row. */
  readonly within?: string
  /** Code of the area whoever imports may import into: rows of other places are refused. */
  readonly onlyIn?: string
  /** The day of the import: dates after it are refused, two-digit years are never later. */
  readonly today?: Day
}

/** One question for the review table: all rows that wait for the same answer. */
export interface ReviewQuestion {
  readonly about: 'wording' | 'status'
  readonly wording: string
  readonly rows: readonly number[]
  /** Kinds worth offering first, best first; none for a status. */
  readonly candidates: readonly WordingCandidate[]
}

export interface BaselineReading {
  readonly households: readonly BaselineHousehold[]
  /** One for every row given, in their order. */
  readonly verdicts: readonly RowVerdict[]
  readonly questions: readonly ReviewQuestion[]
  readonly totals: BaselineTotals
}

/** `??` has no letters; then the characters themselves are compared. */
const decisionKey = (wording: string) => letterKey(wording) || wording.trim()

const keyed = <Value>(decisions: Readonly<Record<string, Value>> | undefined): ReadonlyMap<string, Value> =>
  new Map(Object.entries(decisions ?? {}).map(([wording, answer]) => [decisionKey(wording), answer] as const))

const TOTAL = /^(รวม|ยอดรวม|รวมยอด|total|grandtotal)(ทั้งสิ้น|ทั้งหมด|จำนวน)*\d*(ครัวเรือน|รายการ|ราย|ปัญหา|คน|หลังคาเรือน)?$/
const REMARK = /^(\*|หมายเหตุ|ที่มา|ข้อมูล ณ|ผู้รายงาน|ผู้บันทึก|ลงชื่อ|\(ลงชื่อ)/

const READ_FIELDS = (field: BaselineField) => field !== 'ignored' && field !== 'note'

/** Rows that hold no data, by what they are; undefined for a row of data. */
const kindOfEmptyRow = (row: SheetRow, cells: RowCells, mapping: ColumnMapping): RowReasonCode | undefined => {
  if (row.rowNumber <= mapping.lastHeadingRow) {
    const headings = row.cells.filter(cell => findFieldOfHeading(cellText(cell))?.exact).length
    return headings >= 2 || row.rowNumber === mapping.lastHeadingRow ? 'heading-row' : 'title-row'
  }
  const filled = row.cells.flatMap((cell, column) => (isBlankCell(cell) ? [] : [column]))
  const [first] = filled
  if (first === undefined) return 'blank-row'
  const firstText = cellText(row.cells[first])
  if (filled.length <= 4 && mapping.fields[first] !== 'problem' && TOTAL.test(letterKey(firstText))) return 'total-row'
  if (filled.length === 1 && REMARK.test(firstText.trim())) return 'remark-row'
  if ([...cells.keys()].filter(READ_FIELDS).every(field => isBlankCell(cells.get(field)))) return 'blank-row'
  const repeated = filled
    .slice(0, 4)
    .filter(column => findFieldOfHeading(cellText(row.cells[column]))?.field === mapping.fields[column])
  return repeated.length >= 3 ? 'heading-row' : undefined
}

const cellsOf = (row: SheetRow, mapping: ColumnMapping): Map<BaselineField, SheetCell> => {
  const cells = new Map<BaselineField, SheetCell>()
  for (const [column, field] of Object.entries(mapping.fields)) {
    const cell = row.cells[Number(column)] ?? null
    // Two columns of notes are one note; of any other field the first that is filled counts.
    if (field === 'note' && !isBlankCell(cells.get('note')) && !isBlankCell(cell)) {
      cells.set('note', `${cellText(cells.get('note'))}; ${cellText(cell)}`)
    } else if (isBlankCell(cells.get(field))) cells.set(field, cell)
  }
  return cells
}

const makeReaders = (options: BaselineOptions): RowReaders => {
  const dimensions = new Map(options.kinds.map(kind => [kind.code, kind.dimension] as const))
  const kinds = keyed(options.decisions?.wordings)
  const states = keyed(options.decisions?.statuses)
  return {
    areas: createAreaMatcher(options.areas, {
      ...(options.within === undefined ? {} : { within: options.within }),
      ...(options.onlyIn === undefined ? {} : { onlyIn: options.onlyIn }),
    }),
    wordings: createWordingMatcher(options.kinds),
    findAgency: createAgencyFinder(options.agencies),
    dimensionOf: code => dimensions.get(code),
    decidedKind: wording => {
      const code = kinds.get(decisionKey(wording))
      return code !== undefined && dimensions.has(code) ? code : undefined
    },
    decidedState: wording => states.get(decisionKey(wording)),
    latest: options.today,
  }
}

const questionsOf = (readings: readonly RowReading[]): ReviewQuestion[] => {
  const questions = new Map<
    string,
    { about: 'wording' | 'status'; wording: string; rows: number[]; candidates: readonly WordingCandidate[] }
  >()
  for (const { rowNumber, reasons, candidates } of readings) {
    if (verdictOf(reasons) !== 'review') continue
    for (const { code, value = '' } of reasons) {
      if (code !== 'wording-unknown' && code !== 'status-unknown') continue
      const about = code === 'wording-unknown' ? 'wording' : 'status'
      const key = `${about}|${decisionKey(value)}`
      const question = questions.get(key) ?? {
        about,
        wording: value,
        rows: [],
        candidates: about === 'wording' ? candidates : [],
      }
      question.rows.push(rowNumber)
      questions.set(key, question)
    }
  }
  return [...questions.values()]
}

/**
 * Reads last round's workbook, a row a problem, into households with their problems. Every row gets exactly one verdict
 * and nothing is dropped in silence. Pure and deterministic: the same rows and decisions give the same keys.
 */
export const readBaseline = (rows: readonly SheetRow[], options: BaselineOptions): BaselineReading => {
  const mapping = options.mapping ?? recogniseColumns(rows).mapping
  const readers = makeReaders(options)
  const householdColumns = HOUSEHOLD_FIELDS.filter(field => Object.values(mapping.fields).includes(field))
  const readings: RowReading[] = []
  let above: RowCells | undefined
  for (const row of rows) {
    const cells = cellsOf(row, mapping)
    const empty = kindOfEmptyRow(row, cells, mapping)
    if (empty !== undefined) {
      if (empty !== 'blank-row') above = undefined
      readings.push(notRead(row.rowNumber, empty))
      continue
    }
    if (above && areBlank(cells, householdColumns)) {
      for (const field of householdColumns) cells.set(field, above.get(field) ?? null)
    }
    above = cells
    readings.push(
      options.decisions?.rows?.[row.rowNumber] === 'skip'
        ? notRead(row.rowNumber, 'skipped-by-person')
        : readRow(row.rowNumber, cells, readers),
    )
  }
  const placed = readings.filter((reading): reading is PlacedRow => reading.household !== null)
  // Decided before joining: joining only ever adds warnings.
  const imported = new Set(placed.filter(({ reasons }) => ['accept', 'warn'].includes(verdictOf(reasons))))
  const { households, householdsInFile } = joinHouseholds(placed, row => imported.has(row))
  const verdicts = readings.map(({ rowNumber, reasons }) => ({ rowNumber, verdict: verdictOf(reasons), reasons }))
  return {
    households,
    verdicts,
    questions: questionsOf(readings),
    totals: countTotals(verdicts, households, householdsInFile),
  }
}

const notRead = (rowNumber: number, code: RowReasonCode): RowReading => ({
  rowNumber,
  household: null,
  problem: null,
  surveyedOn: null,
  reasons: [makeReason(code, rowNumber, null)],
  candidates: [],
})

const countTotals = (
  verdicts: readonly RowVerdict[],
  households: readonly BaselineHousehold[],
  householdsInFile: number,
): BaselineTotals => {
  const counts = { accept: 0, warn: 0, review: 0, reject: 0, skip: 0 }
  for (const { verdict } of verdicts) counts[verdict]++
  const leftOut = verdicts.filter(({ reasons }) => reasons.some(({ code }) => code === 'skipped-by-person')).length
  return {
    rows: verdicts.length,
    dataRows: verdicts.length - counts.skip + leftOut,
    ...counts,
    households: households.length,
    householdsInFile,
    problems: households.reduce((sum, { problems }) => sum + problems.length, 0),
  }
}
