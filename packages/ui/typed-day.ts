import {
  BuddhistCalendar,
  type CalendarDate,
  type DateValue,
  GregorianCalendar,
  parseDate,
  toCalendar,
  today,
} from '@internationalized/date'

// While a B.E. year is being typed it runs through 2, 25, 256: days of antiquity, which are no answer yet.
const EARLIEST_YEAR = 1857

/** ISO of the common era, or null for no day and for a year that is only half typed. */
export const isoOfDay = (date: DateValue | null): string | null => {
  if (date === null) return null
  const common = toCalendar(date as CalendarDate, new GregorianCalendar())
  return common.era === 'AD' && common.year >= EARLIEST_YEAR ? common.toString() : null
}

/**
 * The day as a date field must hold it: counted in B.E. A field gives back what is typed in the calendar of what it
 * holds, and B.E. 256 taken through the common era comes back a day earlier: 1 October would be kept as 30 September.
 */
export const dayOfIso = (iso: string): CalendarDate => toCalendar(parseDate(iso), new BuddhistCalendar())

/** What an empty field starts from, for the same reason in B.E.: the parts that nobody has typed yet are today's. */
export const emptyDay = (): CalendarDate => toCalendar(today('Asia/Bangkok'), new BuddhistCalendar())
