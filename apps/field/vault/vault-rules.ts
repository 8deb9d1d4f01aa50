import { toArabicDigits } from '@thaiqm/core/thai/thai-digits.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** How long households may be kept without a word from the server; the server may say other days. */
export interface LeaseTerms {
  /** Days until they can no longer be seen: the server's share of their key is erased. */
  readonly viewDays: number
  /** Days until they are erased. Unsent work and drafts never are. */
  readonly eraseDays: number
}

export const usualTerms: LeaseTerms = { viewDays: 7, eraseDays: 30 }

/** So many wrong PINs one after the other drop the cache and its key; the outbox stays and can be sent. */
export const MOST_WRONG_PINS = 10
/** Out of sight for longer than this, the app asks for the PIN again. */
export const LOCKED_AFTER_HIDDEN_MS = 5 * 60 * 1000
export const PIN_LENGTH = 6

/** What the phone remembers of time, so that setting its clock back wins nothing. */
export interface VaultTimes {
  /** This phone's clock when the server last gave the share, in ms. */
  readonly lastContactMs: number
  /** The highest clock seen since then, in ms. */
  readonly highestClockMs: number
}

export const contactAt = (clockMs: number): VaultTimes => ({ lastContactMs: clockMs, highestClockMs: clockMs })

export const clockSeen = (times: VaultTimes, clockMs: number): VaultTimes =>
  clockMs > times.highestClockMs ? { ...times, highestClockMs: clockMs } : times

/** What may be kept by now: everything; the households, but unseen; or none of them. */
export type LeaseState = 'viewing' | 'unseen' | 'erased'

/** The lease at this moment; a clock set back counts as the highest one seen. */
export const leaseState = (times: VaultTimes, clockMs: number, { viewDays, eraseDays }: LeaseTerms): LeaseState => {
  const since = clockSeen(times, clockMs).highestClockMs - times.lastContactMs
  if (since > eraseDays * DAY_MS) return 'erased'
  return since > viewDays * DAY_MS ? 'unseen' : 'viewing'
}

/** Tries that are left after so many wrong ones. */
export const triesLeft = (wrongPins: number): number => Math.max(0, MOST_WRONG_PINS - wrongPins)

const isRun = (digits: readonly number[], step: number): boolean =>
  digits.every((digit, at) => at === 0 || digit === ((digits[at - 1] ?? 0) + step + 10) % 10)

const isRepeated = (pin: string): boolean =>
  [1, 2, 3].some(length => pin === pin.slice(0, length).repeat(PIN_LENGTH / length))

/** A birthday as Thai people write it, ddmmyy. */
const isDay = (pin: string): boolean => {
  const [day = 0, month = 0] = [pin.slice(0, 2), pin.slice(2, 4)].map(Number)
  return day >= 1 && day <= 31 && month >= 1 && month <= 12
}

const keypadPatterns = new Set([
  '147258',
  '258369',
  '159357',
  '357159',
  '741852',
  '852963',
  '147369',
  '963741',
  '135790',
])

export type PinWeakness = 'not-six-digits' | 'repeated' | 'in-order' | 'a-day' | 'a-pattern'

/** Why a PIN is too easily guessed; undefined when it will do. */
export const pinWeakness = (pin: string): PinWeakness | undefined => {
  if (!/^[0-9]{6}$/.test(pin)) return 'not-six-digits'
  if (isRepeated(pin)) return 'repeated'
  const digits = [...pin].map(Number)
  if ([1, -1, 2, -2].some(step => isRun(digits, step))) return 'in-order'
  const pairs = [0, 2, 4].map(at => digits[at] ?? 0)
  const isPaired = [0, 2, 4].every(at => digits[at] === digits[at + 1])
  if (isPaired && (isRun(pairs, 1) || isRun(pairs, -1))) return 'in-order'
  if (isDay(pin)) return 'a-day'
  return keypadPatterns.has(pin) ? 'a-pattern' : undefined
}

/** Digits typed on any keyboard, Thai ones too; nothing else stays. */
export const pinDigits = (typed: string): string =>
  toArabicDigits(typed)
    .replace(/[^0-9]/g, '')
    .slice(0, PIN_LENGTH)
