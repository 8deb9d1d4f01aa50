import { z } from 'zod'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { normaliseThai } from './normalise-thai.ts'
import { toArabicDigits } from './thai-digits.ts'

/**
 * What kind of number a person carries. The first digit of the thirteen names the category of civil registration:
 * 1–5 and 8 hold an identity card, 6 entered unlawfully or for a time, 7 their children born here, 0 has no status.
 * Migrant workers carry a number beginning 00, pupils without one a code beginning G. Nobody is refused for having none.
 */
export const idKind = z.enum(['THAI_NID', 'CAT0', 'CAT6', 'CAT7', 'MIGRANT_00', 'SCHOOL_G', 'NONE', 'UNKNOWN'])
export type IdKind = z.infer<typeof idKind>

/**
 * Σ (14−i)·dᵢ over the first twelve digits; the check digit is (11 − sum mod 11) mod 10. The formula of the register is
 * blind to the third digit (its weight is 11) and takes remainders 0 and 10 for one: a number that passes may be mistyped.
 */
export const checkDigit = (digits: string): number => {
  let sum = 0
  for (let i = 0; i < 12; i++) sum += (13 - i) * Number(digits[i])
  return (11 - (sum % 11)) % 10
}

const holdsCheckDigit = (digits: string): boolean =>
  /^[0-9]{13}$/.test(digits) && checkDigit(digits) === Number(digits[12])

/** Thirteen digits whose last is the check digit of the twelve before. */
export const nationalNumber = z
  .string()
  .regex(/^[0-9]{13}$/)
  .refine(holdsCheckDigit, { message: 'check-digit-wrong' })
  .brand<'NationalNumber'>()
export type NationalNumber = z.infer<typeof nationalNumber>

/** Pupils without a number: G and twelve digits, given by the school; it has no check digit. */
export const schoolCode = z
  .string()
  .regex(/^G[0-9]{12}$/)
  .brand<'SchoolCode'>()
export type SchoolCode = z.infer<typeof schoolCode>

/** How far a number can be relied on; `to-check` is kept as typed and shown as "รอตรวจสอบ". */
export const numberStatus = z.enum(['valid', 'to-check', 'none'])
export type NumberStatus = z.infer<typeof numberStatus>

export type NumberReading =
  | { readonly idKind: Exclude<IdKind, 'SCHOOL_G' | 'NONE'>; readonly number: NationalNumber }
  | { readonly idKind: 'SCHOOL_G'; readonly number: SchoolCode }
  | { readonly idKind: 'NONE'; readonly number: null }

/** `digits-lost`: Excel rounded it (`3.10E+12`). `category-unknown` is none: a 9 reads as kind UNKNOWN. */
export type NationalNumberRefusal = 'not-digits' | 'wrong-length' | 'check-digit-wrong' | 'digits-lost'

const KIND_BY_FIRST_DIGIT: Readonly<Record<string, Exclude<IdKind, 'SCHOOL_G' | 'NONE'>>> = {
  '0': 'CAT0',
  '1': 'THAI_NID',
  '2': 'THAI_NID',
  '3': 'THAI_NID',
  '4': 'THAI_NID',
  '5': 'THAI_NID',
  '6': 'CAT6',
  '7': 'CAT7',
  '8': 'THAI_NID',
}

const kindOfDigits = (digits: string): Exclude<IdKind, 'SCHOOL_G' | 'NONE'> =>
  digits.startsWith('00') ? 'MIGRANT_00' : (KIND_BY_FIRST_DIGIT[digits.charAt(0)] ?? 'UNKNOWN')

/**
 * Reads what was typed for a person's number: any digits, spaces and hyphens allowed; a blank or "ไม่มี" is kind NONE.
 * A number cell that lost its leading zeros is made whole only when the check digit then holds.
 * Refusals carry `idKind`, never the number: the number may be saved as "to check" with that kind.
 */
export const readNationalNumber = (from: string | number): Outcome<NumberReading, NationalNumberRefusal> => {
  const text = toArabicDigits(normaliseThai(String(from))).replace(/^['’]/, '')
  if (/^(-*|0|ไม่มี|ไม่ทราบ|ไม่มีบัตร|ไม่มีเลข|ไม่ระบุ)$/.test(text)) return succeed({ idKind: 'NONE', number: null })
  if (/^\d(\.\d+)?e\+?\d{1,2}$/i.test(text)) return refuse('digits-lost', { idKind: 'UNKNOWN' })
  const compact = text.replace(/[\s.–-]/g, '').toUpperCase()
  if (schoolCode.safeParse(compact).success) return succeed({ idKind: 'SCHOOL_G', number: compact as SchoolCode })
  if (!/^\d+$/.test(compact)) return refuse('not-digits', { idKind: 'UNKNOWN' })
  const padded = typeof from === 'number' && compact.length < 13 ? compact.padStart(13, '0') : compact
  const digits = holdsCheckDigit(padded) ? padded : compact
  const kind = kindOfDigits(digits)
  if (digits.length !== 13) return refuse('wrong-length', { idKind: 'UNKNOWN', length: digits.length })
  if (!holdsCheckDigit(digits)) return refuse('check-digit-wrong', { idKind: kind })
  return succeed({ idKind: kind, number: digits as NationalNumber })
}

/** The number as a person would dictate it: `1-2345-67890-12-1`. Anything that is not 13 digits comes back unchanged. */
export const formatNationalNumber = (number: string): string =>
  number.replace(/^(\d)(\d{4})(\d{5})(\d{2})(\d)$/, '$1-$2-$3-$4-$5')

/** For screens where the number itself is not needed: `x-xxxx-xxxxx-12-1`. */
export const maskNationalNumber = (number: string): string =>
  /^\d{13}$/.test(number)
    ? `x-xxxx-xxxxx-${number.slice(10, 12)}-${number.slice(12)}`
    : `${'x'.repeat(Math.max(0, number.length - 3))}${number.slice(-Math.min(3, Math.floor(number.length / 2)))}`
