import { toWesternDigits } from './format.ts'

/** What stands in the three boxes: B.E. year, month 1–12 and day as typed; empty strings where not known. */
export interface PartialDateParts {
  readonly day: string
  readonly month: string
  readonly yearBe: string
}

export type PartialDateReading =
  | { readonly state: 'empty' }
  /** ISO of the common era with what is known: `1952`, `1952-03` or `1952-03-14`. */
  | { readonly state: 'read'; readonly date: string }
  | { readonly state: 'unfinished' }
  | { readonly state: 'no-such-day' }
  | { readonly state: 'year-out-of-range' }
  | { readonly state: 'looks-common-era'; readonly year: number }

const YEARS_BETWEEN_ERAS = 543
const EARLIEST_YEAR_BE = 2400
const LATEST_YEAR_BE = 2699

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const pad = (value: number, width: number) => String(value).padStart(width, '0')

/**
 * Reads the boxes. The year is needed; a day counts only with its month (a day without a month is `unfinished`).
 * A year such as 1975 is taken for a common-era slip and said so, never silently changed.
 */
export const readPartialDate = (parts: PartialDateParts): PartialDateReading => {
  const [dayText, monthText, yearText] = [parts.day, parts.month, parts.yearBe].map(part =>
    toWesternDigits(part).trim(),
  )
  if (!dayText && !monthText && !yearText) return { state: 'empty' }
  if (!yearText) return { state: 'unfinished' }
  if (!/^\d{4}$/.test(yearText)) return { state: yearText.length < 4 ? 'unfinished' : 'year-out-of-range' }
  const yearBe = Number(yearText)
  if (yearBe >= EARLIEST_YEAR_BE - YEARS_BETWEEN_ERAS && yearBe <= LATEST_YEAR_BE - YEARS_BETWEEN_ERAS) {
    return { state: 'looks-common-era', year: yearBe }
  }
  if (yearBe < EARLIEST_YEAR_BE || yearBe > LATEST_YEAR_BE) return { state: 'year-out-of-range' }
  const year = yearBe - YEARS_BETWEEN_ERAS
  if (!monthText) return dayText ? { state: 'unfinished' } : { state: 'read', date: pad(year, 4) }
  const month = Number(monthText)
  if (!Number.isInteger(month) || month < 1 || month > 12) return { state: 'no-such-day' }
  if (!dayText) return { state: 'read', date: `${pad(year, 4)}-${pad(month, 2)}` }
  const day = Number(dayText)
  const exists = Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month)
  return exists ? { state: 'read', date: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` } : { state: 'no-such-day' }
}

/** The boxes for a stored date; the reverse of `readPartialDate`. */
export const toPartialDateParts = (date: string | null): PartialDateParts => {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  return {
    day: day === '' ? '' : String(Number(day)),
    month: month === '' ? '' : String(Number(month)),
    yearBe: year === '' ? '' : String(Number(year) + YEARS_BETWEEN_ERAS),
  }
}
