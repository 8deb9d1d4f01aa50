import { createHmac } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import packageFile from '../package.json' with { type: 'json' }
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import type { SealingKeys } from '../platform/sealing.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { type CopyManifest, copiesFolder, copyName, photoFile } from './backup-folder.ts'
import { photoHashesAfter } from './backup-store.ts'
import { copyByHash, isThere, makeFolder, measuring, syncFile, syncFolder, writeDurably } from './durable-file.ts'
import { type CopiedTable, inSnapshot, type Snapshot } from './full-copy-store.ts'

export interface BackupPlace {
  readonly parts: Pick<ServerParts, 'db' | 'keys' | 'log'>
  readonly filesDir: string
  readonly backupDir: string
}

/** Tells one installation's keys from another's, and nothing about them. */
export const fingerprintOf = (keys: SealingKeys): string =>
  createHmac('sha256', keys.lookUp).update('backup-fingerprint').update(keys.seal).digest('hex').slice(0, 32)

const copyTable = async (
  snapshot: Snapshot,
  table: CopiedTable,
  folder: string,
): Promise<CopyManifest['tables'][number]> => {
  const path = join(folder, `${table.table}.copy.gz`)
  const [rows, packed] = [measuring(), measuring()]
  // Level 1: half the size for a fifth of the time; a copy must not take the machine from people at work.
  await pipeline(
    snapshot.rowsOf(table),
    rows.stage,
    createGzip({ level: 1 }),
    packed.stage,
    createWriteStream(path, { flags: 'wx', mode: 0o600 }),
  )
  await syncFile(path)
  const { bytes, sha256 } = packed.result()
  return { table: table.table, columns: [...table.columns], rows: rows.result().lines, bytes, sha256 }
}

const PHOTOS_AT_ONCE = 500

/** One photo into the backup, if it is not there yet; false when the server itself does not have its bytes. */
export const keepPhoto = async ({ parts, filesDir, backupDir }: BackupPlace, hash: string): Promise<boolean> => {
  const to = photoFile(backupDir, hash)
  if (await isThere(to)) return true
  const kept = await copyByHash(photoFile(filesDir, hash), to, hash).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return false
    throw error
  })
  if (!kept) parts.log('backup-photo-missing', { photo: hash })
  return kept
}

const keepPhotos = async (place: BackupPlace): Promise<number> => {
  let count = 0
  for (let after = ''; ; ) {
    const hashes = await inTransaction(place.parts.db, systemScope, trx => photoHashesAfter(trx, after, PHOTOS_AT_ONCE))
    const last = hashes.at(-1)
    if (last === undefined) return count
    after = last
    for (const hash of hashes) if (await keepPhoto(place, hash)) count += 1
  }
}

/**
 * A full copy of the database as of one moment, with every photo: written aside, brought to disk, then named. Streams,
 * so its memory does not grow with the province. Answers its manifest.
 */
export const takeCopy = async (place: BackupPlace, epoch: string, takenAt: string): Promise<CopyManifest> => {
  const copies = copiesFolder(place.backupDir, epoch)
  await makeFolder(copies)
  for (const name of await readdir(copies))
    if (name.startsWith('unfinished-')) await rm(join(copies, name), { recursive: true, force: true })
  const name = copyName(takenAt)
  const aside = join(copies, `unfinished-${name}`)
  await makeFolder(aside)
  try {
    const manifest = await inSnapshot(place.parts.db, async snapshot => {
      const tables: CopyManifest['tables'] = []
      for (const table of snapshot.tables) tables.push(await copyTable(snapshot, table, aside))
      return {
        kind: 'thaiqm-copy' as const,
        epoch,
        takenAt,
        appVersion: packageFile.version,
        schema: [...snapshot.schema],
        mark: snapshot.mark,
        keysFingerprint: fingerprintOf(place.parts.keys),
        tables,
        photos: 0,
      }
    })
    const whole = { ...manifest, photos: await keepPhotos(place) }
    await writeDurably(join(aside, 'manifest.json'), `${JSON.stringify(whole, null, 1)}\n`)
    await rename(aside, join(copies, name))
    await syncFolder(copies)
    return whole
  } catch (error) {
    await rm(aside, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
}
