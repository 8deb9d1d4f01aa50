import type { Day } from '../ledger/day.ts'
import { parseDay } from '../thai/buddhist-date.ts'
import type { BaselineField } from './baseline-field.ts'
import type { AreaMatcher } from './match-area.ts'
import { findDimension, type WordingCandidate, type WordingMatcher } from './match-problem-wording.ts'
import { type BaselineProblemState, findProblemState } from './match-status.ts'
import {
  type Complain,
  type RowCells,
  type RowHousehold,
  readRowHousehold,
  saysNothing,
  textOf,
} from './read-row-household.ts'
import { makeReason, type RowReason } from './row-reason.ts'
import { cellText, isBlankCell } from './sheet-row.ts'

export interface RowReaders {
  readonly areas: AreaMatcher
  readonly wordings: WordingMatcher
  readonly findAgency: (wording: string) => string | undefined
  readonly dimensionOf: (kindCode: string) => string | undefined
  readonly decidedKind: (wording: string) => string | undefined
  readonly decidedState: (wording: string) => BaselineProblemState | undefined
  /** Dates after this day are not believed. */
  readonly latest: Day | undefined
}

export interface RowProblem {
  readonly kindCode: string
  readonly state: BaselineProblemState
  readonly wording: string
  readonly agencyCode: string | null
  readonly solvedOn: Day | null
}

export interface RowReading {
  readonly rowNumber: number
  /** null when nobody can say where or which household. */
  readonly household: RowHousehold | null
  readonly problem: RowProblem | null
  readonly surveyedOn: Day | null
  readonly reasons: RowReason[]
  /** For the review table, when the wording was not sure. */
  readonly candidates: readonly WordingCandidate[]
}

const readSurveyDay = (cells: RowCells, readers: RowReaders, complain: Complain): Day | null => {
  if (!cells.has('surveyedOn')) return null
  const cell = cells.get('surveyedOn') ?? ''
  const read = parseDay(
    typeof cell === 'boolean' ? String(cell) : cell,
    readers.latest ? { latest: readers.latest } : {},
  )
  if (!read.ok) {
    const code = read.code === 'date-missing' ? 'surveyed-on-missing' : 'surveyed-on-impossible'
    complain(code, 'surveyedOn', cellText(cell))
    return null
  }
  if (readers.latest && read.value > readers.latest) complain('surveyed-after-today', 'surveyedOn', cellText(cell))
  return read.value
}

const readSolvedDay = (
  cells: RowCells,
  surveyedOn: Day | null,
  readers: RowReaders,
  complain: Complain,
): Day | null => {
  const cell = cells.get('solvedOn') ?? ''
  const read = parseDay(
    typeof cell === 'boolean' ? String(cell) : cell,
    readers.latest ? { latest: readers.latest } : {},
  )
  if (!read.ok) {
    if (read.code !== 'date-missing') complain('solved-on-impossible', 'solvedOn', cellText(cell))
    return null
  }
  if (surveyedOn !== null && read.value < surveyedOn) {
    complain('solved-before-survey', 'solvedOn', cellText(cell))
    return null
  }
  return read.value
}

const readState = (cells: RowCells, readers: RowReaders, complain: Complain): BaselineProblemState | undefined => {
  const wording = textOf(cells, 'status')
  if (saysNothing(wording)) {
    if (cells.has('status')) complain('status-missing', 'status')
    return 'OPEN'
  }
  const state = readers.decidedState(wording) ?? findProblemState(wording)
  if (state === undefined) complain('status-unknown', 'status', wording)
  return state
}

interface KindReading {
  readonly kindCode: string | null
  readonly candidates: readonly WordingCandidate[]
}

const readKind = (wording: string, dimension: string, readers: RowReaders, complain: Complain): KindReading => {
  const decided = readers.decidedKind(wording)
  if (decided !== undefined) return { kindCode: decided, candidates: [] }
  const match = readers.wordings.match(wording, dimension)
  if (match.kindCode === null) complain('wording-unknown', 'problem', wording)
  else if (match.confidence === 'likely') complain('wording-likely', 'problem', wording)
  const said = findDimension(dimension)
  if (match.kindCode !== null && said !== undefined && said !== readers.dimensionOf(match.kindCode)) {
    complain('dimension-differs', 'dimension', dimension)
  }
  return {
    kindCode: match.kindCode,
    candidates: match.confidence === 'likely' || match.kindCode === null ? match.candidates : [],
  }
}

/** Reads one row of data. Every fault is a reason; the gravest will be the row's verdict. */
export const readRow = (rowNumber: number, cells: RowCells, readers: RowReaders): RowReading => {
  const reasons: RowReason[] = []
  const complain: Complain = (code, field, value) => reasons.push(makeReason(code, rowNumber, field, value))
  const household = readRowHousehold(cells, readers.areas, complain)
  const surveyedOn = readSurveyDay(cells, readers, complain)
  const wording = textOf(cells, 'problem')
  if (saysNothing(wording)) {
    complain('problem-missing', 'problem')
    return { rowNumber, household, problem: null, surveyedOn, reasons, candidates: [] }
  }
  const kind = readKind(wording, textOf(cells, 'dimension'), readers, complain)
  const state = readState(cells, readers, complain)
  const solvedOn = readSolvedDay(cells, surveyedOn, readers, complain)
  const agency = textOf(cells, 'agency')
  const agencyCode = saysNothing(agency) ? undefined : readers.findAgency(agency)
  if (!saysNothing(agency) && agencyCode === undefined) complain('agency-unknown', 'agency', agency)
  const problem =
    kind.kindCode === null || state === undefined
      ? null
      : { kindCode: kind.kindCode, state, wording, agencyCode: agencyCode ?? null, solvedOn }
  return { rowNumber, household, problem, surveyedOn, reasons, candidates: kind.candidates }
}

/** True when every one of these fields' cells is blank, or has no column. */
export const areBlank = (cells: RowCells, fields: readonly BaselineField[]): boolean =>
  fields.every(field => isBlankCell(cells.get(field)))
