import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Outcome, succeed } from '@thaiqm/core/ledger/outcome.ts'
import packageFile from '../package.json' with { type: 'json' }
import { type Database, inTransaction, systemScope } from '../platform/database/transaction.ts'
import { type Archived, archiveCommands } from './archive-commands.ts'
import {
  archiveFolder,
  type CopyManifest,
  type CopyPlace,
  ensureEpoch,
  epochFolder,
  listCopies,
  listEpochs,
  listSegments,
  momentOfCopy,
  readManifest,
  segmentName,
} from './backup-folder.ts'
import { migrationNames, readEpochBirth, withBackupLock } from './backup-store.ts'
import { copiesToDrop } from './choose-copies.ts'
import { openArchive } from './open-archive.ts'
import { readRecords } from './record-file.ts'
import { type BackupPlace, takeCopy } from './take-copy.ts'

export interface BackedUp extends Archived {
  /** The full copy taken now; null when the last one is young enough. */
  readonly copy: CopyManifest | null
  readonly lastCopyAt: string
}

const COPY_EVERY_MS = 24 * 3_600_000

const firstMarkOf = async (path: string): Promise<string | undefined> => {
  for await (const { text } of readRecords(path)) return (JSON.parse(text) as { transaction?: string }).transaction
  return undefined
}

/** Old copies go by the rules of keeping; archive files and whole epochs go when no copy kept needs them. */
const prune = async (backupDir: string, epoch: string, now: string): Promise<void> => {
  const epochs = await listEpochs(backupDir)
  const all: CopyPlace[] = []
  for (const { epoch: one } of epochs) all.push(...(await listCopies(backupDir, one)))
  const drop = new Set(
    copiesToDrop(
      all.map(copy => momentOfCopy(copy.name)),
      now,
    ),
  )
  const kept = all.filter(copy => !drop.has(momentOfCopy(copy.name)))
  for (const copy of all) if (!kept.includes(copy)) await rm(copy.folder, { recursive: true, force: true })
  if (kept.some(copy => copy.epoch !== epoch)) return
  for (const { epoch: one } of epochs)
    if (one !== epoch) await rm(epochFolder(backupDir, one), { recursive: true, force: true })
  const oldest = kept[0] && (await readManifest(kept[0]))
  if (oldest === undefined) return
  const segments = await listSegments(backupDir, epoch)
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1]
    if (next === undefined) return
    const mark = await firstMarkOf(join(archiveFolder(backupDir, epoch), segmentName(next)))
    if (mark === undefined || BigInt(mark) > BigInt(oldest.mark)) return
    await rm(join(archiveFolder(backupDir, epoch), segmentName(segment)), { force: true })
  }
}

/** Archived commands are judged again when they are restored: those of other rules must lie in a copy, not after it. */
const isOfThisBuild = async (db: Database, copy: CopyPlace): Promise<boolean> => {
  const manifest = await readManifest(copy)
  if (manifest?.appVersion !== packageFile.version) return false
  const names = await inTransaction(db, systemScope, migrationNames)
  return names.join() === manifest.schema.map(({ name }) => name).join()
}

/**
 * One round of backing up: the commands since the last one, and a full copy when the last is a day old, when there is
 * none of this epoch in the folder or only one of another build, or when asked for. Nothing counts as safe before a full copy stands behind it.
 * `now` is the machine's own clock: a practice day is no age of a file.
 */
export const backUp = (
  place: BackupPlace,
  now: () => string,
  copyNow: boolean,
): Promise<Outcome<BackedUp | null, 'archive-damaged'>> =>
  withBackupLock(place.parts.db, async () => {
    const { backupDir } = place
    const birth = await inTransaction(place.parts.db, systemScope, readEpochBirth)
    if (birth === undefined) return succeed(null)
    const { epoch, restoredFrom, bornAtTransaction } = birth
    const isHeir = restoredFrom !== null && (await listEpochs(backupDir)).some(one => one.epoch === restoredFrom)
    await ensureEpoch(backupDir, { epoch, restoredFrom, bornAt: now() })
    const copies = await listCopies(backupDir, epoch)
    const last = copies.at(-1)
    let copy: CopyManifest | null = null
    let lastCopyAt = last === undefined ? '' : momentOfCopy(last.name)
    const isDue = last === undefined || Date.parse(now()) - Date.parse(lastCopyAt) >= COPY_EVERY_MS
    if (copyNow || isDue || !(await isOfThisBuild(place.parts.db, last))) {
      lastCopyAt = now()
      copy = await takeCopy(place, epoch, lastCopyAt)
    }
    // An heir's archive begins with its life, so that a copy of the epoch before it leads on without a gap.
    const mark = copy?.mark ?? (last && (await readManifest(last))?.mark) ?? bornAtTransaction
    const opened = await openArchive(
      backupDir,
      epoch,
      { transaction: isHeir ? bornAtTransaction : mark, receipt: 0 },
      now(),
    )
    if (!opened.ok) return opened
    const archive = opened.value
    try {
      const archived = await archiveCommands(place, archive, now)
      if (copy !== null) {
        await archive.startSegment(now())
        await prune(backupDir, epoch, now())
      }
      return succeed({ ...archived, copy, lastCopyAt })
    } finally {
      await archive.close()
    }
  })
