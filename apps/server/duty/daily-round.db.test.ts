import type { Day, Instant } from '@thaiqm/core/ledger/day.ts'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { connectPool } from '../platform/database/connect.ts'
import { silentLog } from '../platform/database/database-log.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { type DailyStep, runDailyRound } from './daily-round.ts'
import { startDailyRoundJob } from './daily-round-job.ts'
import { latestRounds } from './daily-round-store.ts'

const database = useTestDatabase()
const logged: string[] = []
let now = '2024-02-01T01:00:00.000Z' as Instant
const parts = () => ({
  db: database.app,
  clock: { now: () => now },
  log: (event: string, details?: object) => void logged.push(`${event} ${JSON.stringify(details ?? {})}`),
})
const rounds = () => inTransaction(database.app, systemScope, trx => latestRounds(trx, 10))

/** A step that notes on which days it was run. */
const noting = (name: string, days: string[]): DailyStep => ({
  name,
  run: async day => {
    days.push(day)
    return 3
  },
})

afterEach(async () => {
  await inTransaction(database.app, systemScope, trx => sql`delete from daily_rounds`.execute(trx))
  logged.length = 0
  now = '2024-02-01T01:00:00.000Z' as Instant
})

test('runs each step once a day, by the day in Bangkok, and writes down what was done', async () => {
  const days: string[] = []
  const steps = [noting('first', days), noting('second', days)]
  now = '2024-02-01T16:59:59.000Z' as Instant
  expect(await runDailyRound(parts(), steps)).toBe('finished')
  expect(await runDailyRound(parts(), steps)).toBe('finished')
  expect(days).toEqual(['2024-02-01', '2024-02-01'])
  now = '2024-02-01T17:00:00.000Z' as Instant
  expect(await runDailyRound(parts(), steps)).toBe('finished')
  expect(days.slice(2)).toEqual(['2024-02-02', '2024-02-02'])
  expect(await rounds()).toMatchObject([
    { day: '2024-02-02', finishedAt: now, steps: { first: { state: 'done', tries: 1, acted: 3 } } },
    { day: '2024-02-01' },
  ])
})

test('a failing step is written down, lets the others go on, and is tried again alone', async () => {
  const days: string[] = []
  let isBroken = true
  const failing: DailyStep = {
    name: 'failing',
    run: async () => {
      if (isBroken) throw Object.assign(new Error('นายสมมติ ใจดี 97/1'), { code: '57P01' })
      return 1
    },
  }
  const steps = [failing, noting('other', days)]
  expect(await runDailyRound(parts(), steps)).toBe('unfinished')
  expect(await rounds()).toMatchObject([
    { finishedAt: null, steps: { failing: { state: 'failed', tries: 1 }, other: { state: 'done' } } },
  ])
  expect(logged.join()).toContain('"step":"failing","tries":1,"code":"57P01"')
  expect(logged.join()).not.toContain('สมมติ')
  isBroken = false
  expect(await runDailyRound(parts(), steps)).toBe('finished')
  expect(days).toEqual(['2024-02-01'])
  expect(await rounds()).toMatchObject([{ finishedAt: now, steps: { failing: { state: 'done', tries: 2, acted: 1 } } }])
})

test('a server that died in the middle leaves the rest to the next one', async () => {
  const days: string[] = []
  const begun = Promise.withResolvers<void>()
  const endless: DailyStep = {
    name: 'second',
    run: () => {
      begun.resolve()
      return new Promise(() => undefined)
    },
  }
  const dead = connectPool({ url: database.appUrl, log: silentLog, size: 3 })
  void runDailyRound({ ...parts(), db: dead }, [noting('first', days), endless, noting('third', days)]).catch(() => 0)
  await begun.promise
  const steps = [noting('first', days), noting('second', days), noting('third', days)]
  expect(await runDailyRound(parts(), steps)).toBe('another-is-at-it')
  // What the database sees of a process that is gone: its connections break.
  await sql`select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and pid <> pg_backend_pid()
      and database = (select oid from pg_database where datname = current_database())`.execute(database.app)
  // The database takes a moment to see to it.
  let end = await runDailyRound(parts(), steps)
  while (end === 'another-is-at-it') end = await runDailyRound(parts(), steps)
  expect(end).toBe('finished')
  expect(await rounds()).toMatchObject([{ finishedAt: now, steps: { first: { tries: 1 }, second: { state: 'done' } } }])
  expect(days).toHaveLength(3)
})

test('of two servers on one database only one is at it', async () => {
  const days: string[] = []
  let goOn: () => void = () => undefined
  const begun = Promise.withResolvers<void>()
  const slow: DailyStep = {
    name: 'slow',
    run: async day => {
      begun.resolve()
      await new Promise<void>(resolve => {
        goOn = resolve
      })
      days.push(day)
      return 1
    },
  }
  const other = connectPool({ url: database.appUrl, log: silentLog, size: 3 })
  const first = runDailyRound(parts(), [slow])
  await begun.promise
  expect(await runDailyRound({ ...parts(), db: other }, [slow])).toBe('another-is-at-it')
  goOn()
  expect(await first).toBe('finished')
  expect(await runDailyRound({ ...parts(), db: other }, [slow])).toBe('finished')
  expect(days).toEqual(['2024-02-01'])
  await other.destroy()
})

test('a practice clock set back makes the days after it days to come again', async () => {
  const days: string[] = []
  const steps = [noting('step', days)]
  for (const day of ['2024-02-01', '2024-02-20', '2024-02-02', '2024-02-20']) {
    now = `${day}T03:00:00.000Z` as Instant
    await runDailyRound(parts(), steps)
  }
  expect(days).toEqual(['2024-02-01', '2024-02-20', '2024-02-02', '2024-02-20'])
})

test('the job waits until the server is ready, sees a new day by itself, and tries a failed step again later', async () => {
  const days: Day[] = []
  let isReady = false
  let fails = 1
  const step: DailyStep = {
    name: 'step',
    run: async day => {
      days.push(day)
      if (fails-- > 0) throw new Error('once')
      return 0
    },
  }
  const job = startDailyRoundJob({
    parts: parts(),
    steps: [step],
    isReady: () => isReady,
    lookEverySeconds: 0.02,
    retryAfterSeconds: 0.1,
  })
  const until = async (condition: () => boolean) => {
    for (let n = 0; n < 400 && !condition(); n += 1) await new Promise(resolve => setTimeout(resolve, 10))
    expect(condition()).toBe(true)
  }
  await job.now()
  expect(days).toEqual([])
  isReady = true
  await until(() => days.length === 2)
  expect(days).toEqual(['2024-02-01', '2024-02-01'])
  now = '2024-02-02T03:00:00.000Z' as Instant
  await until(() => days.length === 3)
  await new Promise(resolve => setTimeout(resolve, 300))
  expect(days).toEqual(['2024-02-01', '2024-02-01', '2024-02-02'])
  await job.stop()
})
