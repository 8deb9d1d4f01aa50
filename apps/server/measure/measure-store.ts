import { dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { CountedItem } from '@thaiqm/core/measure/counted-items.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'
import { deleteRows, insertRows, type TableShape } from '../platform/database/write-rows.ts'

const itemTable = {
  table: 'counted_items',
  columns: {
    shard_key: 'int',
    household_id: 'uuid',
    round_id: 'uuid',
    measure: 'text',
    problem_id: 'uuid',
    area_code: 'int',
    due_on: 'date',
    detail: 'text',
    eye: 'text',
  },
  key: ['shard_key', 'household_id', 'round_id', 'measure', 'problem_id', 'due_on', 'detail', 'eye'],
} as const satisfies TableShape<string>

const changeTable = {
  table: 'counted_changes',
  columns: {
    round_id: 'uuid',
    measure: 'text',
    area_code: 'int',
    household_id: 'uuid',
    problem_id: 'uuid',
    due_on: 'date',
    detail: 'text',
    eye: 'text',
    delta: 'smallint',
    at: 'timestamptz',
  },
  key: [],
} as const satisfies TableShape<string>

/** A household entered or left a counted set. */
export interface CountedChange {
  readonly shardKey: number
  readonly roundId: string
  readonly areaCode: number
  readonly item: CountedItem
  readonly delta: 1 | -1
  readonly at: Instant
}

const itemRow = ({ shardKey, roundId, areaCode, item }: CountedChange) => ({
  shard_key: shardKey,
  household_id: item.householdId,
  round_id: roundId,
  measure: item.measure,
  problem_id: item.problemId,
  area_code: areaCode,
  due_on: item.dueOn,
  detail: item.detail,
  eye: item.eye,
})

/** Sums changes that fall on the same counter, leaving out those that cancel each other. */
const summed = <Key extends Readonly<Record<string, string | number | null>>>(
  changes: readonly CountedChange[],
  keyOf: (change: CountedChange) => Key,
) => {
  const sums = new Map<string, { readonly key: Key; readonly delta: number }>()
  for (const change of changes) {
    const key = keyOf(change)
    const text = JSON.stringify(key)
    const sum = sums.get(text) ?? { key, delta: 0 }
    sums.set(text, { key, delta: sum.delta + change.delta })
  }
  // One order for everybody: two batches that touch the same counters never wait for each other in a ring.
  return [...sums.entries()]
    .filter(([, { delta }]) => delta !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum)
}

/** Moves the counters by what changed, and writes down each change with its moment (decision: counters by delta). */
export const saveCountedChanges = async (trx: Scoped, changes: readonly CountedChange[]): Promise<void> => {
  if (changes.length === 0) return
  const moved = summed(changes, itemRow)
  await deleteRows(
    trx,
    itemTable,
    moved.filter(m => m.delta < 0).map(m => m.key),
  )
  await insertRows(
    trx,
    itemTable,
    moved.filter(m => m.delta > 0).map(m => m.key),
  )
  await insertRows(
    trx,
    changeTable,
    changes.map(change => {
      const { shard_key: _shard, ...row } = itemRow(change)
      return { ...row, delta: change.delta, at: change.at }
    }),
  )
  const counts = summed(changes, c => ({
    round_id: c.roundId,
    measure: c.item.measure,
    area_code: c.areaCode,
    detail: c.item.detail,
    eye: c.item.eye,
    due_on: c.item.dueOn,
  }))
  const of = (name: keyof (typeof counts)[number]['key']) => counts.map(c => c.key[name])
  if (counts.length > 0) {
    await sql`insert into measure_counts (round_id, measure, area_code, detail, eye, due_on, count)
      select * from unnest(${of('round_id')}::uuid[], ${of('measure')}::text[], ${of('area_code')}::int[],
        ${of('detail')}::text[], ${of('eye')}::text[], ${of('due_on')}::date[], ${counts.map(c => c.delta)}::int[])
      on conflict (round_id, measure, area_code, detail, eye, due_on) do update
      set count = measure_counts.count + excluded.count`.execute(trx)
  }
  const days = summed(changes, c => ({
    round_id: c.roundId,
    measure: c.item.measure,
    area_code: c.areaCode,
    eye: c.item.eye,
    day: dayOf(c.at),
  }))
  if (days.length > 0) {
    await sql`insert into measure_days (round_id, measure, area_code, eye, day, delta)
      select * from unnest(${days.map(d => d.key.round_id)}::uuid[], ${days.map(d => d.key.measure)}::text[],
        ${days.map(d => d.key.area_code)}::int[], ${days.map(d => d.key.eye)}::text[], ${days.map(d => d.key.day)}::date[],
        ${days.map(d => d.delta)}::int[])
      on conflict (round_id, measure, area_code, eye, day) do update
      set delta = measure_days.delta + excluded.delta`.execute(trx)
  }
  await saveRollups(trx, changes)
}

/** Levels above the village that have sums of their own: tambons, then districts, which more people wait for. */
const rollupDigits = [6, 4] as const

/** An area's own number among village codes: its first one. */
const firstCodeOf = (areaCode: number, digits: number): number => {
  const span = 10 ** (8 - digits)
  return Math.floor(areaCode / span) * span
}

/** Moves the sums of tambons and districts, now and by day, in the same way. Last of all: these rows are waited for most. */
const saveRollups = async (trx: Scoped, changes: readonly CountedChange[]): Promise<void> => {
  const rolledUp = (change: CountedChange, digits: number) => ({
    round_id: change.roundId,
    digits,
    area_code: firstCodeOf(change.areaCode, digits),
    measure: change.item.measure,
    detail: change.item.detail,
    eye: change.item.eye,
    due_on: change.item.dueOn,
  })
  const days = rollupDigits.flatMap(digits =>
    summed(changes, change => ({ ...rolledUp(change, digits), day: dayOf(change.at) })),
  )
  const ofDay = (name: keyof (typeof days)[number]['key']) => days.map(d => d.key[name])
  if (days.length > 0) {
    await sql`insert into measure_rollup_days (round_id, digits, area_code, day, measure, detail, eye, due_on, delta)
      select * from unnest(${ofDay('round_id')}::uuid[], ${ofDay('digits')}::smallint[], ${ofDay('area_code')}::int[],
        ${ofDay('day')}::date[], ${ofDay('measure')}::text[], ${ofDay('detail')}::text[], ${ofDay('eye')}::text[],
        ${ofDay('due_on')}::date[], ${days.map(d => d.delta)}::int[])
      on conflict (round_id, digits, area_code, day, measure, detail, eye, due_on) do update
      set delta = measure_rollup_days.delta + excluded.delta`.execute(trx)
  }
  const counts = rollupDigits.flatMap(digits => summed(changes, change => rolledUp(change, digits)))
  const of = (name: keyof (typeof counts)[number]['key']) => counts.map(c => c.key[name])
  if (counts.length > 0) {
    await sql`insert into measure_rollups (round_id, digits, area_code, measure, detail, eye, due_on, count)
      select * from unnest(${of('round_id')}::uuid[], ${of('digits')}::smallint[], ${of('area_code')}::int[],
        ${of('measure')}::text[], ${of('detail')}::text[], ${of('eye')}::text[], ${of('due_on')}::date[],
        ${counts.map(c => c.delta)}::int[])
      on conflict (round_id, digits, area_code, measure, detail, eye, due_on) do update
      set count = measure_rollups.count + excluded.count`.execute(trx)
  }
}
