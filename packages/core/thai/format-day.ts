import { type Day, dayOf, type Instant } from '../ledger/day.ts'
import type { PartialDay } from './buddhist-date.ts'
import { buddhistYear } from './buddhist-year.ts'
import { toThaiDigits } from './thai-digits.ts'
import { ENGLISH_MONTHS, THAI_MONTHS, THAI_MONTHS_SHORT } from './thai-month.ts'

export interface DayFormat {
  /**
   * `short` 12 ม.ค. 2567 · `long` 12 มกราคม 2567 · `full` 12 มกราคม พ.ศ. 2567 · `numeric` 12/01/2567.
   * In English the year is of the common era and `numeric` is ISO 8601, which nobody can misread.
   */
  readonly style?: 'short' | 'long' | 'full' | 'numeric'
  readonly digits?: 'arabic' | 'thai'
  readonly language?: 'th' | 'en'
}

const inDigits = (text: string, format: DayFormat) =>
  format.digits === 'thai' && format.language !== 'en' ? toThaiDigits(text) : text

const thai = (of: Day, style: DayFormat['style']): string => {
  const dayOfMonth = Number(of.slice(8, 10))
  const month = Number(of.slice(5, 7))
  const year = buddhistYear(of)
  if (style === 'numeric') return `${of.slice(8, 10)}/${of.slice(5, 7)}/${year}`
  if (style === 'long') return `${dayOfMonth} ${THAI_MONTHS[month - 1]} ${year}`
  if (style === 'full') return `${dayOfMonth} ${THAI_MONTHS[month - 1]} พ.ศ. ${year}`
  return `${dayOfMonth} ${THAI_MONTHS_SHORT[month - 1]} ${year}`
}

const english = (of: Day, style: DayFormat['style']): string => {
  if (style === 'numeric') return of
  const month = ENGLISH_MONTHS[Number(of.slice(5, 7)) - 1] ?? ''
  const name = style === 'long' || style === 'full' ? month : month.slice(0, 3)
  const plain = `${Number(of.slice(8, 10))} ${name} ${Number(of.slice(0, 4))}`
  return style === 'full' ? `${plain} (B.E. ${buddhistYear(of)})` : plain
}

/** A day for people; default `12 ม.ค. 2567`. */
export const formatDay = (of: Day, format: DayFormat = {}): string =>
  format.language === 'en' ? english(of, format.style) : inDigits(thai(of, format.style), format)

const timeInBangkok = (at: Instant): string => {
  const [hours = 0, minutes = 0] = at.slice(11, 16).split(':').map(Number)
  return `${String((hours + 7) % 24).padStart(2, '0')}.${String(minutes).padStart(2, '0')}`
}

/** A moment on the clock of Asia/Bangkok: `12 ม.ค. 2567 09.30 น.`, in English `12 Jan 2024 09:30`. */
export const formatInstant = (at: Instant, format: DayFormat = {}): string =>
  format.language === 'en'
    ? `${formatDay(dayOf(at), format)} ${timeInBangkok(at).replace('.', ':')}`
    : `${formatDay(dayOf(at), format)} ${inDigits(`${timeInBangkok(at)} น.`, format)}`

/** A birth date no more exactly than it is known: `12 ม.ค. 2490`, `ม.ค. 2490`, `พ.ศ. 2490`. */
export const formatPartialDay = (of: PartialDay, format: DayFormat = {}): string => {
  if (of.precision === 'day') return formatDay(of.day, format)
  const isEnglish = format.language === 'en'
  if (of.precision === 'year') {
    return isEnglish ? of.day.slice(0, 4) : inDigits(`พ.ศ. ${buddhistYear(of.day)}`, format)
  }
  if (format.style === 'numeric') {
    return isEnglish ? of.day.slice(0, 7) : inDigits(`${of.day.slice(5, 7)}/${buddhistYear(of.day)}`, format)
  }
  const whole = isEnglish ? english(of.day, format.style) : thai(of.day, format.style)
  return inDigits(whole.replace(/^\d+ /, ''), format)
}
