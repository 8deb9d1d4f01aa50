import { looseSearchKey } from '../thai/normalise-thai.ts'
import type { BaselineHousehold, BaselineProblem } from './baseline-household.ts'
import type { BaselineProblemState } from './match-status.ts'
import type { RowReading } from './read-row.ts'
import type { RowHousehold } from './read-row-household.ts'
import { makeReason, type RowReason, type RowReasonCode } from './row-reason.ts'
import { nameSimilarity } from './text-similarity.ts'

/** A row that says which household it is about, imported or not. */
export type PlacedRow = RowReading & { readonly household: RowHousehold }

interface Draft {
  readonly areaCode: string
  houseCode: RowHousehold['houseCode']
  codeRecovered: boolean
  houseNumber: string
  firstKey: string
  lastKey: string
  validNumber: string | null
  readonly rows: PlacedRow[]
}

/** Families looked through under one house; a house number shared by more is a mistake in the sheet, not a dwelling. */
const FAMILIES_COMPARED = 20

const push = <Key>(to: Map<Key, Draft[]>, key: Key, draft: Draft) => {
  const drafts = to.get(key)
  if (!drafts) to.set(key, [draft])
  else if (!drafts.includes(draft)) drafts.push(draft)
}

/** The same head, allowing slips: first names alike, last names alike or one missing; an equal valid number settles it. */
const isSameFamily = (draft: Draft, row: RowHousehold): boolean => {
  if (row.numberStatus === 'valid' && draft.validNumber === row.nationalNumber) return true
  if (row.name === null || draft.firstKey === '') return true
  const lastKey = looseSearchKey(row.name.lastName)
  return (
    nameSimilarity(draft.firstKey, looseSearchKey(row.name.firstName)) >= 0.6 &&
    (lastKey === '' || draft.lastKey === '' || nameSimilarity(draft.lastKey, lastKey) >= 0.5)
  )
}

/** FNV-1a over the letters, 32 bits in hexadecimal: tells heads apart in a key without naming them. */
const fingerprint = (text: string): string => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

const newDraft = (row: RowHousehold): Draft => ({
  areaCode: row.areaCode,
  houseCode: null,
  codeRecovered: false,
  houseNumber: '',
  firstKey: '',
  lastKey: '',
  validNumber: null,
  rows: [],
})

/**
 * Puts rows of one household together, in one pass: by area and house code, or by area, house number and head. Another
 * head under the same house code is a second family. Adds reasons to the rows about what did not fit.
 */
const groupRows = (rows: readonly PlacedRow[]): Draft[] => {
  const drafts: Draft[] = []
  const byCode = new Map<string, Draft[]>()
  const byHouse = new Map<string, Draft[]>()
  const byHead = new Map<string, Draft[]>()
  const areaOfCode = new Map<string, string>()
  for (const row of rows) {
    const { household } = row
    const complain = (code: RowReasonCode, field: RowReason['field'], value?: string) =>
      row.reasons.push(makeReason(code, row.rowNumber, field, value))
    const codeKey = `${household.areaCode}|${household.houseCode}`
    const houseKey = `${household.areaCode}|${household.houseNumber}`
    const firstKey = household.name ? looseSearchKey(household.name.firstName) : ''
    const lastKey = household.name ? looseSearchKey(household.name.lastName) : ''
    const headKey = `${houseKey}|${firstKey}|${lastKey}`

    const underCode = household.houseCode === null ? [] : (byCode.get(codeKey) ?? [])
    let found = underCode.slice(0, FAMILIES_COMPARED).find(draft => isSameFamily(draft, household))
    if (!found && underCode.length > 0) complain('second-family', 'houseCode', household.houseCode ?? '')
    if (!found && underCode.length === 0 && firstKey !== '') found = byHead.get(headKey)?.[0]
    if (!found && household.houseCode === null && household.houseNumber !== '') {
      found = byHouse
        .get(houseKey)
        ?.slice(0, FAMILIES_COMPARED)
        .find(draft => isSameFamily(draft, household))
    }
    if (!found && household.houseCode !== null && underCode.length === 0 && household.houseNumber !== '') {
      const codeless = byHouse
        .get(houseKey)
        ?.slice(0, FAMILIES_COMPARED)
        .filter(draft => draft.houseCode === null)
      found = codeless?.find(draft => isSameFamily(draft, household))
    }
    const draft = found ?? newDraft(household)
    if (!found) drafts.push(draft)

    if (household.houseCode !== null) {
      const elsewhere = areaOfCode.get(household.houseCode)
      if (elsewhere === undefined) areaOfCode.set(household.houseCode, household.areaCode)
      else if (elsewhere !== household.areaCode) complain('house-code-in-two-areas', 'houseCode', household.houseCode)
      if (draft.houseCode !== null && draft.houseCode !== household.houseCode) {
        complain('house-code-differs', 'houseCode', household.houseCode)
      }
      if (draft.houseCode === null || (draft.codeRecovered && !household.codeRecovered)) {
        draft.houseCode = household.houseCode
        draft.codeRecovered = household.codeRecovered
      }
      push(byCode, codeKey, draft)
    }
    if (household.numberStatus === 'valid') {
      if (draft.validNumber !== null && draft.validNumber !== household.nationalNumber) {
        complain('national-number-differs', 'nationalNumber')
      }
      draft.validNumber ??= household.nationalNumber
    }
    draft.houseNumber ||= household.houseNumber
    draft.firstKey ||= firstKey
    draft.lastKey ||= lastKey
    if (household.houseNumber !== '') push(byHouse, houseKey, draft)
    if (firstKey !== '') push(byHead, headKey, draft)
    draft.rows.push(row)
  }
  return drafts
}

