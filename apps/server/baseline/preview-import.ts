import { agencies, problemKinds } from '@thaiqm/catalogue/catalogue.ts'
import {
  type ImportTotals,
  leaveOut,
  type PreviewReply,
  type ReviewDecisions,
  type RowVerdictView,
} from '@thaiqm/contract/baseline/baseline-routes.ts'
import { type BaselineField, baselineField } from '@thaiqm/core/baseline/baseline-field.ts'
import type { KnownArea } from '@thaiqm/core/baseline/match-area.ts'
import type { BaselineProblemState } from '@thaiqm/core/baseline/match-status.ts'
import { type BaselineReading, readBaseline } from '@thaiqm/core/baseline/read-baseline.ts'
import type { ColumnMapping } from '@thaiqm/core/baseline/recognise-columns.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { letterKey } from '@thaiqm/core/thai/normalise-thai.ts'
import { z } from 'zod'
import type { UploadedSheet } from './read-upload.ts'

/** How a person wants a sheet read: columns set by hand (null: as recognised) and answers of the review table. */
export interface WantedReading {
  readonly mapping: Readonly<Record<string, string>> | null
  readonly decisions: ReviewDecisions
}

export interface ReadingPlace {
  /** Provinces, districts and tambons. */
  readonly areas: readonly KnownArea[]
  /** Area of whoever imports; rows of other places are refused. Empty for the whole country. */
  readonly areaCode: string
  /** Where a sheet lies that does not say: the installation's province. */
  readonly provinceCode: string | null
  readonly today: Day
}

const baselineState = z.enum(['OPEN', 'IN_PROGRESS', 'ASSISTED', 'RESOLVED', 'SELF_RESOLVED', 'UNRESOLVABLE'])

const mappingFor = (sheet: UploadedSheet, wanted: WantedReading['mapping']): ColumnMapping => {
  if (wanted === null) return sheet.recognised.mapping
  const fields: Record<number, BaselineField> = {}
  for (const [column, field] of Object.entries(wanted)) {
    const known = baselineField.safeParse(field)
    if (known.success) fields[Number(column)] = known.data
  }
  return { fields, lastHeadingRow: sheet.recognised.mapping.lastHeadingRow }
}

/** By every name offices give them; a name that two share is left to a person. */
const namedAgencies = agencies.flatMap(agency =>
  [agency.th, agency.shortTh, ...agency.alsoWritten].map(name => ({ code: agency.code, th: name })),
)

const readSheet = (
  sheet: UploadedSheet,
  mapping: ColumnMapping,
  place: ReadingPlace,
  decisions: Parameters<typeof readBaseline>[1]['decisions'] = {},
): BaselineReading => {
  const within = place.areaCode || place.provinceCode
  return readBaseline(sheet.rows, {
    mapping,
    kinds: problemKinds,
    agencies: namedAgencies,
    areas: place.areas,
    ...(within === null ? {} : { within }),
    onlyIn: place.areaCode,
    today: place.today,
    decisions,
  })
}

const isEmpty = ({ problems, statuses, skipRows }: ReviewDecisions): boolean =>
  skipRows.length + Object.keys(problems).length + Object.keys(statuses).length === 0

/** Wordings are compared as core compares them: by their letters. */
const keyOf = (wording: string): string => letterKey(wording) || wording.trim()

/** Rows a person leaves out: those named, and all of a wording that is left out. */
const skippedRows = (asked: BaselineReading, { problems, statuses, skipRows }: ReviewDecisions): number[] => {
  const left = (answers: Readonly<Record<string, string>>, about: 'wording' | 'status') => {
    const keys = new Set(Object.entries(answers).flatMap(([wording, to]) => (to === leaveOut ? [keyOf(wording)] : [])))
    return asked.questions.filter(q => q.about === about && keys.has(keyOf(q.wording))).flatMap(q => q.rows)
  }
  return [...skipRows, ...left(problems, 'wording'), ...left(statuses, 'status')]
}

export interface ReadImport {
  /** Before anybody decided: what there is to decide. */
  readonly asked: BaselineReading
  /** With the decisions: what would be imported. */
  readonly decided: BaselineReading
}

