import type { Random } from './random.ts'

/** Everything that goes wrong in these worlds; each seed turns on some of it. */
export const faultKinds = [
  'lost-request',
  'lost-reply',
  'duplicate',
  'delay-of-days',
  'truncated-request',
  'truncated-reply',
  'damaged-photo-part',
  'captive-portal',
  'html-4xx',
  'html-5xx',
  'abort',
  'phone-killed',
  'server-killed',
  'killed-before-commit',
  'killed-after-commit',
  'killed-between-photo-bytes-and-row',
  'commit-answer-lost',
  'deadlock',
  'serialisation',
  'database-down',
  'disk-full',
  'io-error',
  'restore',
  'restore-twice',
  'restore-by-replay',
  'clock-ten-years-off',
  'clock-buddhist-year',
  'deadline-midnight',
  'session-expired',
  'rights-moved',
  'account-disabled',
  'quota',
  'store-aborted',
  'eviction',
  'two-tabs',
  'app-update',
  'old-app',
  'future-app',
  'clone',
  'same-household',
  'wrong-hash',
  'same-id-other-content',
  'sealed-unreadable',
  'baseline-undone',
  'household-moved',
] as const
export type FaultKind = (typeof faultKinds)[number]

export type FaultCounts = Record<FaultKind, number>

export const noFaults = (): FaultCounts =>
  Object.fromEntries(faultKinds.map(kind => [kind, 0])) as Record<FaultKind, number>

/**
 * A swarm: which faults this world knows, and how often. Worlds with few faults go deep, worlds with many go wide;
 * healed, nothing goes wrong any more. What is favoured is known in every world: a planted bug that only one fault shows
 * is looked for where that fault is.
 */
export const createFaults = (random: Random, favoured: readonly FaultKind[] = []) => {
  const share = random.pick([0.15, 0.3, 0.5, 0.8])
  const strength = new Map(
    faultKinds.map(kind => [kind, random.chance(share) ? random.pick([0.3, 1, 1, 2]) : 0] as const),
  )
  for (const kind of favoured) strength.set(kind, 2)
  const counts = noFaults()
  let isHealed = false
  let isSuspended = false
  return {
    counts,
    knows: (kind: FaultKind): boolean => (strength.get(kind) ?? 0) > 0,
    /** Whether it happens now; `rate` is how often it does in a world of middling strength. */
    happens: (kind: FaultKind, rate: number): boolean => {
      const often = strength.get(kind) ?? 0
      if (isHealed || isSuspended || often === 0 || !random.chance(Math.min(0.9, rate * often))) return false
      counts[kind] += 1
      return true
    },
    heal: (): void => {
      isHealed = true
    },
    /** Birth and restores are looked at for themselves: nothing fails meanwhile. */
    suspend: (on: boolean): void => {
      isSuspended = on
    },
    isHealed: () => isHealed || isSuspended,
  }
}

export type Faults = ReturnType<typeof createFaults>
