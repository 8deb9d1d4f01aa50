import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isThere, makeFolder, writeDurably } from './durable-file.ts'

/**
 * What lies in a backup folder:
 *
 *     epochs/<epoch>/epoch.json            which database this is, and which one it was restored from
 *     epochs/<epoch>/copies/<moment>/      one full copy: a file a table, and manifest.json
 *     epochs/<epoch>/archive/000001.records  every command since, as it came
 *     epochs/<epoch>/archive/state.json    how far the archive is certainly on disk
 *     photos/ab/<sha-256>                  photos, for all epochs
 */
const epochFile = z.object({ epoch: z.string(), restoredFrom: z.string().nullable(), bornAt: z.string() })
export type EpochFile = z.infer<typeof epochFile>

export const copyManifest = z.object({
  kind: z.literal('thaiqm-copy'),
  epoch: z.string(),
  takenAt: z.string(),
  appVersion: z.string(),
  schema: z.array(z.object({ name: z.string(), sha256: z.string() })),
  /** Every transaction before this one is in the copy. */
  mark: z.string().regex(/^\d+$/),
  keysFingerprint: z.string(),
  tables: z.array(
    z.object({
      table: z.string().regex(/^[a-z_]+$/),
      columns: z.array(z.string().regex(/^[a-z_0-9]+$/)),
      rows: z.number().int(),
      bytes: z.number().int(),
      sha256: z.string(),
    }),
  ),
  photos: z.number().int(),
})
export type CopyManifest = z.infer<typeof copyManifest>

export const archiveState = z.object({
  segment: z.number().int().min(1),
  bytes: z.number().int(),
  records: z.number().int(),
  digest: z.string(),
  /** Everything up to this transaction and receipt is in the archive. */
  transaction: z.string().regex(/^\d+$/),
  receipt: z.number().int(),
  at: z.string(),
})
export type ArchiveState = z.infer<typeof archiveState>

export const epochFolder = (backupDir: string, epoch: string): string => join(backupDir, 'epochs', epoch)
export const copiesFolder = (backupDir: string, epoch: string): string => join(epochFolder(backupDir, epoch), 'copies')
export const archiveFolder = (backupDir: string, epoch: string): string =>
  join(epochFolder(backupDir, epoch), 'archive')
export const archiveStateFile = (backupDir: string, epoch: string): string =>
  join(archiveFolder(backupDir, epoch), 'state.json')
export const photoFile = (folder: string, hash: string): string => join(folder, 'photos', hash.slice(0, 2), hash)
export const segmentName = (segment: number): string => `${String(segment).padStart(6, '0')}.records`

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

const readJson = async <Value>(path: string, shape: z.ZodType<Value>): Promise<Value | undefined> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  try {
    const parsed = shape.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** Makes the room of an epoch in the backup folder when it is not there yet. */
export const ensureEpoch = async (backupDir: string, epoch: EpochFile): Promise<void> => {
  const folder = epochFolder(backupDir, epoch.epoch)
  if (await isThere(join(folder, 'epoch.json'))) return
  await makeFolder(join(folder, 'copies'))
  await makeFolder(join(folder, 'archive'))
  await writeDurably(join(folder, 'epoch.json'), JSON.stringify(epoch))
}

/** All epochs that have a backup here, the oldest first. */
export const listEpochs = async (backupDir: string): Promise<EpochFile[]> => {
  const found: EpochFile[] = []
  for (const name of await namesIn(join(backupDir, 'epochs'))) {
    const epoch = await readJson(join(backupDir, 'epochs', name, 'epoch.json'), epochFile)
    if (epoch?.epoch === name) found.push(epoch)
  }
  return found.sort((a, b) => a.bornAt.localeCompare(b.bornAt))
}

export interface CopyPlace {
  readonly epoch: string
  readonly name: string
  readonly folder: string
}

/** Finished copies of an epoch, the oldest first; one that was interrupted has another name. */
export const listCopies = async (backupDir: string, epoch: string): Promise<CopyPlace[]> =>
  (await namesIn(copiesFolder(backupDir, epoch)))
    .filter(name => /^\d{4}-\d{2}-\d{2}T[\d-]+Z$/.test(name))
    .map(name => ({ epoch, name, folder: join(copiesFolder(backupDir, epoch), name) }))

/** Undefined when it is missing or not to be read. */
export const readManifest = (copy: CopyPlace): Promise<CopyManifest | undefined> =>
  readJson(join(copy.folder, 'manifest.json'), copyManifest)

export const readArchiveState = (backupDir: string, epoch: string): Promise<ArchiveState | undefined> =>
  readJson(archiveStateFile(backupDir, epoch), archiveState)

/** Numbers of the archive's files, ascending. */
export const listSegments = async (backupDir: string, epoch: string): Promise<number[]> =>
  (await namesIn(archiveFolder(backupDir, epoch))).flatMap(name => {
    const number = /^(\d{6})\.records$/.exec(name)?.[1]
    return number === undefined ? [] : [Number(number)]
  })

/** The name of a copy taken at a moment: sorts by time, and every file system takes it. */
export const copyName = (at: string): string => at.replaceAll(/[:.]/g, '-')
/** The moment a copy's name stands for. */
export const momentOfCopy = (name: string): string =>
  name.replace(/^(.*T\d{2})-(\d{2})-(\d{2})-(\d{3})Z$/, '$1:$2:$3.$4Z')
