import type { Readable } from 'node:stream'
import { type Kysely, sql } from 'kysely'
import { RESTORING } from '../installation/installation-store.ts'
import { withRawConnection } from '../platform/database/connect.ts'
import { copyIn } from '../platform/database/copy-stream.ts'
import type { Scoped } from '../platform/database/transaction.ts'

/** The database as the owner of its tables; only a restore works so, before anybody is served. */
export type OwnerDatabase = Kysely<unknown>

const allTables = async (owner: OwnerDatabase): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity order by relname`.execute(
    owner,
  )
  return rows.map(row => row.name)
}

/** While a restore writes, its hand is not bound by the policies, and nothing is noted for the next backup. */
export const openWalls = async (owner: OwnerDatabase): Promise<void> => {
  for (const table of await allTables(owner)) {
    await sql`alter table ${sql.table(table)} no force row level security`.execute(owner)
    await sql`alter table ${sql.table(table)} disable trigger user`.execute(owner)
  }
}

export const closeWalls = async (owner: OwnerDatabase): Promise<void> => {
  for (const table of await allTables(owner)) {
    await sql`alter table ${sql.table(table)} force row level security`.execute(owner)
    await sql`alter table ${sql.table(table)} enable trigger user`.execute(owner)
  }
}

/**
 * Takes an empty database for a restore: from now on it is not served before a restore has come to its end. Answers false,
 * having changed nothing, when there is anything to lose: work, people, or a server that was set up.
 */
export const claimForRestore = async (trx: Scoped): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`select not exists (select from installation where epoch = ${RESTORING})
    and (exists (select from commands) or exists (select from ledger_events) or exists (select from credentials)
      or exists (select from installation where mode <> 'empty')) as found`.execute(trx)
  if (rows[0]?.found !== false) return false
  await sql`insert into installation (mode, epoch) values ('empty', ${RESTORING})
    on conflict (only_one) do update set epoch = ${RESTORING}`.execute(trx)
  return true
}

/** A copied table's file, unpacked, and how many rows it has to bring. */
export interface TableSource {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: number
  open(): Readable
}

/** Empties every table and loads the copy, all or nothing. Answers the first table that took another number of rows. */
export const loadTables = (
  owner: OwnerDatabase,
  sources: readonly TableSource[],
): Promise<{ readonly table: string; readonly loaded: number; readonly expected: number } | undefined> =>
  withRawConnection(owner, async client => {
    const tables = (await allTables(owner)).map(table => client.escapeIdentifier(table))
    await client.query('begin')
    await client.query("select set_config('idle_in_transaction_session_timeout', '0', true)")
    await client.query(`truncate ${tables.join(', ')}`)
    for (const { table, columns, rows, open } of sources) {
      const names = columns.map(column => client.escapeIdentifier(column))
      const into = `copy ${client.escapeIdentifier(table)} (${names.join(', ')}) from stdin`
      const loaded = await copyIn(client, into, open())
      if (loaded === rows) continue
      await client.query('rollback')
      return { table, loaded, expected: rows }
    }
    await client.query('update installation set epoch = $1', [RESTORING])
    await client.query('update devices set safe_up_to = up_to')
    const { rows: identities } = await client.query<{ table: string; column: string }>(
      `select c.relname as "table", a.attname as "column" from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and a.attidentity <> '' and c.relrowsecurity`,
    )
    for (const { table, column } of identities) {
      const [from, name] = [client.escapeIdentifier(table), client.escapeIdentifier(column)]
      await client.query(
        `select setval(pg_get_serial_sequence($1, $2), greatest((select coalesce(max(${name}), 0) from ${from}), 1))`,
        [table, column],
      )
    }
    await client.query('commit')
    return undefined
  })

export const findKnownIds = async (owner: OwnerDatabase, ids: readonly string[]): Promise<Set<string>> => {
  const { rows } = await sql<{ command_id: string }>`select command_id from commands
    where command_id = any(${ids}::uuid[])`.execute(owner)
  return new Set(rows.map(row => row.command_id))
}

/** Puts commands as the archive has them, in place of whatever a replay has written under their ids. */
export const putCommands = async (owner: OwnerDatabase, rows: readonly object[]): Promise<void> => {
  if (rows.length === 0) return
  await owner.transaction().execute(async trx => {
    const text = JSON.stringify(rows)
    await sql`delete from commands where command_id in
      (select (r ->> 'command_id')::uuid from jsonb_array_elements(${text}::jsonb) r)`.execute(trx)
    await sql`insert into commands overriding system value select put.*
      from jsonb_array_elements(${text}::jsonb) r,
        jsonb_populate_record(null::commands, r || '{"transaction_id": "3"}') put`.execute(trx)
  })
}

const primaryKey = async (owner: OwnerDatabase, table: string): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`select a.attname as name from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = ${table}::regclass and i.indisprimary`.execute(owner)
  return rows.map(row => row.name)
}

/** A device's marks are what the restored database holds of it, not what another one held. */
const LEFT_AS_IT_IS: Readonly<Record<string, readonly string[]>> = { devices: ['up_to', 'safe_up_to'] }

/** Puts a row beside the ledgers as it last was, or takes it away. */
export const putRow = async (
  owner: OwnerDatabase,
  table: string,
  row: Readonly<Record<string, unknown>>,
  isGone: boolean,
): Promise<void> => {
  const text = JSON.stringify(row)
  if (table === 'commands') {
    await sql`update commands c set settled_at = r.settled_at, settled_by = r.settled_by, settled_how = r.settled_how,
      settle_reason = r.settle_reason
      from jsonb_populate_record(null::commands, ${text}::jsonb) r where c.command_id = r.command_id`.execute(owner)
    return
  }
  const key = await primaryKey(owner, table)
  if (key.length === 0) throw new Error(`the table ${table} has no primary key`)
  const keyNames = sql.join(key.map(name => sql.ref(name)))
  if (isGone) {
    await sql`delete from ${sql.table(table)} where (${keyNames}) in
      (select ${keyNames} from jsonb_populate_record(null::${sql.table(table)}, ${text}::jsonb))`.execute(owner)
    return
  }
  const { rows } = await sql<{ name: string }>`select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(owner)
  const apart = LEFT_AS_IT_IS[table] ?? []
  const given = rows.map(({ name }) => name).filter(name => name in row && !apart.includes(name))
  const changing = given.filter(name => !key.includes(name))
  const names = sql.join(given.map(name => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${names})
    select ${names} from jsonb_populate_record(null::${sql.table(table)}, ${text}::jsonb)
    on conflict (${keyNames}) do update
    set ${sql.join(changing.map(name => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`.execute(owner)
}

export interface NewLife {
  readonly epoch: string
  readonly restoredFrom: string
}

/**
 * The end of a restore: how far each device is held here (all of it is in the backup this came from), the new epoch, and
 * the transaction everything before which came from the backup.
 */
export const beginNewLife = async (owner: OwnerDatabase, { epoch, restoredFrom }: NewLife): Promise<void> => {
  await sql`with held as (
      select distinct c.device_id, c.sequence from commands c join devices d using (device_id)
      where c.sequence > d.up_to and c.refusal_code is distinct from 'same-id-other-content'
    ), numbered as (
      select h.device_id, h.sequence, d.up_to + row_number() over (partition by h.device_id order by h.sequence) as place
      from held h join devices d using (device_id)
    ), reached as (
      select device_id, max(sequence) as up_to from numbered where sequence = place group by device_id
    )
    update devices d set up_to = reached.up_to from reached where d.device_id = reached.device_id`.execute(owner)
  await sql`update devices set safe_up_to = up_to`.execute(owner)
  await sql`truncate changed_rows`.execute(owner)
  const { rows } = await sql<{ last: number }>`select coalesce(max(receipt_number), 1) as last from commands`.execute(
    owner,
  )
  await sql`select setval(pg_get_serial_sequence('commands', 'receipt_number'), ${rows[0]?.last ?? 1})`.execute(owner)
  await closeWalls(owner)
  await sql`alter table installation no force row level security`.execute(owner)
  await sql`update installation set epoch = ${epoch}, restored_from = ${restoredFrom},
    born_at_transaction = pg_snapshot_xmin(pg_current_snapshot())`.execute(owner)
  await sql`alter table installation force row level security`.execute(owner)
}

/** Hashes of all photos the restored database speaks of. */
export const findPhotoHashes = async (owner: OwnerDatabase): Promise<string[]> => {
  const { rows } = await sql<{ photo_hash: string }>`select photo_hash from photos order by photo_hash`.execute(owner)
  return rows.map(row => row.photo_hash)
}
