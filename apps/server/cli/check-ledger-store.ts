import { sql } from 'kysely'
import { dataRequestTable } from '../data-request/data-request-table.ts'
import { dutyTable } from '../duty/duty-table.ts'
import { handoverTable } from '../household/handover-rows.ts'
import type { HouseholdRows } from '../household/household-rows.ts'
import { assistanceTable, householdTable, memberTable, planActionTable } from '../household/household-tables.ts'
import { publishedNeedTable } from '../need/published-need-table.ts'
import { consentedPhotoTable } from '../photo/consented-photo-table.ts'
import { remedyTrialTable } from '../plan/remedy-trial-table.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import type { TableShape } from '../platform/database/write-rows.ts'
import { problemTable } from '../problem/problem-table.ts'
import { referralTable } from '../referral/referral-table.ts'

export interface LedgerKey {
  readonly id: string
  readonly shardKey: number
}

/** Household ledgers in the order of their ids, a page after the one given. */
export const nextLedgers = async (trx: Scoped, after: string, most: number): Promise<LedgerKey[]> => {
  const { rows } = await sql<{ ledger_id: string; shard_key: number }>`
    select ledger_id, min(shard_key) as shard_key from ledger_events
    where ledger_kind = 'household' and ledger_id > ${after}::uuid
    group by ledger_id order by ledger_id limit ${most}`.execute(trx)
  return rows.map(row => ({ id: row.ledger_id, shardKey: row.shard_key }))
}

export interface StoredDocument {
  readonly shardKey: number
  readonly version: number
  readonly document: string
}

/** Household documents as they are stored, sealed. */
export const findStoredDocuments = async (
  trx: Scoped,
  ids: readonly string[],
): Promise<Map<string, StoredDocument>> => {
  const { rows } = await sql<{ household_id: string; shard_key: number; version: number; document: string }>`
    select household_id, shard_key, version, document from household_documents
    where household_id = any(${ids}::uuid[])`.execute(trx)
  return new Map(
    rows.map(row => [row.household_id, { shardKey: row.shard_key, version: row.version, document: row.document }]),
  )
}

export type StoredRow = Readonly<Record<string, unknown>> & { readonly household_id: string }

export const checkedTables = {
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
} as const satisfies { readonly [Room in keyof HouseholdRows]: TableShape<string> }

/** The rows that stand beside the ledgers of these households, in one of the checked tables. */
export const findStoredRows = async (
  trx: Scoped,
  shape: TableShape<string>,
  ids: readonly string[],
): Promise<StoredRow[]> => {
  const columns = sql.join(Object.keys(shape.columns).map(name => sql.ref(name)))
  const { rows } = await sql<StoredRow>`select ${columns} from ${sql.table(shape.table)}
    where household_id = any(${ids}::uuid[])`.execute(trx)
  return rows
}

export const findCountedItems = async (trx: Scoped, ids: readonly string[]): Promise<StoredRow[]> => {
  const { rows } =
    await sql<StoredRow>`select household_id, round_id, measure, problem_id, area_code, due_on, detail, eye
    from counted_items where household_id = any(${ids}::uuid[])`.execute(trx)
  return rows
}

const besideTables = ['household_documents', 'counted_items', ...Object.values(checkedTables).map(({ table }) => table)]

/** Households that have rows somewhere and no ledger: what nobody ever said. */
export const findWithoutLedger = async (trx: Scoped): Promise<string[]> => {
  const found = new Set<string>()
  for (const table of besideTables) {
    const { rows } = await sql<{ household_id: string }>`select distinct household_id from ${sql.table(table)} t
      where not exists (select from ledger_events e where e.ledger_id = t.household_id)`.execute(trx)
    for (const row of rows) found.add(row.household_id)
  }
  return [...found].sort()
}

const levels = sql`(values (4, 10000), (6, 100)) as level(digits, span)`

