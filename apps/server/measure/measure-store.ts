import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { CountedItem } from '@thaiqm/core/measure/counted-items.ts'
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

/**
 * Takes households and hardships into counted sets and out of them, and writes down each change with its moment. The
 * sums follow by themselves: see `fold-sums.ts` (decision: counters by delta).
 */
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
}
