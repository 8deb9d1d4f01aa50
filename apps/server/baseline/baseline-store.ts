import type { BatchView, ImportTotals, RowVerdictView } from '@thaiqm/contract/baseline/baseline-routes.ts'
import type { Day, Instant } from '@thaiqm/core/ledger/day.ts'
import type { BatchId, PersonId, PostId } from '@thaiqm/core/ledger/identifiers.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'
import type { WantedReading } from './preview-import.ts'

export interface Upload {
  readonly uploadId: string
  readonly fileName: string
  readonly sheetName: string
  readonly personId: PersonId
}

export const saveUpload = async (trx: Scoped, upload: Upload, at: Instant): Promise<void> => {
  await sql`insert into import_uploads (upload_id, file_name, sheet_name, person_id, uploaded_at)
    values (${upload.uploadId}, ${upload.fileName}, ${upload.sheetName}, ${upload.personId}, ${at})`.execute(trx)
}

/** An upload is seen by whoever uploaded it, and nobody else. */
export const findUploadOf = async (
  trx: Scoped,
  uploadId: string,
  personId: PersonId,
): Promise<{ readonly fileName: string } | undefined> => {
  const { rows } = await sql<{ file_name: string }>`select file_name from import_uploads
    where upload_id = ${uploadId} and person_id = ${personId}`.execute(trx)
  return rows[0] && { fileName: rows[0].file_name }
}

/** How the sheet of a batch is read, for going on after a restart. */
export type BatchReading = WantedReading & { readonly today: Day }

export interface Batch extends BatchView {
  readonly uploadId: string
  readonly personId: PersonId
  readonly postId: PostId | null
  readonly areaCode: string
}

interface BatchRow {
  readonly batch_id: BatchId
  readonly upload_id: string
  readonly file_name: string
  readonly person_id: PersonId
  readonly post_id: PostId | null
  readonly by_name: string
  readonly area_code: string
  readonly started_at: Instant
  readonly state: BatchView['state']
  readonly done: number
  readonly of_households: number
  readonly totals: string
  readonly new_households: number
  readonly new_problems: number
  readonly unchanged_households: number
}

const columns = sql`batch_id, upload_id, file_name, person_id, post_id, by_name, area_code, started_at, state, done,
  of_households, totals, new_households, new_problems, unchanged_households`

const toBatch = (row: BatchRow): Batch => ({
  batchId: row.batch_id,
  uploadId: row.upload_id,
  fileName: row.file_name,
  personId: row.person_id,
  postId: row.post_id,
  byName: row.by_name,
  areaCode: row.area_code,
  startedAt: row.started_at,
  state: row.state,
  done: row.done,
  of: row.of_households,
  totals: JSON.parse(row.totals) as ImportTotals,
  newHouseholds: row.new_households,
  newProblems: row.new_problems,
  unchangedHouseholds: row.unchanged_households,
})

export const addBatch = async (
  trx: Scoped,
  batch: Batch,
  reading: BatchReading,
  report: readonly RowVerdictView[],
): Promise<void> => {
  await sql`insert into import_batches (batch_id, upload_id, file_name, person_id, post_id, by_name, area_code, started_at,
      state, of_households, totals, report, reading)
    values (${batch.batchId}, ${batch.uploadId}, ${batch.fileName}, ${batch.personId}, ${batch.postId}, ${batch.byName},
      ${batch.areaCode}, ${batch.startedAt}, ${batch.state}, ${batch.of}, ${JSON.stringify(batch.totals)},
      ${JSON.stringify(report)}, ${JSON.stringify(reading)})`.execute(trx)
}

/** Imports into an area, the newest first; into all areas for the empty code. */
export const findBatches = async (trx: Scoped, areaCode: string): Promise<Batch[]> => {
  const { rows } = await sql<BatchRow>`select ${columns} from import_batches
    where starts_with(area_code, ${areaCode}) order by started_at desc, batch_id limit 500`.execute(trx)
  return rows.map(toBatch)
}

