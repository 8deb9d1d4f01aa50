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
 * Days between two points of the axis: few enough points, today on one, and the deadline as near as can be to a whole
 * number of steps away, so that the last step is hardly shorter or longer than the others.
 */
const stepOf = (past: number, ahead: number): number => {
  const least = Math.max(1, Math.ceil((past + ahead) / (MOST_POINTS - 1)))
  const strain = (step: number) => Math.abs(Math.max(1, Math.round(ahead / step)) * step - ahead) / step
  const candidates = Array.from({ length: least + 1 }, (_, at) => least + at)
  return ahead === 0 ? least : candidates.reduce((best, step) => (strain(step) < strain(best) ? step : best), least)
}

/**
 * A count over time run on to its deadline: at most 13 evenly spaced days, today among them, the deadline last. Empty
 * when nothing is known yet.
 */
export const trendTo = (counted: readonly Counted[], of: number, today: Day, deadline: Day): readonly TrendPoint[] => {
  const known = counted.filter(entry => entry.day <= today)
  const first = known[0]
  if (first === undefined) return []
  const end = deadline > today ? deadline : today
  const ahead = daysBetween(today, end)
  const step = stepOf(daysBetween(first.day, today), ahead)
  const days: Day[] = []
  for (let on = today; on >= first.day; on = addDays(on, -step)) days.unshift(on)
  const steps = ahead === 0 ? 0 : Math.max(1, Math.round(ahead / step))
  for (let at = 1; at < steps; at += 1) days.push(addDays(today, at * step))
  if (ahead > 0) days.push(end)
  const start = days[0] ?? first.day
  const whole = Math.max(1, daysBetween(start, deadline))
  const countOn = (on: Day): number => known.findLast(entry => entry.day <= on)?.n ?? first.n
  const atStart = countOn(start)
  return days.map(on => ({
    day: on,
    done: on <= today ? countOn(on) : null,
    plan: Math.min(of, atStart + ((of - atStart) * daysBetween(start, on)) / whole),
  }))
}
