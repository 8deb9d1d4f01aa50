import { type Day, dayOf } from '@thaiqm/core/ledger/day.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { type DailyStep, runDailyRound } from './daily-round.ts'

export interface DailyRoundJob {
  /** Sees at once whether today's round is done, and does it if not; at the start and when the practice clock moves. */
  now(): Promise<void>
  stop(): Promise<void>
}

export interface DailyRoundJobSettings {
  readonly parts: Pick<ServerParts, 'db' | 'clock' | 'log'>
  readonly steps: readonly DailyStep[]
  /** The server is set up, and nothing is being loaded. */
  readonly isReady: () => boolean
  /** Seconds between two looks at the clock; asked for the day only, so that a look costs nothing. */
  readonly lookEverySeconds?: number
  /** Seconds until a round with a failed step is tried again. */
  readonly retryAfterSeconds?: number
}

const LOOK_EVERY_SECONDS = 30
const RETRY_AFTER_SECONDS = 20 * 60

/** Runs the daily round soon after midnight of the server's clock, and again within the hour while a step of it fails. */
export const startDailyRoundJob = ({
  parts,
  steps,
  isReady,
  lookEverySeconds = LOOK_EVERY_SECONDS,
  retryAfterSeconds = RETRY_AFTER_SECONDS,
}: DailyRoundJobSettings): DailyRoundJob => {
  let finishedDay: Day | undefined
  let triedDay: Day | undefined
  let looksToSkip = 0
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const round = async (): Promise<void> => {
    if (isStopped || !isReady()) return
    const today = dayOf(parts.clock.now())
    if (finishedDay === today) return
    triedDay = today
    looksToSkip = Math.ceil(retryAfterSeconds / lookEverySeconds)
    try {
      const end = await runDailyRound(parts, steps)
      if (end === 'finished') finishedDay = today
      if (end === 'another-is-at-it') looksToSkip = 0
    } catch (error) {
      parts.log('daily-round-failed', { code: (error as { code?: string }).code ?? '' })
    }
  }
  const now = (): Promise<void> => {
    running = running.then(round)
    return running
  }
  const look = (): Promise<void> => {
    looksToSkip -= 1
    const isNewDay = isReady() && dayOf(parts.clock.now()) !== triedDay
    return isNewDay || looksToSkip <= 0 ? now() : running
  }
  const wait = (): void => {
    if (isStopped) return
    timer = setTimeout(() => void look().then(wait), lookEverySeconds * 1000)
    timer.unref()
  }
  wait()
  return {
    now,
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
