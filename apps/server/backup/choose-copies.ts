const DAY_MS = 86_400_000
const DAYS_KEPT = 7
const WEEKS_KEPT = 4

/**
 * Which full copies go (moments in UTC, any order): kept are the newest, the newest of each of the last seven days, and
 * the newest of each of the last four weeks.
 */
export const copiesToDrop = (moments: readonly string[], now: string): string[] => {
  const newestFirst = [...moments].sort().reverse()
  const kept = new Set<string>(newestFirst.slice(0, 1))
  const spans = [
    { length: DAY_MS, count: DAYS_KEPT },
    { length: 7 * DAY_MS, count: WEEKS_KEPT },
  ]
  for (const { length, count } of spans) {
    const taken = new Set<number>()
    for (const moment of newestFirst) {
      const ago = Math.floor((Date.parse(now) - Date.parse(moment)) / length)
      if (ago >= count || taken.has(ago)) continue
      taken.add(ago)
      kept.add(moment)
    }
  }
  return newestFirst.filter(moment => !kept.has(moment))
}