/** A batch of an area, or of an area in it. */
export const findBatch = async (trx: Scoped, batchId: BatchId, areaCode: string): Promise<Batch | undefined> => {
  const { rows } = await sql<BatchRow>`select ${columns} from import_batches
    where batch_id = ${batchId} and starts_with(area_code, ${areaCode})`.execute(trx)
  return rows[0] && toBatch(rows[0])
}

/** Batches that were at work when the server last ended. */
export const findUnfinishedBatches = async (trx: Scoped): Promise<Batch[]> => {
  const { rows } = await sql<BatchRow>`select ${columns} from import_batches
    where state in ('RUNNING', 'UNDOING') order by started_at`.execute(trx)
  return rows.map(toBatch)
}

export const findReading = async (trx: Scoped, batchId: BatchId): Promise<BatchReading | undefined> => {
  const { rows } = await sql<{ reading: string }>`select reading from import_batches
    where batch_id = ${batchId}`.execute(trx)
  return rows[0] && (JSON.parse(rows[0].reading) as BatchReading)
}

export const findReport = async (trx: Scoped, batchId: BatchId): Promise<RowVerdictView[]> => {
  const { rows } = await sql<{ report: string }>`select report from import_batches
    where batch_id = ${batchId}`.execute(trx)
  return rows[0] === undefined ? [] : (JSON.parse(rows[0].report) as RowVerdictView[])
}

export interface BatchProgress {
  readonly done: number
  readonly newHouseholds: number
  readonly newProblems: number
  readonly unchangedHouseholds: number
}

/** Writes down how far an import has come; from `restart` on its households are noted anew. */
export const moveBatch = async (
  trx: Scoped,
  batchId: BatchId,
  progress: BatchProgress,
  changedHouseholds: readonly string[],
  restart: boolean,
): Promise<void> => {
  await sql`update import_batches set done = ${progress.done}, new_households = ${progress.newHouseholds},
      new_problems = ${progress.newProblems}, unchanged_households = ${progress.unchangedHouseholds},
      household_ids = case when ${restart} then '{}'::uuid[] else household_ids end || ${changedHouseholds}::uuid[]
    where batch_id = ${batchId}`.execute(trx)
}

export const setBatchState = async (trx: Scoped, batchId: BatchId, state: BatchView['state']): Promise<void> => {
  await sql`update import_batches set state = ${state} where batch_id = ${batchId}`.execute(trx)
}

export const saveReport = async (
  trx: Scoped,
  batchId: BatchId,
  totals: ImportTotals,
  report: readonly RowVerdictView[],
): Promise<void> => {
  await sql`update import_batches set totals = ${JSON.stringify(totals)}, report = ${JSON.stringify(report)}
    where batch_id = ${batchId}`.execute(trx)
}

/** The households a batch made or added to. */
export const findHouseholdsOfBatch = async (trx: Scoped, batchId: BatchId): Promise<readonly string[]> => {
  const { rows } = await sql<{ household_ids: string[] }>`select household_ids from import_batches
    where batch_id = ${batchId}`.execute(trx)
  return rows[0]?.household_ids ?? []
}

export interface ImportedFacts {
  readonly isNew: boolean
  readonly problems: number
}

/** What commands wrote into these households' ledgers; a household they left as it was is not among them. */
export const countImportedFacts = async (
  trx: Scoped,
  householdIds: readonly string[],
  commandIds: readonly string[],
): Promise<Map<string, ImportedFacts>> => {
  const { rows } = await sql<{ ledger_id: string; is_new: boolean; problems: number }>`
    select ledger_id, bool_or(type = 'HouseholdRegistered') as is_new,
      count(*) filter (where type = 'ProblemImported') as problems
    from ledger_events where ledger_id = any(${householdIds}::uuid[]) and command_id = any(${commandIds}::uuid[])
    group by ledger_id`.execute(trx)
  return new Map(rows.map(row => [row.ledger_id, { isNew: row.is_new, problems: row.problems }]))
}
