import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Refusal } from '@thaiqm/core/ledger/outcome.ts'
import { listEpochs } from './backup-folder.ts'
import type { BackupRefusalCode } from './backup-refusals.ts'
import { hashOfFile } from './durable-file.ts'
import { allCopies, checkCopy } from './plan-restore.ts'
import { checkArchive } from './read-archive.ts'

export interface VerifiedBackup {
  readonly copies: number
  readonly rows: number
  readonly archiveFiles: number
  readonly commands: number
  readonly tornBytes: number
  readonly photos: number
  /** Photos whose bytes are not those they were kept for, by their names. */
  readonly photosDamaged: readonly string[]
  readonly refusals: readonly Refusal<BackupRefusalCode>[]
}

const photoNames = async (backupDir: string): Promise<string[]> => {
  const entries = await readdir(join(backupDir, 'photos'), { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return entries.filter(entry => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name)).map(entry => entry.name)
}

/** Reads the whole of a backup folder: every copy, every archive, every photo. Needs no database and no keys. */
export const verifyBackup = async (backupDir: string): Promise<VerifiedBackup> => {
  const refusals: Refusal<BackupRefusalCode>[] = []
  const copies = await allCopies(backupDir)
  let rows = 0
  for (const copy of copies) {
    const others = copies.filter(other => other !== copy).map(({ name }) => name)
    const checked = await checkCopy(copy, others)
    if (checked.ok) rows += checked.value.tables.reduce((sum, table) => sum + table.rows, 0)
    else refusals.push(checked)
  }
  let [archiveFiles, commands, tornBytes] = [0, 0, 0]
  for (const { epoch } of await listEpochs(backupDir)) {
    const checked = await checkArchive(backupDir, epoch)
    if (!checked.ok) {
      refusals.push(checked)
      continue
    }
    archiveFiles += checked.value.files
    commands += checked.value.commands
    tornBytes += checked.value.tornBytes
  }
  const photos = await photoNames(backupDir)
  const photosDamaged: string[] = []
  for (const name of photos)
    if ((await hashOfFile(join(backupDir, 'photos', name.slice(0, 2), name))) !== name) photosDamaged.push(name)
  return {
    copies: copies.length,
    rows,
    archiveFiles,
    commands,
    tornBytes,
    photos: photos.length,
    photosDamaged,
    refusals,
  }
}