/** From least to most finished: of two rows about one problem the less finished is believed, so it is looked at again. */
const BY_PROGRESS: readonly BaselineProblemState[] = [
  'OPEN',
  'IN_PROGRESS',
  'UNRESOLVABLE',
  'ASSISTED',
  'SELF_RESOLVED',
  'RESOLVED',
]

const problemsOf = (key: string, rows: readonly PlacedRow[]): BaselineProblem[] => {
  const problems = new Map<string, BaselineProblem>()
  for (const row of rows) {
    if (row.problem === null) continue
    const { kindCode, state, wording, agencyCode, solvedOn } = row.problem
    const problem = {
      key: `${key}|${kindCode}`,
      kindCode,
      state,
      wording,
      agencyCode,
      surveyedOn: row.surveyedOn,
      solvedOn,
      sourceRow: row.rowNumber,
    }
    const before = problems.get(kindCode)
    if (before) row.reasons.push(makeReason('duplicate-problem', row.rowNumber, 'problem', wording))
    if (!before || BY_PROGRESS.indexOf(state) < BY_PROGRESS.indexOf(before.state)) problems.set(kindCode, problem)
  }
  return [...problems.values()]
}

const firstOf = <Value>(rows: readonly PlacedRow[], read: (row: RowHousehold) => Value | null): Value | null => {
  for (const { household } of rows) {
    const value = read(household)
    if (value !== null) return value
  }
  return null
}

const toHousehold = (
  draft: Draft,
  key: string,
  sequenceInHouse: number,
  rows: readonly PlacedRow[],
): BaselineHousehold => {
  const numbered =
    rows.find(({ household }) => household.numberStatus === 'valid') ??
    rows.find(({ household }) => household.numberStatus === 'to-check') ??
    rows[0]
  const name = firstOf(rows, household => household.name) ?? { title: '', firstName: '', lastName: '' }
  const days = rows.flatMap(({ surveyedOn }) => (surveyedOn === null ? [] : [surveyedOn])).sort()
  return {
    key,
    sourceRows: rows.map(({ rowNumber }) => rowNumber),
    areaCode: draft.areaCode,
    houseCode: draft.houseCode,
    houseNumber: draft.houseNumber,
    villageName: firstOf(rows, household => household.villageName || null) ?? '',
    sequenceInHouse,
    head: {
      ...name,
      nationalNumber: numbered?.household.nationalNumber ?? null,
      numberStatus: numbered?.household.numberStatus ?? 'none',
      idKind: numbered?.household.idKind ?? 'NONE',
    },
    memberCount: firstOf(rows, household => household.memberCount),
    phone: firstOf(rows, household => household.phone),
    surveyedOn: days.at(-1) ?? null,
    problems: problemsOf(key, rows),
    note: [...new Set(rows.map(({ household }) => household.note).filter(Boolean))].join('; '),
  }
}

export interface JoinedHouseholds {
  readonly households: BaselineHousehold[]
  /** With those that have no row to import yet. */
  readonly householdsInFile: number
}

/**
 * Households of all placed rows. Rows that are not imported take part in the joining, so keys do not change when a
 * person decides on them later, but nothing of what they say is taken over.
 */
export const joinHouseholds = (
  rows: readonly PlacedRow[],
  isImported: (row: PlacedRow) => boolean,
): JoinedHouseholds => {
  const drafts = groupRows(rows)
  const families = new Map<string, number>()
  const households = drafts.flatMap(draft => {
    const house = draft.houseCode ?? `${draft.houseNumber || '-'}~${fingerprint(`${draft.firstKey}|${draft.lastKey}`)}`
    const place = `${draft.areaCode}|${house}`
    const sequence = (families.get(place) ?? 0) + 1
    families.set(place, sequence)
    const imported = draft.rows.filter(isImported)
    return imported.length === 0 ? [] : [toHousehold(draft, `${place}|${sequence}`, sequence, imported)]
  })
  return { households, householdsInFile: drafts.length }
}
