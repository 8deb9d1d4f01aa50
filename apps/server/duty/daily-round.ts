import { type Day, dayOf } from '@thaiqm/core/ledger/day.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import {
  finishDailyRound,
  openDailyRound,
  recordStep,
  type StepRecord,
  withDailyRoundLock,
} from './daily-round-store.ts'

/**
 * One piece of the day's work. It may be run again for the same day (after a fault, a restart, on another server): what it
 * did before it finds done.
 */
export interface DailyStep {
  readonly name: string
  /** Answers how many things it acted upon. */
  readonly run: (day: Day) => Promise<number>
}

export type DailyRoundEnd = 'finished' | 'unfinished' | 'another-is-at-it'

const codeOf = (error: unknown): string =>
  (error as { code?: string }).code ?? (error instanceof Error ? error.name : 'unknown')

/**
 * Does what is left of today's round: steps that are done stay done, one that fails is written down and leaves the others
 * to go on. Two servers on one database never run it together.
 */
export const runDailyRound = async (
  parts: Pick<ServerParts, 'db' | 'clock' | 'log'>,
  steps: readonly DailyStep[],
): Promise<DailyRoundEnd> => {
  const { db, clock, log } = parts
  const day = dayOf(clock.now())
  const end = await withDailyRoundLock(db, async (): Promise<DailyRoundEnd> => {
    const round = await inTransaction(db, systemScope, trx => openDailyRound(trx, day, clock.now()))
    if (round.finishedAt !== null && steps.every(({ name }) => round.steps[name]?.state === 'done')) return 'finished'
    let hasFailed = false
    for (const { name, run } of steps) {
      const before = round.steps[name]
      if (before?.state === 'done') continue
      let record: StepRecord
      const tries = (before?.tries ?? 0) + 1
      try {
        const acted = (await run(day)) + (before?.acted ?? 0)
        record = { state: 'done', tries, acted, at: clock.now() }
      } catch (error) {
        // A code and a name: a message may hold a person's data.
        log('daily-round-step-failed', { step: name, tries, code: codeOf(error) })
        record = { state: 'failed', tries, acted: before?.acted ?? 0, at: clock.now() }
        hasFailed = true
      }
      await inTransaction(db, systemScope, trx => recordStep(trx, day, name, record))
    }
    if (hasFailed) return 'unfinished'
    await inTransaction(db, systemScope, trx => finishDailyRound(trx, day, clock.now()))
    log('daily-round-finished', { steps: steps.length })
    return 'finished'
  })
  return end ?? 'another-is-at-it'
}
