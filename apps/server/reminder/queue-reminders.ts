import { randomUUID } from 'node:crypto'
import type { ReminderChannelName } from '@thaiqm/contract/reminder/reminder-routes.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { countDuties, type DatedDuty } from '@thaiqm/core/duty/duty-counts.ts'
import { callsForReminder, dayBefore } from '@thaiqm/core/duty/reminder-day.ts'
import { addDays, type Day, type Instant } from '@thaiqm/core/ledger/day.ts'
import { actorOf, type Person } from '@thaiqm/core/person/person.ts'
import { lastDayOfStep } from '../duty/daily-round-store.ts'
import { findPeopleById } from '../person/person-store.ts'
import { inTransaction, type Scoped, systemScope } from '../platform/database/transaction.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { findChoices, peopleToRemind } from './reminder-choice-store.ts'
import { addReminder, forgetRemindersAfter, giveUpBefore } from './reminder-store.ts'

/** What waits for one person under one post; read within that actor's own scope. */
export type FindDuties = (actor: Actor, today: Day) => Promise<Iterable<DatedDuty>>

export const QUEUE_REMINDERS = 'sendReminders'

const PEOPLE_AT_A_TIME = 100
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** After so many days a reminder says nothing any more. */
const GIVE_UP_AFTER_DAYS = 3

const BANGKOK_HOURS = 7

/** The moment a person's quiet hours of a day end. */
export const quietEnd = (day: Day, quietUntilHour: number): Instant =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + (quietUntilHour - BANGKOK_HOURS) * 3_600_000).toISOString() as Instant

/**
 * Puts today's reminders into the outbox: for each person with a confirmed address to whose duties something has come
 * (T-30, T-14, T-7, overdue, new) since the last day that was looked at. Run again, it adds nothing.
 */
export const queueReminders = async (
  parts: ServerParts,
  findDuties: FindDuties,
  channels: readonly ReminderChannelName[],
  today: Day,
): Promise<number> => {
  const { db } = parts
  const inSystem = <Value>(work: (trx: Scoped) => Promise<Value>) => inTransaction(db, systemScope, work)
  const lookedOn = await inSystem(async trx => {
    await forgetRemindersAfter(trx, today)
    await giveUpBefore(trx, addDays(today, -GIVE_UP_AFTER_DAYS))
    return (await lastDayOfStep(trx, QUEUE_REMINDERS, today)) ?? dayBefore(today)
  })
  const remind = async (person: Person): Promise<number> => {
    const duties: DatedDuty[] = []
    for (const post of person.posts) duties.push(...(await findDuties(actorOf(person, post), today)))
    if (!duties.some(duty => callsForReminder(duty, lookedOn, today))) return 0
    const counts = countDuties(duties, lookedOn, today)
    return inSystem(async trx => {
      let added = 0
      for (const { channel, isOn, isConfirmed, quietUntilHour } of await findChoices(trx, person.id)) {
        if (!isOn || !isConfirmed || !channels.includes(channel)) continue
        const dueAt = quietEnd(today, quietUntilHour)
        const reminderId = randomUUID()
        if (await addReminder(trx, { personId: person.id, day: today, channel, reminderId, counts, dueAt })) added += 1
      }
      return added
    })
  }
  let queued = 0
  let after = NOBODY
  for (;;) {
    const ids = await inSystem(trx => peopleToRemind(trx, channels, after, PEOPLE_AT_A_TIME))
    const people = await inSystem(trx => findPeopleById(trx, parts.keys, ids))
    for (const person of people.values()) if (person.status === 'ACTIVE') queued += await remind(person)
    const last = ids.at(-1)
    if (last === undefined || ids.length < PEOPLE_AT_A_TIME) return queued
    after = last
  }
}
