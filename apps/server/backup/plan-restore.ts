import { join } from 'node:path'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import {
  type CopyManifest,
  type CopyPlace,
  type EpochFile,
  listCopies,
  listEpochs,
  momentOfCopy,
  readManifest,
} from './backup-folder.ts'
import type { BackupRefusalCode } from './backup-refusals.ts'
import { hashOfFile } from './durable-file.ts'
import { checkArchive } from './read-archive.ts'

/** What a restore reads: one copy, and the archives of its epoch and of every epoch that came of it, in order. */
export interface RestorePlan {
  readonly backupDir: string
  readonly copy: CopyPlace
  readonly manifest: CopyManifest
  readonly chain: readonly string[]
  /** What of an archive is lost, where it was allowed to go on all the same. */
  readonly damage: readonly string[]
}

/** An epoch and all that were restored from it, and from those, the oldest first. */
export const chainFrom = (epochs: readonly EpochFile[], first: string): string[] => {
  const chain = [first]
  for (const { epoch, restoredFrom } of epochs)
    if (restoredFrom !== null && chain.includes(restoredFrom) && !chain.includes(epoch)) chain.push(epoch)
  return chain
}

/** Whether every file of a copy is there as it was written. Refuses with the first that is not. */
export const checkCopy = async (
  copy: CopyPlace,
  others: readonly string[],
): Promise<Outcome<CopyManifest, 'copy-damaged'>> => {
  const manifest = await readManifest(copy)
  if (manifest === undefined)
    return refuse('copy-damaged', { file: join(copy.name, 'manifest.json'), copies: others.join(', ') })
  for (const { table, sha256 } of manifest.tables) {
    const file = `${table}.copy.gz`
    const found = await hashOfFile(join(copy.folder, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'EIO') return ''
      throw error
    })
    if (found !== sha256) return refuse('copy-damaged', { file: join(copy.name, file), copies: others.join(', ') })
  }
  return succeed(manifest)
}

export const allCopies = async (backupDir: string): Promise<CopyPlace[]> => {
  const copies: CopyPlace[] = []
  for (const { epoch } of await listEpochs(backupDir)) copies.push(...(await listCopies(backupDir, epoch)))
  return copies.sort((a, b) => momentOfCopy(a.name).localeCompare(momentOfCopy(b.name)))
}

/** Chooses the newest copy, or the one named, and reads everything a restore will need before anything is written. */
export const planRestore = async (
  backupDir: string,
  wanted: string | undefined,
  acceptsDamage: boolean,
): Promise<Outcome<RestorePlan, BackupRefusalCode>> => {
  const copies = await allCopies(backupDir)
  const names = copies.map(copy => copy.name)
  const copy = wanted === undefined ? copies.at(-1) : copies.find(({ name }) => name === wanted)
  if (copies.length === 0) return refuse('backup-folder-not-found', { folder: backupDir })
  if (copy === undefined) return refuse('copy-not-found', { copy: wanted ?? '', copies: names.join(', ') })
  const manifest = await checkCopy(
    copy,
    names.filter(name => name !== copy.name),
  )
  if (!manifest.ok) return manifest
  const chain = chainFrom(await listEpochs(backupDir), copy.epoch)
  const damage: string[] = []
  for (const epoch of chain) {
    const checked = await checkArchive(backupDir, epoch)
    if (checked.ok) continue
    if (!acceptsDamage) return checked
    damage.push(`${checked.details.file}: ${checked.details.record}`)
  }
  return succeed({ backupDir, copy, manifest: manifest.value, chain, damage })
}
