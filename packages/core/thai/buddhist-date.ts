import { type Day, dayOf, fromDayNumber, type Instant, instant, toDayNumber } from '../ledger/day.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { buddhistYear, commonYear } from './buddhist-year.ts'
import { normaliseThai } from './normalise-thai.ts'
import { toArabicDigits } from './thai-digits.ts'
import { findMonth } from './thai-month.ts'

/**
 * `date-missing` blank or a dash · `date-not-understood` no spelling we know · `date-impossible` 31/02 ·
 * `month-out-of-range` 05/25/2565: a month above 12; day and month are never swapped by guess ·
 * `year-out-of-range` neither B.E. 2400–2699 nor C.E. 1857–2156 · `day-missing` only a month or a year was given.
 */
export type DateRefusal =
  | 'date-missing'
  | 'date-not-understood'
  | 'date-impossible'
  | 'month-out-of-range'
  | 'year-out-of-range'
  | 'day-missing'

export interface DateReadingOptions {
  /** The last day the date may fall on. With it a two-digit year that would lie later is taken a century earlier. */
  readonly latest?: Day
  /** Numbers in the sheet count from 1904 (old Macintosh workbooks). */
  readonly from1904?: boolean
}

/** A date cell of a spreadsheet, a text, or a bare number (Excel's count of days). */
export type DateSource = string | number | { readonly day: Day }

const pad = (n: number, width: number) => String(n).padStart(width, '0')

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const daysInMonth = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)

const isBuddhist = (year: number) => year >= 2400 && year <= 2699
const isCommon = (year: number) => year >= 1857 && year <= 2156

type Era = 'BE' | 'CE' | undefined

/**
 * The common-era year. Four digits say by themselves which era they are. Two digits are 25yy: `65` is 2565, never 1965;
 * when that lies after `latest` it is 24yy. With ค.ศ. written, two digits are 20yy or, after `latest`, 19yy.
 */
const resolveYear = (year: number, digits: number, month: number, era: Era, latest: Day | undefined) => {
  if (digits <= 2) {
    const last = latest?.slice(0, 7)
    const of = (century: number) => (era === 'CE' ? century + year : commonYear(century + year, month))
    const recent = of(era === 'CE' ? 2000 : 2500)
    return last && `${pad(recent, 4)}-${pad(month, 2)}` > last ? of(era === 'CE' ? 1900 : 2400) : recent
  }
  if (era !== 'CE' && isBuddhist(year)) return commonYear(year, month)
  if (era !== 'BE' && isCommon(year)) return year
  return undefined
}

