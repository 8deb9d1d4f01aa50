import { type Outcome, succeed } from '@thaiqm/core/ledger/outcome.ts'
import type { Kysely } from 'kysely'
import { checkDatabase } from './boot-checks.ts'
import { connectPool } from './connect.ts'
import type { DatabaseLog } from './database-log.ts'
import type { DatabaseRefusalCode } from './database-refusals.ts'
import { type PrepareDatabaseOptions, prepareDatabase } from './database-roles.ts'
import { changeUrl, databaseOf } from './database-url.ts'
import { startManagedCluster } from './managed-cluster.ts'
import { migrate } from './migrate.ts'

/** The database, migrated and checked. Row-level security binds `app` once a transaction takes a role. */
export interface OpenDatabase {
  readonly app: Kysely<unknown>
  readonly appUrl: string
  /** Signs in as whoever prepares the database and works as the owner of its tables. */
  readonly ownerUrl: string
  /** Ends the pool, then stops a PostgreSQL of our own. */
  close(): Promise<void>
}

export type OpenDatabaseOptions = DatabasePlace & {
  /** Folder of the numbered `.sql` files. */
  readonly migrationsDir: string
  readonly log: DatabaseLog
  /** A PostgreSQL of our own died and could not be started again: the server had better end too. */
  readonly onLost?: () => void
}

/** A PostgreSQL of your own, or the folder where we run one. */
export type DatabasePlace =
  | {
      readonly databaseUrl: string
      /** For a server whose administrator prepared roles and a password for `thaiqm_app`. */
      readonly appDatabaseUrl?: string | undefined
    }
  | { readonly dataDir: string }

const DATABASE = 'thaiqm'

interface Place {
  readonly prepare: PrepareDatabaseOptions
  stop(): Promise<void>
}

const findPlace = async (options: OpenDatabaseOptions): Promise<Outcome<Place, DatabaseRefusalCode>> => {
  if ('databaseUrl' in options) {
    const { databaseUrl, appDatabaseUrl } = options
    return succeed({
      prepare: { adminUrl: databaseUrl, ...(appDatabaseUrl && { appUrl: appDatabaseUrl }) },
      stop: async () => {},
    })
  }
  const { dataDir, log, onLost } = options
  const cluster = await startManagedCluster({ dataDir, log, ...(onLost && { onLost }) })
  if (!cluster.ok) return cluster
  const { superuserUrl, secret, stop } = cluster.value
  return succeed({
    prepare: {
      adminUrl: changeUrl(superuserUrl, { database: DATABASE }),
      maintenanceDatabase: databaseOf(superuserUrl),
      appPassword: await secret('app-password'),
    },
    stop,
  })
}

const checkAndMigrate = async (
  app: Kysely<unknown>,
  ownerUrl: string,
  migrationsDir: string,
  log: DatabaseLog,
): Promise<Outcome<undefined, DatabaseRefusalCode>> => {
  const checked = await checkDatabase(app, { durable: true })
  if (!checked.ok) return checked
  const owner = connectPool({ url: ownerUrl, log, size: 2 })
  const migrated = await migrate(owner, migrationsDir).finally(() => owner.destroy())
  if (!migrated.ok) return migrated
  if (migrated.value.length > 0) log.info(`the database was brought up to ${migrated.value.at(-1)}`)
  return succeed(undefined)
}

const openAt = async (
  { prepare, stop }: Place,
  { migrationsDir, log }: OpenDatabaseOptions,
): Promise<Outcome<OpenDatabase, DatabaseRefusalCode>> => {
  const addresses = await prepareDatabase(prepare)
  if (!addresses.ok) return addresses
  const { appUrl, ownerUrl } = addresses.value

  const app = connectPool({ url: appUrl, log })
  const ready = await checkAndMigrate(app, ownerUrl, migrationsDir, log)
  if (!ready.ok) {
    await app.destroy()
    return ready
  }
  const close = async () => {
    await app.destroy()
    await stop()
  }
  return succeed({ app, appUrl, ownerUrl, close })
}

/**
 * Opens the database for the server: runs a PostgreSQL of our own when no address is given, prepares roles and
 * database, migrates, and checks what must hold. Every refusal has its sentence in `database-refusals.ts`; after one
 * nothing is left running.
 */
export const openDatabase = async (
  options: OpenDatabaseOptions,
): Promise<Outcome<OpenDatabase, DatabaseRefusalCode>> => {
  const place = await findPlace(options)
  if (!place.ok) return place
  try {
    const database = await openAt(place.value, options)
    if (!database.ok) await place.value.stop()
    return database
  } catch (error) {
    await place.value.stop()
    throw error
  }
}
