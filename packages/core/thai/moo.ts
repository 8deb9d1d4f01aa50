import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { normaliseThai } from './normalise-thai.ts'
import { toArabicDigits } from './thai-digits.ts'

/**
 * หมู่ที่ 1–99 from `ม.7`, `หมู่ 7`, `หมู่ที่ ๗`, `07`, `7`, `Moo 7`. Refuses `moo-missing` for a blank, a dash or 0
 * (inside a municipality there may be none) and `not-a-moo` for anything else.
 */
export const readMoo = (from: string | number): Outcome<number, 'moo-missing' | 'not-a-moo'> => {
  const text = toArabicDigits(normaliseThai(String(from)))
  if (/^(-*|0+|ไม่มี|ไม่มีหมู่)$/.test(text)) return refuse('moo-missing')
  const [, digits] = text.match(/^(?:หมู่บ้านที่|หมู่ที่|หมู่|ม\.?|moo|m\.)?\s*\.?\s*(\d{1,3})(?:\.0+)?$/i) ?? []
  const moo = Number(digits)
  return digits !== undefined && moo >= 1 && moo <= 99 ? succeed(moo) : refuse('not-a-moo')
}