/** Sums of tambons and districts that do not equal the counters below them, or the changes of a day. */
const countWrongRollups = async (trx: Scoped): Promise<number> => {
  const key = sql`round_id, measure, detail, eye, due_on, digits`
  const { rows } = await sql<{ n: number }>`select
    (select count(*) from (select ${key}, area_code, sum(count) as count from measure_rollups
        group by ${key}, area_code having sum(count) <> 0) r
      full join (select round_id, measure, detail, eye, due_on, digits, area_code / span * span as area_code, sum(count) as count
        from measure_counts, ${levels} group by 1, 2, 3, 4, 5, 6, 7 having sum(count) <> 0) s
      on (r.round_id, r.measure, r.detail, r.eye, r.digits, r.area_code) = (s.round_id, s.measure, s.detail, s.eye, s.digits, s.area_code)
        and r.due_on is not distinct from s.due_on
      where r.count is distinct from s.count)::int +
    (select count(*) from (select ${key}, area_code, day, sum(delta) as delta from measure_rollup_days
        group by ${key}, area_code, day having sum(delta) <> 0) r
      full join (select round_id, measure, detail, eye, due_on, digits, area_code / span * span as area_code,
          (at at time zone 'Asia/Bangkok')::date as day, sum(delta) as delta
        from counted_changes, ${levels} group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(delta) <> 0) s
      on (r.round_id, r.measure, r.detail, r.eye, r.digits, r.area_code, r.day) = (s.round_id, s.measure, s.detail, s.eye, s.digits, s.area_code, s.day)
        and r.due_on is not distinct from s.due_on
      where r.delta is distinct from s.delta)::int as n`.execute(trx)
  return rows[0]?.n ?? 0
}

/** Sums of what remedies came to that do not equal the trials of the households below. */
const countWrongOutcomes = async (trx: Scoped): Promise<number> => {
  const key = sql`digits, area_code, kind_code, remedy_id, profile, outcome, eye`
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
      select ${key}, sum(count)::int as n from remedy_outcomes group by ${key} having sum(count) <> 0) s
    full join (select digits, area_code / span * span as area_code, kind_code, remedy_id, profile, outcome, eye, count(*)::int as n
      from remedy_trials, ${levels} group by 1, 2, 3, 4, 5, 6, 7) t using (${key})
    where s.n is distinct from t.n`.execute(trx)
  return rows[0]?.n ?? 0
}

/** Counters that do not equal the number of counted items, or the sum of all changes ever written down. */
export const countWrongCounters = async (
  trx: Scoped,
): Promise<{
  readonly counters: number
  readonly changes: number
  readonly days: number
  readonly rollups: number
  readonly remedies: number
}> => {
  const key = sql`round_id, measure, area_code, detail, eye, due_on`
  const differing = (summed: ReturnType<typeof sql>) => sql`select count(*)::int as n from (
      select ${key}, sum(count)::int as count from measure_counts group by ${key} having sum(count) <> 0) c
    full join (${summed}) s on (c.round_id, c.measure, c.area_code, c.detail, c.eye) = (s.round_id, s.measure, s.area_code, s.detail, s.eye)
      and c.due_on is not distinct from s.due_on
    where c.count is distinct from s.count`
  const first = async (query: ReturnType<typeof sql>): Promise<number> =>
    ((await query.execute(trx)).rows[0] as { n: number } | undefined)?.n ?? 0
  return {
    counters: await first(differing(sql`select ${key}, count(*)::int as count from counted_items group by ${key}`)),
    changes: await first(
      differing(
        sql`select ${key}, sum(delta)::int as count from counted_changes group by ${key} having sum(delta) <> 0`,
      ),
    ),
    days: await first(sql`select count(*)::int as n from (
        select round_id, measure, area_code, eye, day, sum(delta)::int as delta from measure_days
        group by 1, 2, 3, 4, 5 having sum(delta) <> 0) d
      full join (select round_id, measure, area_code, eye, (at at time zone 'Asia/Bangkok')::date as day,
          sum(delta)::int as delta from counted_changes group by 1, 2, 3, 4, 5 having sum(delta) <> 0) s
        on (d.round_id, d.measure, d.area_code, d.eye, d.day) = (s.round_id, s.measure, s.area_code, s.eye, s.day)
      where d.delta is distinct from s.delta`),
    rollups: await countWrongRollups(trx),
    remedies: await countWrongOutcomes(trx),
  }
}
