import { createHash } from 'node:crypto'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { baselineRound, reXrayRound } from '@thaiqm/testing/households.ts'
import { createActions } from './actions.ts'
import { fieldPeople, firstCommands } from './birth.ts'
import { checkLife } from './check-life.ts'
import { createFaults, type FaultCounts } from './faults.ts'
import { checkAlways, checkAtRest, checkBooks } from './invariants.ts'
import type { State } from './memory-state.ts'
import { createNetwork } from './network.ts'
import { createOracle, type Oracle, type Violation } from './oracle.ts'
import { createPhones, type Phone } from './phone.ts'
import { nothingPlanted, type Planted } from './planted.ts'
import { createRandom } from './random.ts'
import { createScheduler, newLife } from './scheduler.ts'
import { memoryStage, type OpenStage } from './stage.ts'

export interface WorldOptions {
  readonly seed: number
  readonly phones?: number
  /** Hardships are solved in it: offers, meetings, plans, referrals, merging. */
  readonly isLife?: boolean
  readonly planted?: Planted
  readonly openStage?: OpenStage
  /** Looks at a world before it is gone. */
  readonly onEnd?: (state: State, oracle: Oracle) => void
}

export interface WorldResult {
  readonly seed: number
  readonly violations: readonly Violation[]
  readonly faults: FaultCounts
  /** Of the whole trace and of what the server holds at the end: the same for the same seed. */
  readonly hash: string
  readonly trace: readonly string[]
  readonly steps: number
  readonly commands: number
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MOST_STEPS = 20_000
const ROUNDS = 3

/** One world from its birth to its rest. Everything in it follows from the seed. */
export const runWorld = async ({
  seed,
  phones: wanted,
  planted = nothingPlanted,
  isLife = planted.isLife,
  openStage = memoryStage,
  onEnd,
}: WorldOptions): Promise<WorldResult> => {
  const random = createRandom(seed)
  const faults = createFaults(random, planted.favours)
  const oracle = createOracle()
  const isAtDeadline = faults.happens('deadline-midnight', 0.5)
  let nowMs = Date.parse(isAtDeadline ? '2024-01-31T14:00:00Z' : '2024-01-12T02:00:00Z')
  const clock = { nowMs: () => nowMs, now: () => new Date(nowMs).toISOString() as Instant }
  const scheduler = createScheduler(random, (_life, error) => {
    const isStoreFull = error instanceof Error && /QuotaExceeded|AbortError/.test(error.message)
    if (!isStoreFull) oracle.report('fault', error instanceof Error ? (error.stack ?? error.message) : String(error))
  })
  const stage = await openStage({
    random,
    scheduler,
    faults,
    planted,
    now: clock.now,
    onPulled: (actor, households) => {
      if (households.some(h => !h.areaCode.startsWith(actor.areaCode)))
        oracle.report('I8', `a household outside the area of ${actor.role} ${actor.areaCode} was sent`)
    },
  })
  const { server } = stage
  const network = createNetwork({ random, scheduler, faults, handle: server.handle, nowMs: clock.nowMs })

  const finish = async (isDone: () => boolean): Promise<void> => {
    for (let steps = 0; !isDone() && steps < MOST_STEPS; steps += 1) if (!(await scheduler.step())) return
  }

  // Birth: nothing fails yet.
  faults.suspend(true)
  const first = firstCommands(random, isLife)
  let isBorn = false
  const birth = newLife('birth')
  scheduler.spawn(birth, 'birth', async () => {
    const refused = await stage.birth(birth, random.uuid(), first.commands)
    if (refused.length > 0) throw new Error(`the world was not born: ${JSON.stringify(refused[0])}`)
    isBorn = true
  })
  await finish(() => isBorn)
  faults.suspend(false)

  const rounds = [baselineRound, reXrayRound]
  const phones = createPhones({
    random,
    scheduler,
    faults,
    planted,
    network,
    nowMs: clock.nowMs,
    rounds,
    oracle: oracle.witness,
  })
  await server.refresh()
  const backups = stage.backups({ network, oracle, finish })
  const all: Phone[] = []
  const actions = createActions({
    random,
    scheduler,
    faults,
    planted,
    server,
    network,
    phones,
    backups,
    oracle,
    clock,
    all,
    isLife,
  })
  const count = Math.min(fieldPeople.length, wanted ?? 2 + random.below(4))
  for (const actor of fieldPeople.slice(0, count)) actions.addPhone(actor)

  // Life.
  const check = (): void => checkAlways(server, backups.newest(), all, oracle)
  const look = async (): Promise<void> => {
    await server.refresh()
    check()
  }
  const actionsToDo = (30 + random.below(60)) * (isLife ? 2 : 1)
  const pace = random.pick([0.03, 0.06, 0.12])
  let steps = 0
  for (let done = 0; done < actionsToDo && oracle.violations.length === 0; steps += 1) {
    if (random.chance(pace) || !(await scheduler.step())) {
      nowMs += random.below(20) * MINUTE + (random.chance(0.02) ? random.below(3) * DAY : 0)
      if (isLife && random.chance(0.04)) nowMs += random.below(40) * DAY
      network.deliverDue()
      await server.refresh()
      await actions.next()
      done += 1
    }
    if (steps % stage.looksEvery === 0) await look()
  }

  // Rest: everything heals, everybody gets three rounds.
  faults.heal()
  server.start()
  network.deliverAll()
  await finish(() => false)
  await look()
  await actions.makeWhole()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const phone of all) actions.syncNow(phone)
    await finish(() => false)
  }
  await server.refresh()
  checkBooks(server.state(), server.epoch(), oracle)
  checkLife(server.state(), server.epoch(), oracle)
  checkAtRest(server, all, phones.shown, oracle)
  // Two backups later nothing is left to keep.
  await backups.archiveNow()
  for (const phone of all) actions.syncNow(phone)
  await finish(() => false)
  await look()
  for (const phone of all)
    if (phone.disk.commands.size > 0)
      oracle.report('I14', `${phone.name} still holds ${phone.disk.commands.size} commands that are safe`)
  if (!server.isFree()) oracle.report('fault', 'a transaction or a lock was left behind')

  onEnd?.(server.state(), oracle)
  const hash = createHash('sha256')
  for (const line of scheduler.trace) hash.update(line)
  for (const [id, { household }] of server.state().households) hash.update(`${id} ${household.version}`)
  return {
    seed,
    violations: oracle.violations,
    faults: faults.counts,
    hash: hash.digest('hex').slice(0, 16),
    trace: scheduler.trace,
    steps,
    commands: oracle.made.size,
  }
}
