import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { foldNow } from '../measure/fold-sums.ts'
import { connectPool } from '../platform/database/connect.ts'
import { silentLog } from '../platform/database/database-log.ts'
import type { DatabaseRefusalCode } from '../platform/database/database-refusals.ts'
import { migrate } from '../platform/database/migrate.ts'
import type { OpenDatabase } from '../platform/database/open-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import type { SealingKeys } from '../platform/sealing.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { type CopyManifest, photoFile } from './backup-folder.ts'
import type { BackupRefusalCode } from './backup-refusals.ts'
import { copyByHash, isThere } from './durable-file.ts'
import type { RestorePlan } from './plan-restore.ts'
import { archiveEntries } from './read-archive.ts'
import { type ReplayDifference, replayArchive } from './replay-archive.ts'
import { beginNewLife, claimForRestore, findPhotoHashes, loadTables, openWalls } from './restore-store.ts'
import { fingerprintOf } from './take-copy.ts'

export interface RestoreSettings {
  readonly plan: RestorePlan
  readonly keys: SealingKeys
  readonly keysPath: string
  readonly filesDir: string
  readonly migrationsDir: string
  readonly catalogue: ServerParts['catalogue']
  readonly log: ServerParts['log']
  /** Opens the database brought up to the migrations of that folder. */
  readonly openDatabase: (migrationsDir: string) => Promise<Outcome<OpenDatabase, DatabaseRefusalCode>>
  readonly onProgress: (commands: number) => void
}

export type RestoreRefusalCode = BackupRefusalCode | DatabaseRefusalCode

export interface Restored {
  readonly copy: string
  readonly takenAt: string
  readonly tables: number
  readonly rows: number
  readonly commandsReplayed: number
  readonly commandsInArchive: number
  readonly changedRows: number
  readonly photos: number
  readonly photosMissing: number
  readonly differences: readonly ReplayDifference[]
  readonly epoch: string
}

/** The migrations the copy's database had run, in a folder of their own; refused when this program does not know one. */
const migrationsAsOf = async (
  migrationsDir: string,
  manifest: CopyManifest,
): Promise<Outcome<string, 'backup-newer'>> => {
  const folder = await mkdtemp(join(tmpdir(), 'thaiqm-restore-'))
  const there = new Set(await readdir(migrationsDir))
  for (const { name, sha256 } of manifest.schema) {
    const file = `${name}.sql`
    const text = there.has(file) ? (await readFile(join(migrationsDir, file), 'utf8')).replaceAll('\r\n', '\n') : ''
    if (createHash('sha256').update(text).digest('hex') !== sha256) {
      await rm(folder, { recursive: true, force: true })
      return refuse('backup-newer', { migration: name })
    }
    await cp(join(migrationsDir, file), join(folder, file))
  }
  return succeed(folder)
}

const restorePhotos = async (
  backupDir: string,
  filesDir: string,
  hashes: readonly string[],
): Promise<{ photos: number; photosMissing: number }> => {
  let photos = 0
  for (const hash of hashes) {
    const to = photoFile(filesDir, hash)
    const isKept =
      (await isThere(to)) || (await copyByHash(photoFile(backupDir, hash), to, hash).catch(() => false as const))
    if (isKept) photos += 1
  }
  return { photos, photosMissing: hashes.length - photos }
}

const restoreInto = async (
  settings: RestoreSettings,
  database: OpenDatabase,
): Promise<Outcome<Restored, RestoreRefusalCode>> => {
  const { plan, keys, filesDir, migrationsDir, catalogue, log, onProgress } = settings
  const { manifest, copy, chain, backupDir } = plan
  const owner = connectPool({ url: database.ownerUrl, log: silentLog, size: 3 })
  try {
    // As the server sees it: the owner of forced tables would see none of their rows.
    if (!(await inTransaction(database.app, systemScope, claimForRestore))) return refuse('database-not-empty')
    await openWalls(owner)
    const wrong = await loadTables(
      owner,
      manifest.tables.map(({ table, columns, rows }) => ({
        table,
        columns,
        rows,
        open: () => {
          const unpack = createGunzip()
          const file = createReadStream(join(copy.folder, `${table}.copy.gz`))
          file.once('error', error => unpack.destroy(error))
          return file.pipe(unpack)
        },
      })),
    )
    if (wrong !== undefined) return refuse('rows-differ', { ...wrong })
    const migrated = await migrate(owner, migrationsDir)
    if (!migrated.ok) return migrated
    await openWalls(owner)
    const parts: ServerParts = {
      db: database.app,
      keys,
      // Each command carries the moment it was received; nothing here asks for another.
      clock: {
        now: () => {
          throw new Error('a replay has no clock of its own')
        },
      },
      catalogue,
      log,
    }
    let replayed = { commands: 0, alreadyThere: 0, rows: 0, differences: [] as ReplayDifference[] }
    for (const [index, epoch] of chain.entries()) {
      const done = replayed.commands
      // Transaction numbers tell before from after only in the epoch the copy was taken in.
      const mark = index === 0 ? manifest.mark : '0'
      const one = await replayArchive(parts, owner, archiveEntries(backupDir, epoch), mark, n => onProgress(done + n))
      replayed = {
        commands: replayed.commands + one.commands,
        alreadyThere: replayed.alreadyThere + one.alreadyThere,
        rows: replayed.rows + one.rows,
        differences: [...replayed.differences, ...one.differences],
      }
    }
    const photos = await restorePhotos(backupDir, filesDir, await findPhotoHashes(owner))
    const epoch = randomUUID()
    await beginNewLife(owner, { epoch, restoredFrom: chain.at(-1) ?? manifest.epoch })
    await foldNow(database.app)
    return succeed({
      copy: copy.name,
      takenAt: manifest.takenAt,
      tables: manifest.tables.length,
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      commandsReplayed: replayed.commands,
      commandsInArchive: replayed.commands + replayed.alreadyThere,
      changedRows: replayed.rows,
      ...photos,
      differences: replayed.differences,
      epoch,
    })
  } finally {
    await owner.destroy()
  }
}

/**
 * Brings a backup into an empty database: the full copy, then every archived command since, in order, through the same
 * door as when it came. The database gets a new epoch, by which phones know that they must send again what it lacks.
 * Nothing is written over: a database with data is refused; one whose restore broke off may be restored again.
 */
export const restoreBackup = async (settings: RestoreSettings): Promise<Outcome<Restored, RestoreRefusalCode>> => {
  const { plan, keys, keysPath, migrationsDir } = settings
  if (fingerprintOf(keys) !== plan.manifest.keysFingerprint) return refuse('keys-differ', { file: keysPath })
  const migrations = await migrationsAsOf(migrationsDir, plan.manifest)
  if (!migrations.ok) return migrations
  try {
    const database = await settings.openDatabase(migrations.value)
    if (!database.ok) {
      if (database.code === 'database-newer') return refuse('database-not-empty')
      return database.code === 'data-folder-in-use' ? refuse('server-is-running') : database
    }
    try {
      return await restoreInto(settings, database.value)
    } finally {
      await database.value.close()
    }
  } finally {
    await rm(migrations.value, { recursive: true, force: true })
  }
}
