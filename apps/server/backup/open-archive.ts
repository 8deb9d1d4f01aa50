import { type FileHandle, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import {
  type ArchiveState,
  archiveFolder,
  archiveStateFile,
  listSegments,
  readArchiveState,
  segmentName,
} from './backup-folder.ts'
import type { ArchiveCursor } from './backup-store.ts'
import { isThere, makeFolder, syncFolder, writeDurably } from './durable-file.ts'
import { emptyFileEnd, type FileEnd, frameRecords } from './record-file.ts'

/** An archive that is being added to. What was added counts after `commit`: on disk, with the mark of how far it goes. */
export interface OpenArchive {
  readonly cursor: ArchiveCursor
  append(contents: readonly string[]): Promise<void>
  commit(cursor: ArchiveCursor, at: string): Promise<void>
  /** What is added from now on goes into the next file. */
  startSegment(at: string): Promise<void>
  close(): Promise<void>
}

/** The first record of each file: whose it is, and how the file before it ends. */
export const segmentHead = (epoch: string, segment: number, before: FileEnd, cursor: ArchiveCursor): string =>
  JSON.stringify({ kind: 'segment', epoch, segment, before, ...cursor })

/**
 * Opens an epoch's archive for adding, or begins it behind a cursor. Bytes behind the mark were never acknowledged (the
 * power went in the middle) and are cut off: their commands come again. Refuses an archive that is shorter than its mark.
 */
export const openArchive = async (
  backupDir: string,
  epoch: string,
  begin: ArchiveCursor,
  now: string,
): Promise<Outcome<OpenArchive, 'archive-damaged'>> => {
  const folder = archiveFolder(backupDir, epoch)
  await makeFolder(folder)
  const pathOf = (segment: number) => join(folder, segmentName(segment))
  const known = await readArchiveState(backupDir, epoch)
  if (known === undefined) {
    const [segment] = await listSegments(backupDir, epoch)
    // Without its mark nobody knows how far an archive was acknowledged; a first file that never got one holds nothing.
    if (await isThere(archiveStateFile(backupDir, epoch)))
      return refuse('archive-damaged', { file: 'state.json', record: 1 })
    if (segment !== undefined && segment > 1) return refuse('archive-damaged', { file: 'state.json', record: 1 })
  }
  let cursor: ArchiveCursor = known === undefined ? begin : { transaction: known.transaction, receipt: known.receipt }
  let segment = known?.segment ?? 0
  let end: FileEnd =
    known === undefined ? emptyFileEnd : { bytes: known.bytes, records: known.records, digest: known.digest }
  let file: FileHandle | undefined

  const writeState = (at: string): Promise<void> => {
    const state: ArchiveState = { segment, ...end, ...cursor, at }
    return writeDurably(archiveStateFile(backupDir, epoch), JSON.stringify(state))
  }
  const write = async (contents: readonly string[]): Promise<void> => {
    if (file === undefined) throw new Error('the archive is closed')
    const framed = frameRecords(end, contents)
    const { bytesWritten } = await file.write(framed.bytes, 0, framed.bytes.length, end.bytes)
    if (bytesWritten !== framed.bytes.length) throw Object.assign(new Error('the disk took a part'), { code: 'ENOSPC' })
    end = framed.end
  }
  const beginSegment = async (at: string): Promise<void> => {
    const before = end
    await file?.close()
    segment += 1
    end = emptyFileEnd
    file = await open(pathOf(segment), 'w', 0o600)
    await write([segmentHead(epoch, segment, before, cursor)])
    await file.sync()
    await syncFolder(folder)
    await writeState(at)
  }

  if (known === undefined) await beginSegment(now)
  else {
    const size = await stat(pathOf(known.segment)).then(
      found => found.size,
      () => 0,
    )
    if (size < known.bytes)
      return refuse('archive-damaged', { file: segmentName(known.segment), record: known.records })
    file = await open(pathOf(known.segment), 'r+')
    await file.truncate(known.bytes)
  }
  return succeed({
    get cursor() {
      return cursor
    },
    append: write,
    commit: async (next, at) => {
      await file?.sync()
      cursor = next
      await writeState(at)
    },
    startSegment: beginSegment,
    close: async () => {
      await file?.close()
      file = undefined
    },
  })
}
