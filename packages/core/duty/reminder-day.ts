import { addDays, type Day, daysBetween } from '../ledger/day.ts'
import type { DatedDuty } from './duty-counts.ts'

/** Days before a due day on which somebody is reminded of it. */
export const REMINDER_DAYS = [30, 14, 7] as const

/** While a thing stays overdue its person is reminded on the first day and then each week. */
const OVERDUE_EVERY_DAYS = 7

/** How many of its reminders a thing has behind it: 1 from T-30, 2 from T-14, 3 from T-7, 4 from the first day overdue, … */
const remindersUntil = (dueOn: Day, today: Day): number => {
  const left = daysBetween(today, dueOn)
  if (left < 0) return REMINDER_DAYS.length + Math.floor((-left - 1) / OVERDUE_EVERY_DAYS) + 1
  return REMINDER_DAYS.filter(days => left <= days).length
}

/**
 * Whether a thing calls for a reminder today: it has come to T-30, T-14, T-7 or overdue, or began to wait, since the day
 * that was last looked at. A day on which the server stood still is made up for on the next, and no reminder comes twice.
 */
export const callsForReminder = ({ dueOn, waitingSince }: DatedDuty, lookedOn: Day, today: Day): boolean =>
  waitingSince > lookedOn || (dueOn !== null && remindersUntil(dueOn, today) > remindersUntil(dueOn, lookedOn))

/** The day to look back to where nobody has been looked at yet: yesterday, so that a first day reminds of today's marks. */
export const dayBefore = (today: Day): Day => addDays(today, -1)
