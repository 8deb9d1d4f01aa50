import { addDays, type Day, dayOf, type Instant, toDayNumber } from '@thaiqm/core/ledger/day.ts'
import { instantOn, LAST_DAY_OF_HISTORY, reXrayRound } from './practice-rounds.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Days nobody goes from house to house: the King's birthday of the late reign, Constitution Day, New Year with its journeys home. */
const holidays: ReadonlySet<string> = new Set([
  '2023-12-05',
  '2023-12-11',
  '2023-12-29',
  '2023-12-30',
  '2023-12-31',
  '2024-01-01',
  '2024-01-02',
])

/** 0 Sunday … 6 Saturday; 1 January 1970 was a Thursday. */
const weekday = (of: Day): number => (toDayNumber(of) + 4) % 7

export const isOfficeDay = (of: Day): boolean => !holidays.has(of) && weekday(of) >= 1 && weekday(of) <= 5

/** A moment in office hours, on the first office day at or after some days have gone by. */
export const officeTime = (random: SeededRandom, after: Instant, days: number): Instant => {
  let day = addDays(dayOf(after), Math.max(1, Math.round(days)))
  while (!isOfficeDay(day)) day = addDays(day, 1)
  return instantOn(day, random.whole(8, 15), random.whole(0, 59), random.whole(0, 59))
}

/** How a district goes about the round. */
export interface Pace {
  /** Share of households visited by the day before the practice day. */
  readonly reach: number
  /** Above 1: most of it was done early; below 1: it has only now begun in earnest. */
  readonly early: number
  /** Days from sending to verification, on average. */
  readonly reviewDays: number
  /** Share of villages in which nobody has begun. */
  readonly villagesNotBegun: number
}

/** หว้านใหญ่ is well ahead, ดงหลวง with its hills and dead spots is behind; the others lie between. */
export const paceOf: Readonly<Record<string, Pace>> = {
  '4901': { reach: 0.62, early: 1.1, reviewDays: 4, villagesNotBegun: 0.05 },
  '4902': { reach: 0.68, early: 1.2, reviewDays: 3, villagesNotBegun: 0.04 },
  '4903': { reach: 0.55, early: 0.95, reviewDays: 5, villagesNotBegun: 0.1 },
  '4904': { reach: 0.27, early: 0.7, reviewDays: 8, villagesNotBegun: 0.34 },
  '4905': { reach: 0.6, early: 1, reviewDays: 5, villagesNotBegun: 0.08 },
  '4906': { reach: 0.93, early: 1.7, reviewDays: 2, villagesNotBegun: 0 },
  '4907': { reach: 0.65, early: 1.1, reviewDays: 4, villagesNotBegun: 0.05 },
}

export const getPace = (areaCode: string): Pace => {
  const pace = paceOf[areaCode.slice(0, 4)]
  if (pace === undefined) throw new Error(`no pace for ${areaCode}`)
  return pace
}

const fieldDays: readonly (readonly [day: Day, weight: number])[] = (() => {
  const days: (readonly [Day, number])[] = []
  for (let day = addDays(reXrayRound.opensOn, 3); day <= LAST_DAY_OF_HISTORY; day = addDays(day, 1)) {
    if (!holidays.has(day)) days.push([day, isOfficeDay(day) ? 1 : 0.4])
  }
  return days
})()

/** When a household is visited: any field day of the round so far, early or late as the district goes. */
export const visitTime = (random: SeededRandom, pace: Pace): Instant => {
  const day = random.weighted(
    fieldDays.map(([on, weight], index) => {
      const along = index / fieldDays.length
      const tendency =
        pace.early >= 1 ? (1 - along) ** ((pace.early - 1) * 2) : (0.15 + along) ** ((1 - pace.early) * 3)
      return [on, weight * (0.1 + tendency)] as const
    }),
  )
  return instantOn(day, random.whole(8, 16), random.whole(0, 59), random.whole(0, 59))
}
