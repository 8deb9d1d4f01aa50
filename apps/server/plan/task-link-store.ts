import { createHash } from 'node:crypto'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { HouseholdId, OrganisationId, PlanActionId, PlanId } from '@thaiqm/core/ledger/identifiers.ts'
import type { ActionAnswer } from '@thaiqm/core/plan/plan.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'
import { openDocument, type SealingKeys } from '../platform/sealing.ts'

export interface TaskLinkRow {
  readonly link_id: string
  readonly token_hash: Uint8Array
  readonly household_id: HouseholdId
  readonly area_code: number
  readonly plan_id: PlanId
  readonly plan_action_id: PlanActionId
  readonly organisation_id: OrganisationId | null
  readonly is_agency: boolean
  readonly holder_name: string
  /** The task in words for the holder; null where the plan's own are told. */
  readonly what: string | null
  /** JSON with name, position and sealed telephone of the officer to call. */
  readonly officer: string
  readonly issued_by: string
  readonly issued_at: Instant
  readonly expires_at: Instant
  readonly answered_at: Instant | null
  readonly revoked_at: Instant | null
}

/** What stands where an officer's position would. */
export const LINK_POSITION = 'ผู้ตอบผ่านลิงก์'

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

export const saveTaskLink = async (
  trx: Scoped,
  link: Omit<TaskLinkRow, 'answered_at' | 'revoked_at'>,
): Promise<void> => {
  await sql`insert into task_links (link_id, token_hash, household_id, area_code, plan_id, plan_action_id, organisation_id,
      is_agency, holder_name, what, officer, issued_by, issued_at, expires_at)
    values (${link.link_id}, ${link.token_hash}, ${link.household_id}, ${link.area_code}, ${link.plan_id},
      ${link.plan_action_id}, ${link.organisation_id}, ${link.is_agency}, ${link.holder_name}, ${link.what}, ${link.officer},
      ${link.issued_by}, ${link.issued_at}, ${link.expires_at})`.execute(trx)
}

/** The link a token opens, whatever became of it since. */
export const findTaskLinkByToken = async (trx: Scoped, token: string): Promise<TaskLinkRow | undefined> => {
  const hash = hashOfToken(token)
  return (await sql<TaskLinkRow>`select * from task_links where token_hash = ${hash}`.execute(trx)).rows[0]
}

export const findTaskLink = async (trx: Scoped, linkId: string): Promise<TaskLinkRow | undefined> =>
  (await sql<TaskLinkRow>`select * from task_links where link_id = ${linkId}`.execute(trx)).rows[0]

export const findTaskLinksOf = async (trx: Scoped, householdId: HouseholdId): Promise<TaskLinkRow[]> =>
  (
    await sql<TaskLinkRow>`select * from task_links where household_id = ${householdId}
      order by issued_at desc limit 100`.execute(trx)
  ).rows

/**
 * Whether the household's ledger holds an answer of this link that used it up: the ledger knows it in the same moment
 * as the answer, the link's own row only after.
 */
export const isUsedUp = async (trx: Scoped, keys: SealingKeys, link: TaskLinkRow): Promise<boolean> => {
  const { rows } = await sql<{ data: string }>`select data from ledger_events where ledger_id = ${link.household_id}
    and by_person = ${link.link_id} and type = 'PlanActionAnswered'`.execute(trx)
  return rows.some(row => {
    const { answer } = openDocument(keys, row.data, link.household_id) as { answer: ActionAnswer }
    return answer !== 'ACCEPTED'
  })
}

/** Names of those who answered by link, for the reader of the household's life; within the reader's scope. */
export const findLinkHolders = async (trx: Scoped, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ link_id: string; holder_name: string }>`select link_id, holder_name from task_links
    where link_id = any(${ids}::uuid[])`.execute(trx)
  return new Map(rows.map(row => [row.link_id, row.holder_name]))
}

/** The receipt of an answer that was given through this token under this id. */
export const findReceiptByLink = async (trx: Scoped, token: string, commandId: string): Promise<number | undefined> => {
  const { rows } = await sql<{ receipt_number: number }>`select c.receipt_number from task_links l
    join commands c on c.person_id = l.link_id and c.command_id = ${commandId}::uuid
    where l.token_hash = ${hashOfToken(token)} and c.outcome = 'applied'`.execute(trx)
  return rows[0]?.receipt_number
}

/** Ends a link; answered and revoked ones stay as they are. */
export const endTaskLink = async (
  trx: Scoped,
  linkId: string,
  how: 'answered_at' | 'revoked_at',
  at: Instant,
): Promise<void> => {
  await sql`update task_links set ${sql.ref(how)} = ${at}
    where link_id = ${linkId} and answered_at is null and revoked_at is null`.execute(trx)
}

/** Ends the open links of an action: a new one takes their place. */
export const revokeLinksOfAction = async (trx: Scoped, actionId: PlanActionId, at: Instant): Promise<void> => {
  await sql`update task_links set revoked_at = ${at}
    where plan_action_id = ${actionId} and answered_at is null and revoked_at is null`.execute(trx)
}
