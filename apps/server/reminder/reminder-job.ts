import { type DeliveryParts, deliverReminders } from './deliver-reminders.ts'

export interface ReminderJob {
  /** Sends at once what is due. */
  now(): Promise<void>
  stop(): Promise<void>
}

const LOOK_EVERY_SECONDS = 30

/** Looks again and again whether the time of a reminder has come. A fault is said and left to the next look. */
export const startReminderJob = (
  parts: DeliveryParts,
  isReady: () => boolean,
  lookEverySeconds = LOOK_EVERY_SECONDS,
): ReminderJob => {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const look = async (): Promise<void> => {
    if (isStopped || !isReady()) return
    try {
      await deliverReminders(parts, () => isStopped)
    } catch (error) {
      parts.log('reminders-not-delivered', { code: (error as { code?: string }).code ?? '' })
    }
  }
  const now = (): Promise<void> => {
    running = running.then(look)
    return running
  }
  const wait = (): void => {
    if (isStopped) return
    timer = setTimeout(() => void now().then(wait), lookEverySeconds * 1000)
    timer.unref()
  }
  if (parts.reminders.channels.size > 0) wait()
  return {
    now,
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
