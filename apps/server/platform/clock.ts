import { type Day, dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'

/** What "now" means on this server. */
export interface Clock {
  now(): Instant
}

export const realClock: Clock = { now: () => new Date().toISOString() as Instant }

/**
 * The practice clock: the practice day with the real time of day in Bangkok, so that work done in a lesson keeps its
 * order, and the province still lives on its day however long the server runs.
 */
export const practiceClock = (practiceDay: () => Day): Clock => ({
  now: () => {
    const real = realClock.now()
    const shift = Date.parse(practiceDay()) - Date.parse(dayOf(real))
    return new Date(Date.parse(real) + shift).toISOString() as Instant
  },
})
