import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { MemberId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Birth, IdKind, Member } from '@thaiqm/core/member/member.ts'
import { readNationalNumber } from '@thaiqm/core/thai/national-number.ts'

/** How a person's number stands while it is typed (domain brief 6): read as you type, never blocking. */
export type NumberCheck =
  | { readonly kind: 'none' }
  | { readonly kind: 'unfinished'; readonly digits: number }
  | { readonly kind: 'valid'; readonly idKind: IdKind; readonly number: string }
  /** It may be saved as "รอตรวจสอบ", with the kind its first digit tells. */
  | {
      readonly kind: 'to-check'
      readonly why: 'check-digit-wrong' | 'wrong-length' | 'not-digits'
      readonly idKind: IdKind
    }

export const checkNumber = (typed: string): NumberCheck => {
  const read = readNationalNumber(typed)
  if (read.ok) {
    const { number, idKind } = read.value
    return number === null ? { kind: 'none' } : { kind: 'valid', idKind, number }
  }
  const idKind = (read.details.idKind ?? 'UNKNOWN') as IdKind
  const length = Number(read.details.length ?? 0)
  if (read.code === 'wrong-length' && length < 13) return { kind: 'unfinished', digits: length }
  return { kind: 'to-check', why: read.code === 'digits-lost' ? 'not-digits' : read.code, idKind }
}

/** A member with the number as it was typed: valid, kept to be checked, or none of the kind the surveyor chose. */
export const withNumber = (member: Member, typed: string, kindWithout: IdKind): Member => {
  const check = checkNumber(typed)
  if (check.kind === 'none') return { ...member, idKind: kindWithout, nationalNumber: null, numberStatus: 'none' }
  if (check.kind === 'valid') {
    return { ...member, idKind: check.idKind, nationalNumber: check.number, numberStatus: 'valid' }
  }
  const idKind = check.kind === 'to-check' ? check.idKind : 'UNKNOWN'
  return { ...member, idKind, nationalNumber: typed.trim().slice(0, 20), numberStatus: 'to-check' }
}

/** By year alone 1 July stands for it, by month the 15th: the middle, so that ages err least. */
export const birthOf = (partial: string | null): Birth | null => {
  if (partial === null) return null
  const [year = '', month, dayOfMonth] = partial.split('-')
  if (dayOfMonth !== undefined) return { day: partial as Day, precision: 'day' }
  if (month !== undefined) return { day: `${year}-${month}-15` as Day, precision: 'month' }
  return { day: `${year}-07-01` as Day, precision: 'year' }
}

/** The reverse of `birthOf`, for the boxes. */
export const partialOf = (birth: Birth | null): string | null => {
  if (birth === null) return null
  return birth.day.slice(0, { day: 10, month: 7, year: 4 }[birth.precision])
}

/** Code of the catalogue's relations: หัวหน้าครัวเรือน. */
export const HEAD = 'HEAD'

export const newMember = (id: MemberId, isFirst: boolean): Member => ({
  id,
  title: '',
  firstName: '',
  lastName: '',
  sex: null,
  birth: null,
  relation: isFirst ? HEAD : '',
  isHead: isFirst,
  idKind: 'THAI_NID',
  nationalNumber: null,
  numberStatus: 'none',
  isThai: true,
  residence: 'resident',
})

/** The people with one put in or changed; a new head takes the place of the old. */
export const withMember = (members: readonly Member[], changed: Member): readonly Member[] => {
  const others = members.map(m => (changed.isHead && m.id !== changed.id ? { ...m, isHead: false } : m))
  return others.some(m => m.id === changed.id)
    ? others.map(m => (m.id === changed.id ? changed : m))
    : [...others, changed]
}

export type MemberLack = 'firstName' | 'sex' | 'relation'

/** What a person's card needs so that the right questions are asked; the name alone is always needed. */
export const memberLacks = (member: Member): readonly MemberLack[] => {
  const lacks: MemberLack[] = []
  if (member.firstName.trim() === '') lacks.push('firstName')
  if (member.sex === null) lacks.push('sex')
  if (member.relation.trim() === '') lacks.push('relation')
  return lacks
}