/** Reads a sheet as wanted. The same sheet, wish and place give the same reading. */
export const readImport = (sheet: UploadedSheet, wanted: WantedReading, place: ReadingPlace): ReadImport => {
  const { decisions } = wanted
  const mapping = mappingFor(sheet, wanted.mapping)
  const asked = readSheet(sheet, mapping, place)
  if (isEmpty(decisions)) return { asked, decided: asked }
  const statuses: Record<string, BaselineProblemState> = {}
  for (const [wording, state] of Object.entries(decisions.statuses)) {
    const known = baselineState.safeParse(state)
    if (known.success) statuses[wording] = known.data
  }
  const rows = Object.fromEntries(skippedRows(asked, decisions).map(row => [row, 'skip'] as const))
  return { asked, decided: readSheet(sheet, mapping, place, { wordings: decisions.problems, statuses, rows }) }
}

export const totalsOf = ({ totals }: BaselineReading): ImportTotals => {
  const { rows, accept, warn, review, reject, skip, households, problems } = totals
  return { rows, accept, warn, review, reject, skip, households, problems }
}

/** Every row that is not simply accepted, with its reasons. */
export const rowsToReport = ({ verdicts }: BaselineReading): RowVerdictView[] =>
  verdicts
    .filter(({ verdict }) => verdict !== 'accept')
    .map(({ rowNumber, verdict, reasons }) => ({
      rowNumber,
      verdict,
      reasons: reasons.map(({ code, field, messageTh, messageEn, remedyTh }) => ({
        code,
        field,
        messageTh,
        messageEn,
        remedyTh,
      })),
    }))

const MATCHED_SHOWN = 500
const SAMPLES = 10

const matchedOf = ({ households, verdicts }: BaselineReading, decisions: ReviewDecisions): PreviewReply['matched'] => {
  const guessed = new Set(
    verdicts.filter(v => v.reasons.some(({ code }) => code === 'wording-likely')).map(({ rowNumber }) => rowNumber),
  )
  const decided = new Set(Object.keys(decisions.problems).map(keyOf))
  const order = ['likely', 'decided', 'sure'] as const
  const matched = new Map<string, PreviewReply['matched'][number]>()
  for (const { wording, kindCode, sourceRow } of households.flatMap(({ problems }) => problems)) {
    const key = `${kindCode}|${keyOf(wording)}`
    const confidence = decided.has(keyOf(wording)) ? 'decided' : guessed.has(sourceRow) ? 'likely' : 'sure'
    const before = matched.get(key)
    matched.set(key, before ? { ...before, rows: before.rows + 1 } : { wording, kindCode, confidence, rows: 1 })
  }
  return [...matched.values()]
    .sort((a, b) => order.indexOf(a.confidence) - order.indexOf(b.confidence) || b.rows - a.rows)
    .slice(0, MATCHED_SHOWN)
}

const questionsOf = (
  asked: BaselineReading,
  about: 'wording' | 'status',
  answers: Readonly<Record<string, string>>,
) => {
  const chosen = new Map(Object.entries(answers).map(([wording, to]) => [keyOf(wording), to]))
  return asked.questions
    .filter(question => question.about === about)
    .map(({ wording, rows, candidates }) => ({
      wording,
      rows: [...rows],
      candidates: candidates.map(({ kindCode, score }) => ({ kindCode, score })),
      chosen: chosen.get(keyOf(wording)) ?? null,
    }))
}

/** What an import would do. Questions stay in the review table once answered, with what was chosen. */
export const describePreview = ({ asked, decided }: ReadImport, decisions: ReviewDecisions): PreviewReply => ({
  totals: totalsOf(decided),
  rows: rowsToReport(decided),
  problemReview: questionsOf(asked, 'wording', decisions.problems),
  statusReview: questionsOf(asked, 'status', decisions.statuses).map(({ wording, rows, chosen }) => ({
    wording,
    rows,
    chosen,
  })),
  matched: matchedOf(decided, decisions),
  samples: decided.households.slice(0, SAMPLES).map(({ areaCode, houseNumber, head, problems }) => ({
    areaCode,
    houseNumber,
    headName: `${head.title}${head.firstName} ${head.lastName}`.trim(),
    problems: problems.length,
  })),
})
