import { addDays, type Day, daysBetween } from '@thaiqm/core/ledger/day.ts'

export interface TrendPoint {
  readonly day: Day
  /** Null for days that have not come yet. */
  readonly done: number | null
  /** The straight way from the first day to all of N on the deadline. */
  readonly plan: number
}

interface Counted {
  readonly day: Day
  readonly n: number
}

const MOST_POINTS = 13

/**
 * A count over time run on to its deadline: at most 13 evenly spaced days, today among them, the deadline last. Empty
 * when nothing is known yet.
 */
export const trendTo = (counted: readonly Counted[], of: number, today: Day, deadline: Day): readonly TrendPoint[] => {
  const known = counted.filter(entry => entry.day <= today)
  const first = known[0]
  if (first === undefined) return []
  const end = deadline > today ? deadline : today
  const step = Math.max(1, Math.ceil(daysBetween(first.day, end) / (MOST_POINTS - 1)))
  const days: Day[] = []
  for (let on = today; on >= first.day; on = addDays(on, -step)) days.unshift(on)
  for (let on = addDays(today, step); on < end; on = addDays(on, step)) days.push(on)
  if (days.at(-1) !== end) days.push(end)
  const start = days[0] ?? first.day
  const whole = Math.max(1, daysBetween(start, deadline))
  const countOn = (on: Day): number => known.findLast(entry => entry.day <= on)?.n ?? first.n
  const atStart = countOn(start)
  return days.map(on => ({
    day: on,
    done: on <= today ? countOn(on) : null,
    plan: Math.round(Math.min(of, atStart + ((of - atStart) * daysBetween(start, on)) / whole)),
  }))
}
