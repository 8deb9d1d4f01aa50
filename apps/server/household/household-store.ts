import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import { sql } from 'kysely'
import { dataRequestTable } from '../data-request/data-request-table.ts'
import { dutyTable } from '../duty/duty-table.ts'
import { publishedNeedTable } from '../need/published-need-table.ts'
import { consentedPhotoTable } from '../photo/consented-photo-table.ts'
import { remedyTrialTable } from '../plan/remedy-trial-table.ts'
import type { Cell } from '../platform/database/binary-array.ts'
import { changedRows } from '../platform/database/changed-rows.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import { deleteRows, type TableShape, upsertRows } from '../platform/database/write-rows.ts'
import { openDocument, type SealingKeys, sealDocument } from '../platform/sealing.ts'
import { problemTable } from '../problem/problem-table.ts'
import { referralTable } from '../referral/referral-table.ts'
import { handoverTable } from './handover-rows.ts'
import type { HouseholdRows } from './household-rows.ts'
import { assistanceTable, documentTable, householdTable, memberTable, planActionTable } from './household-tables.ts'

export interface StoredHousehold {
  readonly household: Household
  readonly shardKey: number
}

interface DocumentRow {
  readonly household_id: string
  readonly shard_key: number
  readonly document: string
}

const toStored = (keys: SealingKeys, row: DocumentRow): StoredHousehold => ({
  household: openDocument(keys, row.document, row.household_id) as Household,
  shardKey: row.shard_key,
})

/** Households as they stand, by id, locked for writing in one order so that two batches never wait for each other in a ring. */
export const lockHouseholds = async (
  trx: Scoped,
  keys: SealingKeys,
  ids: readonly string[],
): Promise<Map<string, StoredHousehold>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<DocumentRow>`select household_id, shard_key, document from household_documents
    where household_id = any(${ids}::uuid[]) order by household_id for update`.execute(trx)
  return new Map(rows.map(row => [row.household_id, toStored(keys, row)]))
}

export const findHousehold = async (
  trx: Scoped,
  keys: SealingKeys,
  id: HouseholdId,
): Promise<StoredHousehold | undefined> => {
  const { rows } = await sql<DocumentRow>`select household_id, shard_key, document from household_documents
    where household_id = ${id}`.execute(trx)
  return rows[0] && toStored(keys, rows[0])
}

/** Which of these households the transaction's scope lets through. */
export const visibleHouseholdIds = async (trx: Scoped, ids: readonly string[]): Promise<Set<string>> => {
  const { rows } = await sql<{ household_id: string }>`select household_id from household_documents
    where household_id = any(${ids}::uuid[])`.execute(trx)
  return new Set(rows.map(row => row.household_id))
}

export const findHouseholds = async (
  trx: Scoped,
  keys: SealingKeys,
  ids: readonly string[],
): Promise<StoredHousehold[]> => {
  const { rows } = await sql<DocumentRow>`select household_id, shard_key, document from household_documents
    where household_id = any(${ids}::uuid[])`.execute(trx)
  return rows.map(row => toStored(keys, row))
}

/** The households that these hardships belong to. */
export const findHouseholdsOfProblems = async (
  trx: Scoped,
  keys: SealingKeys,
  problemIds: readonly string[],
): Promise<StoredHousehold[]> => {
  const { rows } = await sql<DocumentRow>`select distinct d.household_id, d.shard_key, d.document from problems p
    join household_documents d on d.household_id = p.household_id
    where p.problem_id = any(${problemIds}::uuid[])`.execute(trx)
  return rows.map(row => toStored(keys, row))
}

/** Households of an area in the order of villages and ids, behind one of them. */
export const findAreaHouseholds = async (
  trx: Scoped,
  keys: SealingKeys,
  range: AreaRange,
  behind: { readonly village: number; readonly householdId: string },
  most: number,
): Promise<StoredHousehold[]> => {
  const { rows } = await sql<DocumentRow>`select household_id, shard_key, document from household_documents
    where area_code between ${range.low} and ${range.high}
      and (area_code, household_id) > (${behind.village}, ${behind.householdId}::uuid)
    order by area_code, household_id limit ${most}`.execute(trx)
  return rows.map(row => toStored(keys, row))
}

/** Keeps every other writer from the households until the transaction ends. */
export const lockAllHouseholds = async (trx: Scoped): Promise<void> => {
  await sql`lock table household_documents in share row exclusive mode`.execute(trx)
}

/** Every household of the scope after one id, for whoever has to walk through them all. */
export const nextHouseholds = async (
  trx: Scoped,
  keys: SealingKeys,
  after: string,
  most: number,
): Promise<StoredHousehold[]> => {
  const { rows } = await sql<DocumentRow>`select household_id, shard_key, document from household_documents
    where household_id > ${after}::uuid order by household_id limit ${most}`.execute(trx)
  return rows.map(row => toStored(keys, row))
}

export const saveDocuments = (trx: Scoped, keys: SealingKeys, stored: readonly StoredHousehold[]): Promise<void> =>
  upsertRows(
    trx,
    documentTable,
    stored.map(({ household, shardKey }) => ({
      shard_key: shardKey,
      household_id: household.id,
      area_code: Number(household.areaCode),
      version: household.version,
      document: sealDocument(keys, household, household.id),
    })),
  )

type Tables = { readonly [Room in keyof HouseholdRows]: TableShape<string> }

const tables: Tables = {
  households: householdTable,
  members: memberTable,
  problems: problemTable,
  duties: dutyTable,
  referrals: referralTable,
  planActions: planActionTable,
  assistances: assistanceTable,
  publishedNeeds: publishedNeedTable,
  remedyTrials: remedyTrialTable,
  handovers: handoverTable,
  dataRequests: dataRequestTable,
  consentedPhotos: consentedPhotoTable,
}

const rooms = Object.keys(tables) as (keyof HouseholdRows)[]

type AnyRow = Readonly<Record<string, Cell>>

/** Writes only the rows that differ between what stood before and what stands now, all households of a batch at once. */
export const saveRows = async (
  trx: Scoped,
  changes: readonly { readonly before: HouseholdRows; readonly after: HouseholdRows }[],
): Promise<void> => {
  for (const room of rooms) {
    const shape = tables[room]
    const moves = changes.map(({ before, after }) => changedRows<AnyRow>(shape, before[room], after[room]))
    await deleteRows(
      trx,
      shape,
      moves.flatMap(move => move.gone),
    )
    await upsertRows(
      trx,
      shape,
      moves.flatMap(move => move.changed),
    )
  }
}
