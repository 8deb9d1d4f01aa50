import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import Cursor from 'pg-cursor'
import type { DatabaseLog } from './database-log.ts'
import { preparedName } from './prepared-statements.ts'

const OID = { int8: 20, date: 1082, timestamptz: 1184 } as const

const toNumber = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint from the database does not fit a number')
  return value
}

/** `2024-01-31 16:59:59.123456+00` as an `Instant` with milliseconds. */
const toInstant = (text: string): string =>
  text.endsWith('infinity') ? text : new Date(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')).toISOString()

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [OID.int8]: toNumber,
  // As written: a Date would show the day before, east of Greenwich.
  [OID.date]: text => text,
  [OID.timestamptz]: toInstant,
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

export interface PoolOptions {
  readonly url: string
  readonly log: DatabaseLog
  readonly size?: number
}

const pools = new WeakMap<object, pg.Pool>()

/** One connection of a query layer's own pool, for what the query layer does not speak (COPY); closed after a fault. */
export const withRawConnection = async <Value>(
  db: Kysely<unknown>,
  work: (client: pg.PoolClient) => Promise<Value>,
): Promise<Value> => {
  const pool = pools.get(db)
  if (pool === undefined) throw new Error('this query layer was not made by connectPool')
  const client = await pool.connect()
  try {
    const value = await work(client)
    client.release()
    return value
  } catch (error) {
    client.release(true)
    throw error
  }
}

const speakers = new WeakMap<pg.PoolClient, PostgresPoolClient>()

/** A connection as the query layer sees it: statements that were given a name are parsed once on it. */
const speakerOf = (client: pg.PoolClient): PostgresPoolClient => {
  const known = speakers.get(client)
  if (known !== undefined) return known
  const query = (text: unknown, values?: readonly unknown[]): unknown => {
    const name = typeof text === 'string' ? preparedName(text) : undefined
    return name === undefined
      ? client.query(text as string, values as unknown[])
      : client.query({ name, text: text as string, values: values as unknown[] })
  }
  const speaker = { query: query as PostgresPoolClient['query'], release: () => client.release() }
  speakers.set(client, speaker)
  return speaker
}

/**
 * The query layer over a pool. Days come out as `Day` text, moments as `Instant` text in UTC, bigint as a safe number,
 * numeric as text. Settings and roles belong to a transaction (`SET LOCAL`), never to a pooled connection.
 */
export const connectPool = <Tables = unknown>({ url, log, size = 10 }: PoolOptions): Kysely<Tables> => {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    connectionTimeoutMillis: 15_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'thaiqm',
  })
  // Without a listener an idle connection that the server closes would end our process.
  pool.on('error', error => log.warn(`a database connection was lost: ${error.message}`))
  pool.on('connect', client => {
    // The same for one that is lent out and idle between two questions of a transaction; the next question fails.
    client.on('error', () => {})
    void client.query("set timezone to 'UTC'").catch(() => {})
  })
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: { options: {}, connect: async () => speakerOf(await pool.connect()), end: () => pool.end() },
      cursor: Cursor,
    }),
  })
  pools.set(db, pool)
  return db
}

/** One connection for preparing a database. The caller ends it. */
export const connectOnce = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000, application_name: 'thaiqm' })
  client.on('error', () => {})
  await client.connect()
  return client
}
