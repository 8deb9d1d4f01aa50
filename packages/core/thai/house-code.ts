import { z } from 'zod'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { normaliseThai } from './normalise-thai.ts'
import { toArabicDigits } from './thai-digits.ts'

/**
 * เลขรหัสประจำบ้าน, eleven digits. The first four name the registration office that gave it, which after splits need
 * not be today's; no check digit is known. So length and digits are all that is checked.
 */
export const houseCode = z
  .string()
  .regex(/^[0-9]{11}$/)
  .brand<'HouseCode'>()
export type HouseCode = z.infer<typeof houseCode>

export interface HouseCodeReading {
  readonly code: HouseCode
  /** The cell held a number, or a number in scientific notation, that still gave all eleven digits. A person should look. */
  readonly recovered: boolean
}

export type HouseCodeRefusal = 'house-code-missing' | 'not-digits' | 'wrong-length' | 'digits-lost'

const fromNumber = (number: number): Outcome<HouseCodeReading, HouseCodeRefusal> => {
  if (!Number.isSafeInteger(number) || number < 0) return refuse('not-digits')
  const digits = String(number)
  return digits.length === 11
    ? succeed({ code: digits as HouseCode, recovered: true })
    : refuse('wrong-length', { length: digits.length })
}

/** `4.9012345678E+10` still has all its digits; `4.90E+10` has lost them, and nobody can say which house it was. */
const fromScientific = (mantissa: string, exponent: number): Outcome<HouseCodeReading, HouseCodeRefusal> => {
  const digits = mantissa.replace('.', '')
  const decimals = mantissa.includes('.') ? mantissa.length - mantissa.indexOf('.') - 1 : 0
  return decimals === exponent && digits.length === 11
    ? succeed({ code: digits as HouseCode, recovered: true })
    : refuse('digits-lost')
}

/** Reads `4901-651240-9`, `๔๙๐๑๖๕๑๒๔๐๙`, the number 49016512409. Refusals as in `HouseCodeRefusal`. */
export const readHouseCode = (from: string | number): Outcome<HouseCodeReading, HouseCodeRefusal> => {
  if (typeof from === 'number') return from === 0 ? refuse('house-code-missing') : fromNumber(from)
  const text = toArabicDigits(normaliseThai(from)).replace(/^['’]/, '')
  if (/^(-*|0+|ไม่มี|ไม่ทราบ|ไม่มีเลขที่บ้าน)$/.test(text)) return refuse('house-code-missing')
  const [, mantissa, exponent] = text.match(/^(\d(?:\.\d+)?)e\+?(\d{1,2})$/i) ?? []
  if (mantissa !== undefined && exponent !== undefined) return fromScientific(mantissa, Number(exponent))
  const digits = text.replace(/\.0+$/, '').replace(/[\s-]/g, '')
  if (!/^\d+$/.test(digits)) return refuse('not-digits')
  return digits.length === 11
    ? succeed({ code: digits as HouseCode, recovered: false })
    : refuse('wrong-length', { length: digits.length })
}

/** As the house register prints it: `4901-651240-9`. */
export const formatHouseCode = (code: HouseCode): string => `${code.slice(0, 4)}-${code.slice(4, 10)}-${code.slice(10)}`
