import type { ReminderChannelName } from '@thaiqm/contract/reminder/reminder-routes.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { PersonId } from '@thaiqm/core/ledger/identifiers.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

export interface ChoiceRow {
  readonly personId: PersonId
  readonly channel: ReminderChannelName
  readonly address: string
  readonly isOn: boolean
  readonly quietUntilHour: number
  readonly isConfirmed: boolean
  readonly codeHash: Uint8Array | null
  /** The code may still be used: by the machine's own clock, whatever day a practice province has. */
  readonly isCodeFresh: boolean
  readonly codeTries: number
  readonly codesOn: Day | null
  readonly codesSent: number
}

const CODE_MINUTES = 30

const columns = sql`person_id as "personId", channel, address, is_on as "isOn", quiet_until_hour as "quietUntilHour",
  confirmed_at is not null as "isConfirmed", code_hash as "codeHash",
  coalesce(code_made_at > now() - make_interval(mins => ${CODE_MINUTES}), false) as "isCodeFresh",
  code_tries as "codeTries", codes_on as "codesOn", codes_sent as "codesSent"`

export const findChoices = async (trx: Scoped, personId: string): Promise<ChoiceRow[]> => {
  const { rows } = await sql<ChoiceRow>`select ${columns} from reminder_choices where person_id = ${personId}`.execute(
    trx,
  )
  return rows
}

/** Locked until the end: two tries of one code are counted one after the other. */
export const lockChoice = async (
  trx: Scoped,
  personId: string,
  channel: ReminderChannelName,
): Promise<ChoiceRow | undefined> => {
  const { rows } = await sql<ChoiceRow>`select ${columns} from reminder_choices
    where person_id = ${personId} and channel = ${channel} for update`.execute(trx)
  return rows[0]
}

export interface ChoiceToSave {
  readonly personId: string
  readonly channel: ReminderChannelName
  readonly address: string
  readonly isOn: boolean
  readonly quietUntilHour: number
}

/** Another address than before is nobody's until it is confirmed. */
export const saveChoice = async (trx: Scoped, choice: ChoiceToSave): Promise<void> => {
  const { personId, channel, address, isOn, quietUntilHour } = choice
  await sql`insert into reminder_choices as c (person_id, channel, address, is_on, quiet_until_hour)
    values (${personId}, ${channel}, ${address}, ${isOn}, ${quietUntilHour})
    on conflict (person_id, channel) do update set address = excluded.address, is_on = excluded.is_on,
      quiet_until_hour = excluded.quiet_until_hour,
      confirmed_at = case when c.address = excluded.address then c.confirmed_at end,
      code_hash = case when c.address = excluded.address then c.code_hash end`.execute(trx)
}

export const saveCode = async (
  trx: Scoped,
  personId: string,
  channel: ReminderChannelName,
  code: { readonly hash: Uint8Array; readonly on: Day; readonly sentThatDay: number },
): Promise<void> => {
  await sql`update reminder_choices set code_hash = ${code.hash}, code_made_at = now(), code_tries = 0,
    codes_on = ${code.on}, codes_sent = ${code.sentThatDay}
    where person_id = ${personId} and channel = ${channel}`.execute(trx)
}

export const countCodeTry = async (trx: Scoped, personId: string, channel: ReminderChannelName): Promise<void> => {
  await sql`update reminder_choices set code_tries = code_tries + 1
    where person_id = ${personId} and channel = ${channel}`.execute(trx)
}

export const confirmChoice = async (trx: Scoped, personId: string, channel: ReminderChannelName): Promise<void> => {
  await sql`update reminder_choices set confirmed_at = now(), code_hash = null, code_tries = 0
    where person_id = ${personId} and channel = ${channel}`.execute(trx)
}

/** People to be reminded, in the order of their ids, after the last one of the page before. */
export const peopleToRemind = async (
  trx: Scoped,
  channels: readonly ReminderChannelName[],
  after: string,
  most: number,
): Promise<PersonId[]> => {
  const { rows } = await sql<{ personId: PersonId }>`select distinct person_id as "personId" from reminder_choices
    where is_on and confirmed_at is not null and channel = any(${channels}::text[]) and person_id > ${after}::uuid
    order by person_id limit ${most}`.execute(trx)
  return rows.map(row => row.personId)
}

export const countReminded = async (trx: Scoped): Promise<Map<ReminderChannelName, number>> => {
  const { rows } = await sql<{ channel: ReminderChannelName; n: number }>`select channel, count(*)::int as n
    from reminder_choices where is_on and confirmed_at is not null group by channel`.execute(trx)
  return new Map(rows.map(row => [row.channel, row.n]))
}
