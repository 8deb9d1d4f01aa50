import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'

interface MigrationFile {
  /** The file's name without `.sql`. */
  readonly name: string
  readonly text: string
  readonly sha256: string
}

export type MigrationRefusalCode =
  | 'migration-misnamed'
  | 'migration-changed'
  | 'migration-out-of-order'
  | 'database-newer'
  | 'migration-failed'

const NAME = /^(\d{4})-[a-z0-9]+(-[a-z0-9]+)*$/

const readMigrations = async (
  migrationsDir: string,
): Promise<Outcome<readonly MigrationFile[], 'migration-misnamed'>> => {
  const names = (await readdir(migrationsDir).catch(() => [])).filter(name => name.endsWith('.sql')).sort()
  const numbers = new Set<string>()
  const files: MigrationFile[] = []
  for (const fileName of names) {
    const name = fileName.slice(0, -'.sql'.length)
    const number = NAME.exec(name)?.[1]
    if (number === undefined || numbers.has(number)) return refuse('migration-misnamed', { migration: fileName })
    numbers.add(number)
    // A checkout on Windows may end its lines otherwise; it is the same migration.
    const text = (await readFile(join(migrationsDir, fileName), 'utf8')).replaceAll('\r\n', '\n')
    files.push({ name, text, sha256: createHash('sha256').update(text).digest('hex') })
  }
  return succeed(files)
}

interface Recorded {
  readonly name: string
  readonly sha256: string
}

const findRecorded = async (db: Kysely<unknown>): Promise<readonly Recorded[]> => {
  const table = await sql<{ found: boolean }>`select to_regclass('migration_checksums') is not null as found`.execute(
    db,
  )
  if (!table.rows[0]?.found) return []
  return (await sql<Recorded>`select name, sha256 from migration_checksums order by name`.execute(db)).rows
}

const compare = (
  files: readonly MigrationFile[],
  recorded: readonly Recorded[],
): Outcome<undefined, MigrationRefusalCode> => {
  const fileOf = new Map(files.map(file => [file.name, file]))
  for (const { name, sha256 } of recorded) {
    const file = fileOf.get(name)
    if (file === undefined) return refuse('database-newer', { migration: name })
    if (file.sha256 !== sha256) return refuse('migration-changed', { migration: name })
  }
  const last = recorded.at(-1)?.name ?? ''
  const isRecorded = new Set(recorded.map(({ name }) => name))
  const late = files.find(file => file.name < last && !isRecorded.has(file.name))
  return late ? refuse('migration-out-of-order', { migration: late.name }) : succeed(undefined)
}

const toMigration = ({ name, text, sha256 }: MigrationFile): Migration => ({
  up: async db => {
    await sql.raw(text).execute(db)
    await sql`insert into migration_checksums (name, sha256) values (${name}, ${sha256})`.execute(db)
  },
})

/** The place in the file an error points to, for the sentence; never the values a statement carried. */
const reasonOf = (error: unknown, files: readonly MigrationFile[], migration: string): string => {
  const { message, position } = error as { message?: string; position?: string }
  const text = files.find(file => file.name === migration)?.text
  const line = position && text ? ` (line ${text.slice(0, Number(position)).split('\n').length})` : ''
  return `${message ?? 'unknown'}${line}`
}

/**
 * Brings the database up to the numbered files in `migrationsDir`, forward only: all in one transaction, under the
 * migrator's lock, so several servers may start at once. Each file's SHA-256 is recorded when it runs; a file changed
 * afterwards, one inserted before the last, and a database newer than the files are refused.
 * Answers with the names that ran now.
 */
export const migrate = async (
  db: Kysely<unknown>,
  migrationsDir: string,
): Promise<Outcome<readonly string[], MigrationRefusalCode>> => {
  const files = await readMigrations(migrationsDir)
  if (!files.ok) return files
  const comparison = compare(files.value, await findRecorded(db))
  if (!comparison.ok) return comparison
  await makeChecksumTable(db)
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () => Object.fromEntries(files.value.map(file => [file.name, toMigration(file)])),
    },
  })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error === undefined) return succeed(results.map(result => result.migrationName))
  const failed = results.find(result => result.status === 'Error')
  // Without a failed migration the trouble is not in a file (a connection lost, a full disk): nobody handles that here.
  if (failed === undefined) throw error
  const migration = failed.migrationName
  return refuse('migration-failed', { migration, reason: reasonOf(error, files.value, migration) })
}

const makeChecksumTable = async (db: Kysely<unknown>): Promise<void> => {
  await db.transaction().execute(async transaction => {
    await sql`select pg_advisory_xact_lock(hashtext('thaiqm-migration-checksums'))`.execute(transaction)
    await sql`create table if not exists migration_checksums (
      name text primary key,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      applied_at timestamptz not null default now()
    )`.execute(transaction)
  })
}
