import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { normaliseThai } from './normalise-thai.ts'
import { toArabicDigits } from './thai-digits.ts'

/**
 * A Thai telephone number as digits with its leading 0: ten for a mobile (06, 08, 09), nine for a land line (02–05, 07).
 * Of several numbers in one cell the first is taken; an extension is left off; `+66` and a 0 lost in Excel are repaired.
 * Refuses `phone-missing`, `not-digits`, `wrong-length`.
 */
export const readPhoneNumber = (
  from: string | number,
): Outcome<string, 'phone-missing' | 'not-digits' | 'wrong-length'> => {
  const text = toArabicDigits(normaliseThai(String(from)))
  if (text === '' || /^(-+|0|ไม่มี|ไม่มีโทรศัพท์|ไม่ทราบ)$/.test(text)) return refuse('phone-missing')
  const [first = ''] = text
    .replace(/^(โทรศัพท์|โทร|เบอร์|มือถือ)[.:\s]*/, '')
    .split(/\s*(?:[,;/]|หรือ|และ|ต่อ|ext\.?|#)\s*/i)
    .filter(Boolean)
  const compact = first.replace(/[\s().-]/g, '').replace(/^\+?66(?=\d{8,9}$)/, '0')
  if (!/^\+?\d+$/.test(compact)) return refuse('not-digits')
  const digits = compact.replace('+', '')
  const repaired = /^[689]\d{8}$/.test(digits) || /^[23457]\d{7}$/.test(digits) ? `0${digits}` : digits
  return /^0[689]\d{8}$/.test(repaired) || /^0[23457]\d{7}$/.test(repaired)
    ? succeed(repaired)
    : refuse('wrong-length', { length: digits.length })
}

/** `081-827-4712`, `042-611-111`, `02-123-4567`. */
export const formatPhoneNumber = (digits: string): string =>
  digits.startsWith('02')
    ? digits.replace(/^(\d{2})(\d{3})(\d{4})$/, '$1-$2-$3')
    : digits.replace(/^(\d{3})(\d{3})(\d{3,4})$/, '$1-$2-$3')
