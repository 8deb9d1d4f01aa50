import { type Day, daysBetween } from '../ledger/day.ts'

export interface Pace {
  /** Days left with today counted; 0 once the deadline has passed. */
  readonly daysLeft: number
  readonly remaining: number
  /** How many a day from today to reach all of N on the deadline, rounded up; null once it has passed with work left. */
  readonly neededPerDay: number | null
  /** How many a day were done in the last seven days. */
  readonly recentPerDay: number
  readonly onTrack: boolean
}

/** Days left and the daily rate needed, beside the rate of the last seven days (domain brief 13.4, report 16). */
export const paceOf = (done: number, of: number, doneInLastSevenDays: number, today: Day, deadline: Day): Pace => {
  const daysLeft = Math.max(0, daysBetween(today, deadline) + 1)
  const remaining = Math.max(0, of - done)
  const recentPerDay = Math.round((doneInLastSevenDays / 7) * 10) / 10
  const neededPerDay = remaining === 0 ? 0 : daysLeft === 0 ? null : Math.ceil(remaining / daysLeft)
  return {
    daysLeft,
    remaining,
    neededPerDay,
    recentPerDay,
    onTrack: neededPerDay !== null && recentPerDay >= neededPerDay,
  }
}
