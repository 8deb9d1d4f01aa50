import type { ReminderFault } from '@thaiqm/contract/reminder/reminder-faults.ts'
import type { ReminderChannelName, ReminderState } from '@thaiqm/contract/reminder/reminder-routes.ts'
import type { KindOfDutyCounts } from '@thaiqm/core/duty/duty-counts.ts'
import type { Day, Instant } from '@thaiqm/core/ledger/day.ts'
import type { PersonId } from '@thaiqm/core/ledger/identifiers.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

export interface NewReminder {
  readonly personId: string
  readonly day: Day
  readonly channel: ReminderChannelName
  readonly reminderId: string
  readonly counts: readonly KindOfDutyCounts[]
  readonly dueAt: Instant
}

/** Puts a reminder into the outbox; answers false where the person has one of this day and channel already. */
export const addReminder = async (trx: Scoped, reminder: NewReminder): Promise<boolean> => {
  const { personId, day, channel, reminderId, counts, dueAt } = reminder
  const { numAffectedRows } = await sql`insert into reminders
      (person_id, reminder_day, channel, reminder_id, counts, state, due_at)
    values (${personId}, ${day}, ${channel}, ${reminderId}, ${JSON.stringify(counts)}::jsonb, 'waiting', ${dueAt})
    on conflict (person_id, reminder_day, channel) do nothing`.execute(trx)
  return numAffectedRows === 1n
}

export interface ClaimedReminder {
  readonly personId: PersonId
  readonly day: Day
  readonly channel: ReminderChannelName
  readonly reminderId: string
  readonly counts: readonly KindOfDutyCounts[]
  /** This one included. */
  readonly tries: number
  /** How often it may have arrived already, without our knowing. */
  readonly doubts: number
}

/** Longer than any try lasts: who claimed it so long ago has ended in the middle of it. */
const CLAIM_MINUTES = 10

/**
 * Takes one reminder whose time has come, for this server alone: written down before it is sent, so that one that was being
 * sent when the power went is known to be in doubt.
 */
export const claimReminder = async (
  trx: Scoped,
  channels: readonly ReminderChannelName[],
  now: Instant,
): Promise<ClaimedReminder | undefined> => {
  const { rows } = await sql<ClaimedReminder>`update reminders r set
      doubts = r.doubts + case when r.state = 'sending' then 1 else 0 end,
      state = 'sending', tries = r.tries + 1, claimed_at = now()
    from (select person_id, reminder_day, channel from reminders
      where channel = any(${channels}::text[])
        and ((state = 'waiting' and due_at <= ${now})
          or (state = 'sending' and claimed_at < now() - make_interval(mins => ${CLAIM_MINUTES})))
      order by due_at limit 1 for update skip locked) next
    where r.person_id = next.person_id and r.reminder_day = next.reminder_day and r.channel = next.channel
    returning r.person_id as "personId", r.reminder_day as day, r.channel, r.reminder_id as "reminderId", r.counts,
      r.tries, r.doubts`.execute(trx)
  return rows[0]
}

type Key = Pick<ClaimedReminder, 'reminderId'>

export const markSent = async (trx: Scoped, { reminderId }: Key, now: Instant): Promise<void> => {
  await sql`update reminders set state = 'sent', sent_at = ${now}, last_fault = null
    where reminder_id = ${reminderId}`.execute(trx)
}

export const markEnded = async (
  trx: Scoped,
  { reminderId }: Key,
  state: 'given-up' | 'withdrawn',
  fault: ReminderFault | null,
): Promise<void> => {
  await sql`update reminders set state = ${state}, last_fault = ${fault} where reminder_id = ${reminderId}`.execute(trx)
}

export const markWaiting = async (
  trx: Scoped,
  { reminderId }: Key,
  again: { readonly dueAt: Instant; readonly fault: ReminderFault; readonly doubts: number },
): Promise<void> => {
  await sql`update reminders set state = 'waiting', due_at = ${again.dueAt}, last_fault = ${again.fault},
    doubts = ${again.doubts} where reminder_id = ${reminderId}`.execute(trx)
}

/** What was not sent so long that it says nothing any more. Answers how many. */
export const giveUpBefore = async (trx: Scoped, day: Day): Promise<number> => {
  const { numAffectedRows } = await sql`update reminders set state = 'given-up',
    last_fault = coalesce(last_fault, 'channel-unreachable') where state = 'waiting' and reminder_day <= ${day}`.execute(
    trx,
  )
  return Number(numAffectedRows ?? 0n)
}

/** Days that have not come yet: a practice clock was set back before them. */
export const forgetRemindersAfter = async (trx: Scoped, day: Day): Promise<void> => {
  await sql`delete from reminders where reminder_day > ${day}`.execute(trx)
}

export const countOfDay = async (
  trx: Scoped,
  day: Day,
): Promise<{ channel: ReminderChannelName; state: ReminderState; n: number }[]> => {
  const { rows } = await sql<{ channel: ReminderChannelName; state: ReminderState; n: number }>`
    select channel, state, count(*)::int as n from reminders where reminder_day = ${day}
    group by channel, state order by channel, state`.execute(trx)
  return rows
}

export interface UnsentRow {
  readonly personId: PersonId
  readonly day: Day
  readonly channel: ReminderChannelName
  readonly state: ReminderState
  readonly tries: number
  readonly fault: ReminderFault
  readonly dueAt: Instant
}

/** What did not go out since a day, the newest first. */
export const findUnsent = async (trx: Scoped, since: Day, most: number): Promise<UnsentRow[]> => {
  const { rows } = await sql<UnsentRow>`select person_id as "personId", reminder_day as day, channel, state, tries,
      last_fault as fault, due_at as "dueAt" from reminders
    where reminder_day >= ${since} and state in ('waiting', 'given-up') and last_fault is not null
    order by reminder_day desc, person_id limit ${most}`.execute(trx)
  return rows
}
