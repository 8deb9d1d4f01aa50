import { type Day, dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'

/** The server's now, and what this phone's clock said when it came. */
export interface ClockReading {
  readonly now: Instant
  readonly readAtMs: number
}

/** The server's now carried on by this phone: the practice clock included, a phone's wrong clock left out. */
export const instantAt = (reading: ClockReading, deviceNowMs: number): Instant =>
  new Date(Date.parse(reading.now) + Math.max(0, deviceNowMs - reading.readAtMs)).toISOString() as Instant

export interface Clock {
  readonly now: () => Instant
  readonly today: () => Day
}

export const clockOf = (reading: ClockReading): Clock => {
  const now = () => instantAt(reading, Date.now())
  return { now, today: () => dayOf(now()) }
}
