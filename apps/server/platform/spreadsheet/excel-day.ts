import { type Day, fromDayNumber, toDayNumber } from '@thaiqm/core/ledger/day.ts'

/** Formats of the standard that show a day; 18–21 and 45–47 show only a time. */
const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
/** Thai Excel's own: 71–81 are its dates, in B.E. or not; 75–80 of them show only a time. */
const THAI_DAYS = new Set([71, 72, 73, 74, 77, 81])

/** True when a number format shows a calendar day, in English (d m y), Buddhist (b) or Thai letters (ว ด ป). */
export const showsDay = (formatId: number, code: string | undefined): boolean => {
  if (code === undefined) return BUILT_IN_DAYS.has(formatId) || THAI_DAYS.has(formatId)
  const letters = code
    .split(';', 1)
    .join('')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
  if (/general/i.test(letters)) return false
  return /[dyebวป]/i.test(letters.replace(/e[+-]/gi, '')) || (/[mด]/i.test(letters) && !/[hsช]/i.test(letters))
}

const EPOCH_1900 = toDayNumber('1899-12-30' as Day)
const EPOCH_1904 = toDayNumber('1904-01-01' as Day)

/**
 * The day a number stands for; undefined for times, for what lies outside Excel's calendar and for the 29 February 1900
 * that never was. A year typed in B.E. stays as Excel keeps it (2565 C.E.); core reads that as 2565 B.E.
 */
export const dayOfNumber = (serial: number, from1904: boolean): Day | undefined => {
  const whole = Math.floor(serial)
  if (whole < (from1904 ? 0 : 1) || whole > 2_958_465) return undefined
  if (from1904) return fromDayNumber(EPOCH_1904 + whole)
  if (whole === 60) return undefined
  return fromDayNumber(EPOCH_1900 + whole + (whole < 60 ? 1 : 0))
}
