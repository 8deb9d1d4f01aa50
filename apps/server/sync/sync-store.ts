import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

export interface FeedRow {
  readonly position: number
  readonly ledger_kind: string
  readonly ledger_id: string
  readonly version: number
  readonly area_code: number | null
  readonly transaction_id: string
}

/** A place in the feed: everything up to this transaction and position has been handed out. */
export interface FeedCursor {
  readonly transaction: string
  readonly position: number
}

/**
 * Changes after a cursor, ordered by transaction and only up to the oldest one still open: positions alone may be
 * committed out of order, and a reader that trusts them skips the late one for ever.
 */
export const findChanges = async (trx: Scoped, after: FeedCursor, most: number): Promise<FeedRow[]> => {
  const { rows } = await sql<FeedRow>`select position, ledger_kind, ledger_id, version, area_code, transaction_id::text
    from change_feed
    where (transaction_id, position) > (${after.transaction}::xid8, ${after.position}::bigint)
      and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
    order by transaction_id, position limit ${most}`.execute(trx)
  return rows
}

export interface ParkedRow {
  readonly command_id: CommandEnvelope['commandId']
  readonly receipt_number: number
  readonly sequence: number
  readonly ledger_kind: CommandEnvelope['ledgerKind']
  readonly ledger_id: string
  readonly type: string
  readonly made_at: CommandEnvelope['madeAt']
  readonly based_on_version: number | null
  readonly received_at: CommandEnvelope['madeAt']
  readonly person_id: string
  readonly refusal_code: string | null
  readonly refusal_details: string | null
  readonly head_name: string | null
  readonly area_code: number | null
}

/** What is kept and waits for a person, the newest first. */
export const findParked = async (trx: Scoped, most: number): Promise<ParkedRow[]> => {
  const { rows } =
    await sql<ParkedRow>`select c.command_id, c.receipt_number, c.sequence, c.ledger_kind, c.ledger_id, c.type,
      c.made_at, c.based_on_version, c.received_at, c.person_id, c.refusal_code, c.refusal_details, h.head_name, c.area_code
    from commands c left join households h on h.household_id = c.ledger_id
    where c.outcome <> 'applied' order by c.received_at desc limit ${most}`.execute(trx)
  return rows
}

/** The highest sequence of a device up to which nothing is missing: what lies behind a gap does not count yet. */
export const highestSequence = async (trx: Scoped, deviceId: string): Promise<number> => {
  const { rows } = await sql<{ upto: number | null }>`select max(sequence) as upto from (
      select sequence, row_number() over (order by sequence) as place
      from (select distinct sequence from commands where device_id = ${deviceId}) each_once
    ) numbered where sequence = place`.execute(trx)
  return rows[0]?.upto ?? 0
}
