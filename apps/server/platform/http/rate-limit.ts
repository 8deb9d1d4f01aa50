/** How many calls one caller, and all together, may make in a while. */
export interface RateLimitSizes {
  readonly perCaller: number
  readonly altogether: number
  readonly perMs: number
}

/** More callers than this are not told apart: their calls count together. */
const MOST_CALLERS = 10_000

/**
 * Counts calls in windows of time, in this server's memory. `mayCall` answers false once a caller, or all of them
 * together, have called too often in the window that runs. `nowMs` is any clock that only moves forward.
 */
export const makeRateLimit = ({ perCaller, altogether, perMs }: RateLimitSizes, nowMs: () => number) => {
  let began = nowMs()
  let all = 0
  const counts = new Map<string, number>()
  return {
    mayCall: (caller: string): boolean => {
      if (nowMs() - began >= perMs) {
        began = nowMs()
        all = 0
        counts.clear()
      }
      const known = counts.has(caller) || counts.size < MOST_CALLERS ? caller : ''
      const count = (counts.get(known) ?? 0) + 1
      counts.set(known, count)
      all += 1
      return count <= perCaller && all <= altogether
    },
  }
}
