import { type HouseCode, readHouseCode } from '../thai/house-code.ts'
import { type IdKind, idKind, type NumberStatus, readNationalNumber } from '../thai/national-number.ts'
import { normaliseThai } from '../thai/normalise-thai.ts'
import { type PersonName, readPersonName, readPersonNameParts } from '../thai/person-name.ts'
import { readPhoneNumber } from '../thai/phone-number.ts'
import { toArabicDigits } from '../thai/thai-digits.ts'
import type { BaselineField } from './baseline-field.ts'
import type { AreaMatcher } from './match-area.ts'
import { readAddress } from './read-address.ts'
import type { RowReasonCode } from './row-reason.ts'
import { cellText, type SheetCell } from './sheet-row.ts'

/** The cells of one row by what they hold; a household's blanks already filled from above. */
export type RowCells = ReadonlyMap<BaselineField, SheetCell>

export interface RowHousehold {
  readonly areaCode: string
  readonly houseCode: HouseCode | null
  readonly codeRecovered: boolean
  readonly houseNumber: string
  readonly villageName: string
  readonly name: PersonName | null
  readonly nationalNumber: string | null
  readonly numberStatus: NumberStatus
  readonly idKind: IdKind
  readonly memberCount: number | null
  readonly phone: string | null
  readonly note: string
}

/** Adds a reason to the row being read. */
export type Complain = (code: RowReasonCode, field: BaselineField | null, value?: string) => void

/** A cell as clean text; `''` when it is blank or has no column. */
export const textOf = (cells: RowCells, field: BaselineField): string => normaliseThai(cellText(cells.get(field)))
/** A blank, a dash or a stop: what offices put where there is nothing to say. */
export const saysNothing = (text: string) => /^(-+|–|\.)?$/.test(text)

const readHouseNumber = (cells: RowCells, complain: Complain): string => {
  const cell = cells.get('houseNumber') ?? null
  if (cell !== null && typeof cell === 'object') {
    // Excel makes 5 February of the house number 5/2.
    const [, month, dayOfMonth] = cell.day.split('-').map(Number)
    const restored = `${dayOfMonth}/${month}`
    complain('house-number-was-date', 'houseNumber', restored)
    return restored
  }
  const number = toArabicDigits(normaliseThai(cellText(cell)))
    .replace(/^(บ้านเลขที่|เลขที่)\s*/, '')
    .replace(/\s+/g, '')
  return /^(-*|ไม่มี|ไม่มีเลขที่|ไม่ทราบ|0)$/.test(number) ? '' : number
}

const readName = (cells: RowCells): PersonName | null => {
  const full = textOf(cells, 'fullName')
  if (full !== '') {
    const title = textOf(cells, 'title')
    const name =
      title === ''
        ? readPersonName(full)
        : readPersonNameParts({ title, firstName: full, lastName: textOf(cells, 'lastName') })
    return name.ok ? name.value : null
  }
  const name = readPersonNameParts({
    title: textOf(cells, 'title'),
    firstName: textOf(cells, 'firstName'),
    lastName: textOf(cells, 'lastName'),
  })
  return name.ok ? name.value : null
}

const NUMBER_REASONS = {
  'check-digit-wrong': 'national-number-check-digit',
  'wrong-length': 'national-number-length',
  'not-digits': 'national-number-unreadable',
  'digits-lost': 'national-number-unreadable',
} as const

const readNumber = (
  cells: RowCells,
  complain: Complain,
): Pick<RowHousehold, 'nationalNumber' | 'numberStatus' | 'idKind'> => {
  const cell = cells.get('nationalNumber') ?? null
  const read = readNationalNumber(typeof cell === 'number' ? cell : cellText(cell))
  if (!read.ok) {
    complain(NUMBER_REASONS[read.code], 'nationalNumber')
    const typed = toArabicDigits(normaliseThai(cellText(cell)))
    return {
      nationalNumber: typed,
      numberStatus: 'to-check',
      idKind: idKind.catch('UNKNOWN').parse(read.details.idKind),
    }
  }
  const { number, idKind: kind } = read.value
  if (kind === 'CAT0' || kind === 'MIGRANT_00') complain('person-without-status', 'nationalNumber')
  return { nationalNumber: number, numberStatus: number === null ? 'none' : 'valid', idKind: kind }
}

