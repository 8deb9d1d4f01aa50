import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
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

/** The last row that every reader may rely on: nothing before it can still be committed. */
export const findFeedEnd = async (trx: Scoped): Promise<FeedCursor> => {
  const { rows } = await sql<{
    transaction: string
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as transaction`.execute(trx)
  // Everything of older transactions has been read; of this one and later ones nothing.
  return { transaction: rows[0]?.transaction ?? '0', position: 0 }
}

/**
 * Households told of in an area after a cursor, ordered by transaction and only up to the oldest one still open: positions
 * alone may be committed out of order, and a reader that trusts them skips the late one for ever.
 */
export const findAreaChanges = async (
  trx: Scoped,
  after: FeedCursor,
  range: AreaRange,
  most: number,
): Promise<FeedRow[]> => {
  const { rows } = await sql<FeedRow>`select position, ledger_kind, ledger_id, version, area_code, transaction_id::text
    from change_feed
    where (transaction_id, position) > (${after.transaction}::xid8, ${after.position}::bigint)
      and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
      and area_code between ${range.low} and ${range.high} and ledger_kind = 'household'
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
    where c.outcome <> 'applied' and c.settled_at is null order by c.received_at desc limit ${most}`.execute(trx)
  return rows
}

export interface ParkedBody extends ParkedRow {
  readonly body: string
}

/** Whether the scope lets an open parked command through. */
export const findVisibleParked = async (trx: Scoped, commandId: string): Promise<boolean> => {
  const { rows } = await sql`select from commands
    where command_id = ${commandId} and outcome <> 'applied' and settled_at is null`.execute(trx)
  return rows.length > 0
}

/** One open parked command with what it holds, as the scope lets it through; locked, so that two people do not settle it at once. */
export const lockParked = async (trx: Scoped, commandId: string): Promise<ParkedBody | undefined> => {
  const { rows } =
    await sql<ParkedBody>`select command_id, receipt_number, sequence, ledger_kind, ledger_id, type, made_at, based_on_version,
      received_at, person_id, refusal_code, refusal_details, null as head_name, area_code, body
    from commands where command_id = ${commandId} and outcome <> 'applied' and settled_at is null for update`.execute(
      trx,
    )
  return rows[0]
}

export interface Settlement {
  readonly commandId: string
  readonly how: 'accepted' | 'dismissed'
  readonly reason: string
  readonly by: string
  readonly at: string
}

export const settleParkedRow = async (trx: Scoped, { commandId, how, reason, by, at }: Settlement): Promise<void> => {
  await sql`update commands set settled_at = ${at}, settled_by = ${by}, settled_how = ${how}, settle_reason = ${reason}
    where command_id = ${commandId}`.execute(trx)
}