const makeDay = (
  dayOfMonth: number,
  month: number,
  year: string,
  era: Era,
  options: DateReadingOptions,
): Outcome<Day, DateRefusal> => {
  if (month < 1 || month > 12) return refuse('month-out-of-range')
  const common = resolveYear(Number(year), year.length, month, era, options.latest)
  if (common === undefined || year.length === 3) return refuse('year-out-of-range')
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(common, month)) return refuse('date-impossible')
  return succeed(`${pad(common, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day)
}

const EPOCH_1900 = toDayNumber('1899-12-30' as Day)
const EPOCH_1904 = toDayNumber('1904-01-01' as Day)

/**
 * Excel's count of days. In the 1900 system day 60 is a 29 February 1900 that never was, so days before it are one
 * further on. Refuses what would fall outside the years people write.
 */
export const dayOfSerial = (serial: number, options: DateReadingOptions = {}): Outcome<Day, DateRefusal> => {
  const whole = Math.floor(serial)
  if (!Number.isFinite(serial) || whole < 1) return refuse('date-not-understood')
  if (options.from1904) return fromCalendarCell(fromDayNumber(EPOCH_1904 + whole))
  if (whole === 60) return refuse('date-impossible')
  if (whole > 2_958_465) return refuse('year-out-of-range')
  return fromCalendarCell(fromDayNumber(EPOCH_1900 + whole + (whole < 60 ? 1 : 0)))
}

/** A date cell. Typed as 06/05/2565 Excel keeps the year 2565 of the common era; that is the Buddhist era meant. */
const fromCalendarCell = (cell: Day): Outcome<Day, DateRefusal> => {
  const [year = '', month, dayOfMonth] = cell.split('-')
  if (isCommon(Number(year))) return succeed(cell)
  return makeDay(Number(dayOfMonth), Number(month), year, 'BE', {})
}

interface WrittenDate {
  readonly day: number | undefined
  readonly month: number | undefined
  readonly year: string
  readonly era: Era
}

const WEEKDAY = /^(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)(?:ที่)?(?=[\s\d,])/
const TIME = /[\sT,]+(?:เวลา\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:น\.?|นาฬิกา)?$/

// Whole words only: `September` has a "be" in it.
const BUDDHIST_MARK = /พ\.?\s?ศ\.?|(?<![a-z])b\.?e\.?(?![a-z])/i
const COMMON_MARK = /ค\.?\s?ศ\.?|(?<![a-z])(?:c\.?e|a\.?d)\.?(?![a-z])/i

/** Takes the text apart; undefined when it is no spelling of a date. A day or month of 0, -, ? or x counts as unknown. */
const takeApart = (raw: string): WrittenDate | undefined => {
  const era: Era = BUDDHIST_MARK.test(raw) ? 'BE' : COMMON_MARK.test(raw) ? 'CE' : undefined
  const text = raw
    .replace(BUDDHIST_MARK, ' ')
    .replace(COMMON_MARK, ' ')
    .replace(TIME, '')
    .replace(/^(วันที่|เมื่อ|เกิด|เดือน|ปี)\s*/, '')
    .replace(WEEKDAY, '')
    .replace(/(^|\s)(ที่|เดือน|ปี)\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  const part = (value: string | undefined) =>
    value === undefined || /^(0+|[-–?xX]+)$/.test(value) ? undefined : Number(value)
  const yearFirst =
    text.match(/^(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})$/) ?? text.match(/^(\d{4})()(\d{2})(\d{2})$/)
  if (yearFirst) return { day: part(yearFirst[4]), month: part(yearFirst[3]), year: yearFirst[1] ?? '', era }
  const numeric = text.match(/^(\d{1,2}|[-–?xX]{1,2})\s?([-/. ])\s?(\d{1,2}|[-–?xX]{1,2})\s?\2\s?(\d{2,4})$/)
  if (numeric) return { day: part(numeric[1]), month: part(numeric[3]), year: numeric[4] ?? '', era }
  const monthYear = text.match(/^(\d{1,2})\s?[-/]\s?(\d{4})$/) ?? text.match(/^()(\d{4})$/)
  if (monthYear) return { day: undefined, month: part(monthYear[1] || undefined), year: monthYear[2] ?? '', era }
  const yearMonth = text.match(/^(\d{4})-(\d{1,2})$/)
  if (yearMonth) return { day: undefined, month: part(yearMonth[2]), year: yearMonth[1] ?? '', era }
  const named =
    text.match(/^(?:(\d{1,2}|[-–?]{1,2})[\s,./-]*)?([\p{L}\p{M}.]*\p{L}[\p{L}\p{M}.]*)[\s,/-]*(\d{2,4})$/u) ??
    text.match(/^()(?:([A-Za-z]+)\.? \d{1,2}, ?)(\d{4})$/)
  const month = named?.[2] === undefined ? undefined : findMonth(named[2])
  if (!named || month === undefined) return undefined
  const american = text.match(/^[A-Za-z]+\.? (\d{1,2}), ?\d{4}$/)
  return { day: part(american?.[1] ?? (named[1] || undefined)), month, year: named[3] ?? '', era }
}

const clean = (text: string) => toArabicDigits(normaliseThai(text)).replace(/^['’]/, '')
const isMissing = (text: string) => /^(-+|–|\.|ไม่ทราบ|ไม่ระบุ|ไม่มี)?$/.test(text)

/** A whole number that can only be Excel's count: years 1927 to 2173, or 2470 to 2716 when B.E. was typed as C.E. */
const isSerial = (n: number) => (n >= 10_000 && n < 100_000) || (n >= 208_000 && n < 298_500)

const fromText = (text: string, options: DateReadingOptions): Outcome<WrittenDate | Day, DateRefusal> => {
  if (isMissing(text)) return refuse('date-missing')
  // The longest spelling we know has some fifty letters; the patterns below are slow on long texts.
  if (text.length > 80) return refuse('date-not-understood')
  const isoDay = text.match(/^(\d{4}-\d{2}-\d{2})T[\d:.]+(Z?)$/)
  if (isoDay?.[2] === 'Z' && instant.safeParse(text).success) return fromCalendarCell(dayOf(text as Instant))
  if (/^\d{5,6}(\.\d+)?$/.test(text) && isSerial(Number(text))) return dayOfSerial(Number(text), options)
  const written = takeApart(isoDay?.[1] ?? text)
  return written ? succeed(written) : refuse('date-not-understood')
}

/**
 * A full date from every usual spelling: `06/05/2565`, `6-5-65`, `๖ พ.ค. ๒๕๖๕`, `6 พฤษภาคม พ.ศ. 2565`, `2022-05-06`,
 * `2565-05-06`, `6 May 2022`, an Excel date or its number. The order is day, month, year as Thai offices write it.
 */
export const parseDay = (from: DateSource, options: DateReadingOptions = {}): Outcome<Day, DateRefusal> => {
  if (typeof from === 'object') return fromCalendarCell(from.day)
  if (typeof from === 'number') {
    if (Number.isInteger(from) && (isBuddhist(from) || isCommon(from))) return refuse('day-missing')
    return dayOfSerial(from, options)
  }
  const read = fromText(clean(from), options)
  if (!read.ok) return read
  if (typeof read.value === 'string') return succeed(read.value)
  const { day: dayOfMonth, month, year, era } = read.value
  return dayOfMonth === undefined || month === undefined
    ? refuse('day-missing')
    : makeDay(dayOfMonth, month, year, era, options)
}

/** What is known of a birth date. By year alone `day` is 1 July of it, by month the 15th: the middle, so ages err least. */
export interface PartialDay {
  readonly day: Day
  readonly precision: 'day' | 'month' | 'year'
}

/**
 * A birth date, which may be known by its year or month only: `2480`, `พ.ศ. ๒๔๘๐`, `พ.ค. 2480`, `00/05/2480`, `-/-/2480`.
 * January to March of years before 2484 are read by the calendar of their time (see `buddhist-year`).
 */
export const parseBirthDate = (
  from: DateSource,
  options: DateReadingOptions = {},
): Outcome<PartialDay, Exclude<DateRefusal, 'day-missing'>> => {
  const full = parseDay(from, options)
  if (full.ok) return succeed({ day: full.value, precision: 'day' })
  if (full.code !== 'day-missing') return refuse(full.code)
  const read = fromText(clean(String(from)), options)
  if (!read.ok || typeof read.value === 'string') return refuse('date-not-understood')
  const { day: dayOfMonth, month, year, era } = read.value
  if (dayOfMonth !== undefined && month === undefined) return refuse('date-not-understood')
  const middle = makeDay(month === undefined ? 1 : 15, month ?? 7, year, era, options)
  if (!middle.ok) return middle.code === 'day-missing' ? refuse('date-not-understood') : refuse(middle.code)
  return succeed({ day: middle.value, precision: month === undefined ? 'year' : 'month' })
}

/** True when the register's year of this day is not its common-era year + 543. Worth a second look by a person. */
export const isBeforeCalendarReform = (of: Day): boolean => buddhistYear(of) !== Number(of.slice(0, 4)) + 543
