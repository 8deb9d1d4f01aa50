import type { Day, Instant } from '@thaiqm/core/ledger/day.ts'
import { sql } from 'kysely'
import { type Database, inTransaction, type Scoped, systemScope } from '../platform/database/transaction.ts'

/** What became of one step of a day's round. */
export interface StepRecord {
  readonly state: 'done' | 'failed'
  readonly tries: number
  /** How many things it acted upon, over all tries. */
  readonly acted: number
  readonly at: Instant
}

export interface DailyRoundRow {
  readonly finishedAt: Instant | null
  readonly steps: Readonly<Record<string, StepRecord>>
}

/**
 * One round at a time on this database, whoever runs it; undefined, and nothing is done, while another is at it. The lock
 * lasts as long as its transaction, which writes nothing and so holds nobody up.
 */
export const withDailyRoundLock = <Value>(db: Database, work: () => Promise<Value>): Promise<Value | undefined> =>
  inTransaction(db, systemScope, async trx => {
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx)
    const { rows } = await sql<{ isOurs: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('thaiqm-daily-round')) as "isOurs"`.execute(trx)
    return rows[0]?.isOurs === true ? work() : undefined
  })

/** The day's round, begun if it was not. Rounds of later days are forgotten: a practice clock was set back before them. */
export const openDailyRound = async (trx: Scoped, day: Day, now: Instant): Promise<DailyRoundRow> => {
  await sql`delete from daily_rounds where round_day > ${day}`.execute(trx)
  await sql`insert into daily_rounds (round_day, begun_at) values (${day}, ${now}) on conflict do nothing`.execute(trx)
  const { rows } = await sql<DailyRoundRow>`select finished_at as "finishedAt", steps from daily_rounds
    where round_day = ${day}`.execute(trx)
  const [row] = rows
  if (row === undefined) throw new Error('a day that was opened has its row')
  return row
}

export const recordStep = async (trx: Scoped, day: Day, name: string, record: StepRecord): Promise<void> => {
  await sql`update daily_rounds set steps = steps || jsonb_build_object(${name}::text, ${JSON.stringify(record)}::jsonb)
    where round_day = ${day}`.execute(trx)
}

export const finishDailyRound = async (trx: Scoped, day: Day, now: Instant): Promise<void> => {
  await sql`update daily_rounds set finished_at = ${now} where round_day = ${day}`.execute(trx)
}

/** The last earlier day on which a step came to its end; null when there is none. */
export const lastDayOfStep = async (trx: Scoped, name: string, before: Day): Promise<Day | null> => {
  const { rows } = await sql<{ day: Day }>`select round_day as day from daily_rounds
    where round_day < ${before} and steps -> ${name}::text ->> 'state' = 'done'
    order by round_day desc limit 1`.execute(trx)
  return rows[0]?.day ?? null
}

/** The latest rounds for whoever keeps the system. */
export const latestRounds = async (
  trx: Scoped,
  most: number,
): Promise<readonly (DailyRoundRow & { readonly day: Day })[]> => {
  const { rows } = await sql<DailyRoundRow & { day: Day }>`select round_day as day, finished_at as "finishedAt", steps
    from daily_rounds order by round_day desc limit ${most}`.execute(trx)
  return rows
}
