import { reminderText } from '@thaiqm/core/duty/reminder-text.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { findPerson } from '../person/person-store.ts'
import { inTransaction, type Scoped, systemScope } from '../platform/database/transaction.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import type { Delivery, ReminderChannel, ReminderSettings } from './reminder-channel.ts'
import { findChoices } from './reminder-choice-store.ts'
import { type ClaimedReminder, claimReminder, markEnded, markSent, markWaiting } from './reminder-store.ts'

export interface DeliveryParts extends Pick<ServerParts, 'db' | 'keys' | 'clock' | 'log'> {
  readonly reminders: ReminderSettings
  readonly isPractice: () => boolean
}

/** A try in doubt is repeated once where the other side cannot tell a second copy. */
const MOST_DOUBTS = 1

const FIRST_WAIT_MINUTES = 5
const LONGEST_WAIT_MINUTES = 6 * 60

const minutesAfter = (now: Instant, minutes: number): Instant =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString() as Instant

const waitMinutes = (tries: number): number => Math.min(FIRST_WAIT_MINUTES * 2 ** (tries - 1), LONGEST_WAIT_MINUTES)

export const todayUrlOf = ({ publicUrl }: ReminderSettings): string | null =>
  publicUrl === null ? null : `${publicUrl}/today`

/** Where it goes now: a person who has left, or wants no reminders any more, gets none that was made before. */
const findAddress = async (parts: DeliveryParts, reminder: ClaimedReminder): Promise<string | undefined> =>
  inTransaction(parts.db, systemScope, async trx => {
    const person = await findPerson(trx, parts.keys, reminder.personId)
    if (person?.status !== 'ACTIVE') return undefined
    const choice = (await findChoices(trx, reminder.personId)).find(({ channel }) => channel === reminder.channel)
    return choice?.isOn && choice.isConfirmed ? choice.address : undefined
  })

const record = async (
  trx: Scoped,
  reminder: ClaimedReminder,
  delivery: Delivery,
  channel: ReminderChannel,
  now: Instant,
): Promise<void> => {
  if (delivery.end === 'sent') return markSent(trx, reminder, now)
  const doubts = reminder.doubts + (delivery.end === 'unsure' ? 1 : 0)
  if (delivery.end === 'turned-down') return markEnded(trx, reminder, 'given-up', delivery.fault)
  if (doubts > MOST_DOUBTS && !channel.takesOnce) return markEnded(trx, reminder, 'given-up', delivery.fault)
  return markWaiting(trx, reminder, {
    dueAt: minutesAfter(now, waitMinutes(reminder.tries)),
    fault: delivery.fault,
    doubts,
  })
}

const deliver = async (parts: DeliveryParts, reminder: ClaimedReminder, channel: ReminderChannel): Promise<void> => {
  const { db, clock, log, reminders, isPractice } = parts
  const end = (work: (trx: Scoped) => Promise<void>) => inTransaction(db, systemScope, work)
  if (reminder.doubts > MOST_DOUBTS && !channel.takesOnce)
    return end(trx => markEnded(trx, reminder, 'given-up', 'interrupted'))
  const address = await findAddress(parts, reminder)
  if (address === undefined) return end(trx => markEnded(trx, reminder, 'withdrawn', null))
  const text = reminderText({
    counts: reminder.counts,
    day: reminder.day,
    todayUrl: todayUrlOf(reminders),
    isPractice: isPractice(),
  })
  const delivery = await channel.send(address, { messageId: reminder.reminderId, ...text })
  if (delivery.end !== 'sent') log('reminder-not-sent', { channel: channel.name, fault: delivery.fault })
  await end(trx => record(trx, reminder, delivery, channel, clock.now()))
}

/**
 * Sends what is due, one after the other; answers how many tries were made.
 *
 * What is promised: one reminder a person, day and channel arrives once. Only when a server dies, or the connection breaks,
 * between handing it over and writing that down, may it arrive a second time, and never a third. LINE tells the second
 * copy by its retry key and does not show it.
 */
export const deliverReminders = async (parts: DeliveryParts, isStopped: () => boolean): Promise<number> => {
  const { db, clock, reminders } = parts
  const names = [...reminders.channels.keys()]
  if (names.length === 0) return 0
  for (let tries = 0; ; tries += 1) {
    if (isStopped()) return tries
    const claimed = await inTransaction(db, systemScope, trx => claimReminder(trx, names, clock.now()))
    const channel = claimed && reminders.channels.get(claimed.channel)
    if (claimed === undefined || channel === undefined) return tries
    await deliver(parts, claimed, channel)
  }
}
