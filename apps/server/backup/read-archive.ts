import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { ledgerKind } from '@thaiqm/core/sync/command-envelope.ts'
import { z } from 'zod'
import { archiveFolder, listSegments, readArchiveState, segmentName } from './backup-folder.ts'
import { emptyFileEnd, readRecords } from './record-file.ts'

const commandRow = z.looseObject({
  command_id: z.string(),
  receipt_number: z.number(),
  device_id: z.string(),
  sequence: z.number(),
  ledger_kind: ledgerKind,
  ledger_id: z.string(),
  type: z.string(),
  body: z.string(),
  based_on_version: z.number().nullable(),
  made_at: z.string(),
  person_id: z.string(),
  post_id: z.string(),
  received_at: z.string(),
  outcome: z.enum(['received', 'applied', 'parked']),
  version: z.number().nullable(),
  transaction_id: z.string(),
})
/** A command as the database held it, with every column it had. */
export type ArchivedCommand = z.infer<typeof commandRow>

const archiveRecord = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('segment'),
    segment: z.number(),
    before: z.object({ bytes: z.number(), records: z.number(), digest: z.string() }),
  }),
  z.object({ kind: z.literal('command'), row: commandRow }),
  z.object({
    kind: z.literal('row'),
    transaction: z.string(),
    table: z.string().regex(/^[a-z_]+$/),
    isGone: z.boolean(),
    row: z.record(z.string(), z.unknown()),
  }),
])
export type ArchiveRecord = z.infer<typeof archiveRecord>
export type ArchivedEntry = Exclude<ArchiveRecord, { kind: 'segment' }>

export interface ArchiveCheck {
  readonly files: number
  readonly commands: number
  /** Bytes of a last record that was never acknowledged, because the power went: they are passed over. */
  readonly tornBytes: number
}

const pathOf = (backupDir: string, epoch: string, segment: number): string =>
  join(archiveFolder(backupDir, epoch), segmentName(segment))

/** The archive's files that count, in order. */
const segmentsOf = async (backupDir: string, epoch: string): Promise<number[]> => {
  const state = await readArchiveState(backupDir, epoch)
  const segments = await listSegments(backupDir, epoch)
  return state === undefined ? segments : segments.filter(segment => segment <= state.segment)
}

/** Every whole record of an archive, in the order it was written. Whether any is missing, `checkArchive` says. */
export async function* archiveEntries(backupDir: string, epoch: string): AsyncGenerator<ArchivedEntry> {
  for (const segment of await segmentsOf(backupDir, epoch))
    for await (const { text } of readRecords(pathOf(backupDir, epoch, segment))) {
      const record = archiveRecord.parse(JSON.parse(text))
      if (record.kind !== 'segment') yield record
    }
}

/**
 * Reads an archive from end to end. Everything that was ever acknowledged must be there, file after file, record after
 * record; a torn end behind it is normal after a power cut. Refuses with the first file and record that is not as it was.
 */
export const checkArchive = async (
  backupDir: string,
  epoch: string,
): Promise<Outcome<ArchiveCheck, 'archive-damaged'>> => {
  const state = await readArchiveState(backupDir, epoch)
  const segments = await segmentsOf(backupDir, epoch)
  if (state === undefined)
    return segments.length === 0
      ? succeed({ files: 0, commands: 0, tornBytes: 0 })
      : refuse('archive-damaged', { file: 'state.json', record: 1 })
  if (segments.at(-1) !== state.segment)
    return refuse('archive-damaged', { file: segmentName(state.segment), record: 1 })
  let commands = 0
  let tornBytes = 0
  // How the file before must have ended: each file's head says it, and the state says it of the last.
  let last = emptyFileEnd
  let previous: number | undefined
  for (const segment of segments) {
    const damaged = (record: number, of = segment) =>
      refuse('archive-damaged', { file: join(epoch, segmentName(of)), record })
    if (previous !== undefined && segment !== previous + 1) return damaged(1, previous + 1)
    const isLast = segment === state.segment
    let end = emptyFileEnd
    let isAtMark = !isLast
    for await (const { text, end: reached } of readRecords(pathOf(backupDir, epoch, segment))) {
      const record = archiveRecord.safeParse(JSON.parse(text))
      if (!record.success) return damaged(reached.records)
      if (end.records === 0) {
        if (record.data.kind !== 'segment' || record.data.segment !== segment) return damaged(1)
        if (previous !== undefined && record.data.before.records !== last.records)
          return damaged(last.records + 1, previous)
        if (previous !== undefined && record.data.before.digest !== last.digest) return damaged(last.records, previous)
      }
      if (record.data.kind === 'command') commands += 1
      end = reached
      if (isLast && end.records === state.records) {
        if (end.digest !== state.digest || end.bytes !== state.bytes) return damaged(end.records)
        isAtMark = true
      }
    }
    if (!isAtMark || end.records === 0) return damaged(end.records + 1)
    if (isLast) tornBytes = (await stat(pathOf(backupDir, epoch, segment))).size - end.bytes
    last = end
    previous = segment
  }
  return succeed({ files: segments.length, commands, tornBytes })
}
