import { sql } from 'kysely'
import { foldRemedyOutcomes } from '../plan/remedy-outcome-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'

interface Fold {
  readonly folded_before: string
  /** Everything before it has ended: what it wrote is seen by whoever looks from now on. */
  readonly horizon: string
  readonly is_of_this_epoch: boolean
}

/** Changes of a span of transactions, summed to each kind of sum and added to it. */
const addToSums = async (trx: Scoped, from: string, before: string): Promise<void> => {
  await sql`with changed as materialized (
      select round_id, measure, area_code, detail, eye, due_on, (at at time zone 'Asia/Bangkok')::date as day, sum(delta)::int as delta
      from counted_changes where transaction_id >= ${from}::xid8 and transaction_id < ${before}::xid8
      group by 1, 2, 3, 4, 5, 6, 7 having sum(delta) <> 0
    ), by_level as materialized (
      select round_id, digits, area_code / span * span as area_code, day, measure, detail, eye, due_on, sum(delta)::int as delta
      from changed, (values (4::smallint, 10000), (6::smallint, 100)) as level(digits, span)
      group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(delta) <> 0
    ), counts as (
      insert into folded_counts (round_id, measure, area_code, detail, eye, due_on, count)
      select round_id, measure, area_code, detail, eye, due_on, sum(delta) from changed
      group by 1, 2, 3, 4, 5, 6 having sum(delta) <> 0
      on conflict (round_id, measure, area_code, detail, eye, due_on) do update set count = folded_counts.count + excluded.count
    ), days as (
      insert into folded_days (round_id, measure, area_code, eye, day, delta)
      select round_id, measure, area_code, eye, day, sum(delta) from changed group by 1, 2, 3, 4, 5 having sum(delta) <> 0
      on conflict (round_id, measure, area_code, eye, day) do update set delta = folded_days.delta + excluded.delta
    ), rollup_days as (
      insert into folded_rollup_days (round_id, digits, area_code, day, measure, detail, eye, due_on, delta)
      select * from by_level
      on conflict (round_id, digits, area_code, day, measure, detail, eye, due_on) do update
      set delta = folded_rollup_days.delta + excluded.delta
    )
    insert into folded_rollups (round_id, digits, area_code, measure, detail, eye, due_on, count)
    select round_id, digits, area_code, measure, detail, eye, due_on, sum(delta) from by_level
    group by 1, 2, 3, 4, 5, 6, 7 having sum(delta) <> 0
    on conflict (round_id, digits, area_code, measure, detail, eye, due_on) do update set count = folded_rollups.count + excluded.count`.execute(
    trx,
  )
}

const sumTables = ['folded_counts', 'folded_days', 'folded_rollups', 'folded_rollup_days', 'folded_remedy_outcomes']

/**
 * Brings the sums up to everything that has ended; nothing to do when somebody else is at it. In a database that was
 * restored the mark means nothing: there the sums are made anew from all changes ever written down. Needs the whole range.
 */
export const foldSums = async (trx: Scoped): Promise<void> => {
  const { rows } = await sql<Fold>`select folded_before, pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
      f.epoch is not distinct from (select epoch from installation) as is_of_this_epoch
    from counted_fold f for update of f skip locked`.execute(trx)
  const [fold] = rows
  if (fold === undefined) return
  const { horizon, folded_before: from } = fold
  if (fold.is_of_this_epoch) {
    // Somebody folded between our looking around and our turn.
    if (BigInt(horizon) <= BigInt(from)) return
    await addToSums(trx, from, horizon)
    await foldRemedyOutcomes(trx, from, horizon)
  } else {
    for (const table of sumTables) await sql`delete from ${sql.table(table)}`.execute(trx)
    for (const table of ['counted_changes', 'remedy_changes'])
      await sql`update ${sql.table(table)} set transaction_id = '0' where transaction_id >= ${horizon}::xid8`.execute(
        trx,
      )
    await addToSums(trx, '0', horizon)
    await foldRemedyOutcomes(trx, '0', horizon)
  }
  await sql`update counted_fold set folded_before = ${horizon}::xid8, epoch = (select epoch from installation)`.execute(
    trx,
  )
}