const readCode = (cells: RowCells, complain: Complain): Pick<RowHousehold, 'houseCode' | 'codeRecovered'> => {
  const cell = cells.get('houseCode') ?? null
  const read = readHouseCode(typeof cell === 'number' ? cell : cellText(cell))
  if (read.ok) {
    if (read.value.recovered) complain('house-code-recovered', 'houseCode', read.value.code)
    return { houseCode: read.value.code, codeRecovered: read.value.recovered }
  }
  if (read.code === 'wrong-length') complain('house-code-length', 'houseCode', cellText(cell))
  else if (read.code !== 'house-code-missing') complain('house-code-unreadable', 'houseCode', cellText(cell))
  return { houseCode: null, codeRecovered: false }
}

const readMemberCount = (cells: RowCells, complain: Complain): number | null => {
  const text = toArabicDigits(textOf(cells, 'memberCount'))
  if (saysNothing(text)) return null
  const count = Number(text.replace(/\s*คน$/, ''))
  if (Number.isInteger(count) && count >= 1 && count <= 99) return count
  complain('member-count-unreadable', 'memberCount', text)
  return null
}

const readPhone = (cells: RowCells, complain: Complain): string | null => {
  const cell = cells.get('phone') ?? null
  const read = readPhoneNumber(typeof cell === 'number' ? cell : cellText(cell))
  if (read.ok) return read.value
  if (read.code !== 'phone-missing') complain('phone-unreadable', 'phone')
  return null
}

const AREA_FIELD = {
  'area-missing': 'tambon',
  'province-unknown': 'province',
  'district-unknown': 'district',
  'tambon-unknown': 'tambon',
  'tambon-in-several-districts': 'tambon',
  'moo-not-understood': 'moo',
  'area-code-unknown': 'areaCode',
  'outside-your-area': 'tambon',
} as const satisfies Record<string, BaselineField>

/** Where and whose: null when nobody can say. */
export const readRowHousehold = (cells: RowCells, areas: AreaMatcher, complain: Complain): RowHousehold | null => {
  const address = readAddress(cellText(cells.get('fullAddress')))
  const words = {
    province: textOf(cells, 'province') || address.province,
    district: textOf(cells, 'district') || address.district,
    tambon: textOf(cells, 'tambon') || address.tambon,
    moo: textOf(cells, 'moo') || address.moo,
    villageName: textOf(cells, 'villageName') || address.villageName,
    areaCode: textOf(cells, 'areaCode'),
  }
  const area = areas.match(words)
  if (!area.ok) {
    const field = AREA_FIELD[area.code]
    complain(area.code, field, field === 'areaCode' ? words.areaCode : words[field])
  } else {
    if (area.value.respelled) complain('area-respelled', 'tambon', words.tambon)
    if (area.value.unknownMoo) complain('moo-not-listed', 'moo', words.moo)
    if (area.value.areaCode.endsWith('00')) complain('moo-missing', 'moo')
  }
  const code = readCode(cells, complain)
  const houseNumber = readHouseNumber(cells, complain) || address.houseNumber
  const name = readName(cells)
  const number = readNumber(cells, complain)
  const isKnown = code.houseCode !== null || houseNumber !== '' || name !== null
  if (!isKnown) complain('household-unknown', 'houseNumber')
  else {
    if (name === null) complain('head-missing', 'fullName')
    if (code.houseCode === null && houseNumber === '') complain('house-missing', 'houseNumber')
  }
  const memberCount = readMemberCount(cells, complain)
  const phone = readPhone(cells, complain)
  if (!area.ok || !isKnown) return null
  return {
    areaCode: area.value.areaCode,
    ...code,
    houseNumber,
    villageName: words.villageName,
    name,
    ...number,
    memberCount,
    phone,
    note: textOf(cells, 'note'),
  }
}
