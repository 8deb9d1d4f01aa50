import type { Readable } from 'node:stream'
import type pg from 'pg'
import { withRawConnection } from '../platform/database/connect.ts'
import { copyOut } from '../platform/database/copy-stream.ts'
import { type Database, type Scope, systemScope } from '../platform/database/transaction.ts'

/** A table as it is copied: all its columns that are stored. */
export interface CopiedTable {
  readonly table: string
  readonly columns: readonly string[]
}

export interface Snapshot {
  readonly mark: string
  readonly schema: readonly { readonly name: string; readonly sha256: string }[]
  readonly tables: readonly CopiedTable[]
  rowsOf(table: CopiedTable): Readable
}

/** Kept by migrations themselves, or only on their way into a backup. */
const LEFT_OUT = ['migration_checksums', 'changed_rows', 'kysely_migration', 'kysely_migration_lock']

const setScope = (client: pg.ClientBase, { role, range }: Scope) =>
  client.query(
    `select set_config('role', $1, true), set_config('thaiqm.low', $2, true), set_config('thaiqm.high', $3, true),
      set_config('thaiqm.restricted', 'on', true), set_config('idle_in_transaction_session_timeout', '0', true)`,
    [role, String(range.low), String(range.high)],
  )

const findTables = async (client: pg.ClientBase): Promise<CopiedTable[]> => {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0
       and not a.attisdropped and a.attgenerated = '' and c.relname <> all ($1)
     group by c.relname order by c.relname`,
    [LEFT_OUT],
  )
  return rows
}

const transactionColumns = async (client: pg.ClientBase): Promise<Set<string>> => {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and a.atttypid = 'xid8'::regtype and a.attnum > 0`,
  )
  return new Set(rows.map(row => row.name))
}

/**
 * Everything as it stood at one moment: one transaction that sees nothing later, under the role that sees every row.
 * A table this role may not read is an error, never an empty file. Transaction numbers mean nothing in another
 * PostgreSQL, so all of them are written as the oldest there is.
 */
export const inSnapshot = <Value>(db: Database, work: (snapshot: Snapshot) => Promise<Value>): Promise<Value> =>
  withRawConnection(db, async client => {
    await client.query('begin isolation level repeatable read read only')
    await setScope(client, systemScope)
    const { rows } = await client.query<{ mark: string }>(
      'select pg_snapshot_xmin(pg_current_snapshot())::text as mark',
    )
    const [row] = rows
    if (row === undefined) throw new Error('the database did not say which transactions are open')
    const schema = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from migration_checksums order by name',
    )
    const numbered = await transactionColumns(client)
    const rowsOf = ({ table, columns }: CopiedTable): Readable => {
      const picked = columns.map(name => (numbered.has(`${table}.${name}`) ? `'3'::xid8` : `"${name}"`))
      return copyOut(client, `copy (select ${picked.join(', ')} from "${table}") to stdout`)
    }
    const value = await work({ mark: row.mark, schema: schema.rows, tables: await findTables(client), rowsOf })
    await client.query('commit')
    return value
  })
