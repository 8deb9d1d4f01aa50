import { z } from 'zod'

/** A calendar day in Asia/Bangkok, ISO 8601 in the common era: `2024-01-31`. Shown in B.E. by `thai/buddhist-date`. */
export const day = z.iso.date().brand<'Day'>()
export type Day = z.infer<typeof day>

/** A moment, ISO 8601 in UTC with milliseconds: `2024-01-31T16:59:59.000Z`. */
export const instant = z.iso.datetime().brand<'Instant'>()
export type Instant = z.infer<typeof instant>

const DAY_IN_MS = 86_400_000
const BANGKOK_OFFSET_IN_MS = 7 * 3_600_000

/** Days since 1970-01-01, by the civil calendar (proleptic Gregorian), with no time zone and no clock. */
export const toDayNumber = (of: Day): number => {
  const [year = 0, month = 1, dayOfMonth = 1] = of.split('-').map(Number)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

export const fromDayNumber = (dayNumber: number): Day => {
  const z0 = dayNumber + 719_468
  const era = Math.floor(z0 / 146_097)
  const dayOfEra = z0 - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const pad = (n: number, width: number) => String(n).padStart(width, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day
}

export const addDays = (to: Day, days: number): Day => fromDayNumber(toDayNumber(to) + days)

/** Whole days from one day to another; negative when `to` lies before `from`. */
export const daysBetween = (from: Day, to: Day): number => toDayNumber(to) - toDayNumber(from)

const toEpochMs = (at: Instant): number => {
  const time = at.slice(11, -1)
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return toDayNumber(at.slice(0, 10) as Day) * DAY_IN_MS + Math.round((hours * 3600 + minutes * 60 + seconds) * 1000)
}

/** The day it is in Thailand at this moment: Asia/Bangkok has been UTC+7 without summer time since 1920. */
export const dayOf = (at: Instant): Day => fromDayNumber(Math.floor((toEpochMs(at) + BANGKOK_OFFSET_IN_MS) / DAY_IN_MS))

/** Full years lived on `on`; with a birth year only, `born` is 1 July of it and the age may be half a year off. */
export const ageInYears = (born: Day, on: Day): number => {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}

export const earlierDay = (a: Day, b: Day): Day => (a < b ? a : b)
