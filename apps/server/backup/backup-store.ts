import { sql } from 'kysely'
import { type Database, inTransaction, type Scoped, systemScope } from '../platform/database/transaction.ts'

/**
 * One backup at a time on this database, whoever runs it. The lock lasts as long as its transaction, which waits quietly
 * meanwhile and holds nothing else up.
 */
export const withBackupLock = <Value>(db: Database, work: () => Promise<Value>): Promise<Value> =>
  inTransaction(db, systemScope, async trx => {
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx)
    await sql`select pg_advisory_xact_lock(hashtext('thaiqm-backup'))`.execute(trx)
    return work()
  })

export interface EpochBirth {
  readonly epoch: string
  readonly restoredFrom: string | null
  readonly bornAtTransaction: string
  readonly createdAt: string
}

export const readEpochBirth = async (trx: Scoped): Promise<EpochBirth | undefined> => {
  const { rows } = await sql<EpochBirth>`select epoch, restored_from as "restoredFrom",
    born_at_transaction::text as "bornAtTransaction", created_at as "createdAt" from installation`.execute(trx)
  return rows[0]
}

/** The migrations this database has been through, in their order. */
export const migrationNames = async (trx: Scoped): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`select name from migration_checksums order by name`.execute(trx)
  return rows.map(row => row.name)
}

/** Whatever was committed before this transaction is there to be seen, and nothing older will still turn up. */
export const oldestOpenTransaction = async (trx: Scoped): Promise<string> => {
  const { rows } = await sql<{ mark: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as mark`.execute(
    trx,
  )
  const [row] = rows
  if (row === undefined) throw new Error('the database did not say which transactions are open')
  return row.mark
}

export interface ArchiveCursor {
  readonly transaction: string
  readonly receipt: number
}

export interface ArchivedRow {
  readonly transaction: string
  readonly number: number
  readonly content: string
}

/** Commands after a cursor and before a mark, as JSON, in the order of their transactions. */
export const commandsBetween = async (
  trx: Scoped,
  after: ArchiveCursor,
  before: string,
  most: number,
): Promise<ArchivedRow[]> => {
  const { rows } = await sql<ArchivedRow>`select transaction_id::text as transaction, receipt_number as number,
      to_jsonb(c)::text as content
    from commands c
    where (transaction_id, receipt_number) > (${after.transaction}::xid8, ${after.receipt}::bigint)
      and transaction_id < ${before}::xid8
    order by transaction_id, receipt_number limit ${most}`.execute(trx)
  return rows
}

/** Rows beside the ledgers that changed before a mark, as JSON, in order: one-time links, or all others. */
export const changedRowsBetween = async (
  trx: Scoped,
  which: 'links' | 'others',
  after: { readonly transaction: string; readonly position: number },
  before: string,
  most: number,
): Promise<(ArchivedRow & { readonly table: string; readonly isGone: boolean })[]> => {
  const { rows } = await sql<ArchivedRow & { table: string; isGone: boolean }>`select
      transaction_id::text as transaction, position as number, content, table_name as "table", is_gone as "isGone"
    from changed_rows
    where (transaction_id, position) > (${after.transaction}::xid8, ${after.position}::bigint)
      and transaction_id < ${before}::xid8 and (table_name = 'task_links') = ${which === 'links'}
    order by transaction_id, position limit ${most}`.execute(trx)
  return rows
}

export const forgetChangedRows = async (trx: Scoped, before: string): Promise<void> => {
  await sql`delete from changed_rows where transaction_id < ${before}::xid8`.execute(trx)
}

/**
 * Moves devices' marks of what is safe: to just before the first command that no backup has, or to all that is held. A
 * sequence that is missing altogether was let go by its phone because it once was safe, and holds nothing up.
 */
export const advanceSafe = async (trx: Scoped, before: string): Promise<number> => {
  const { rows } = await sql<{ moved: number }>`with standing as (
      select d.device_id, coalesce(
        (select min(c.sequence) - 1 from commands c
          where c.device_id = d.device_id and c.sequence > d.safe_up_to and c.transaction_id >= ${before}::xid8),
        d.up_to) as safe
      from devices d where d.safe_up_to < d.up_to
    ), moved as (
      update devices d set safe_up_to = standing.safe from standing
      where d.device_id = standing.device_id and standing.safe > d.safe_up_to returning 1
    ) select count(*)::int as moved from moved`.execute(trx)
  return rows[0]?.moved ?? 0
}

/** Hashes of all photos, a page after the one given. */
export const photoHashesAfter = async (trx: Scoped, after: string, most: number): Promise<string[]> => {
  const { rows } = await sql<{ photo_hash: string }>`select photo_hash from photos where photo_hash > ${after}
    order by photo_hash limit ${most}`.execute(trx)
  return rows.map(row => row.photo_hash)
}
