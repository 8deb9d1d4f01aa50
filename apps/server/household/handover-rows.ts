import type { Household } from '@thaiqm/core/household/household.ts'
import type { RowOf } from '../platform/database/write-rows.ts'
import { own, shape } from './household-tables.ts'

/** Households that went from one village to another; `move_number` counts a household's moves from 1. */
export const handoverTable = shape(
  'handed_over',
  { ...own, move_number: 'int', from_area: 'int', to_area: 'int', moved_on: 'date', reason: 'text' },
  'shard_key',
  'household_id',
  'move_number',
)

type Row = RowOf<typeof handoverTable>

/** One row for each village a household has left. */
export const handoverRows = (
  household: Household,
  own: Pick<Row, 'shard_key' | 'household_id' | 'area_code'>,
): readonly Row[] =>
  (household.moves ?? []).map(({ fromAreaCode, areaCode, on, reason }, index) => ({
    ...own,
    move_number: index + 1,
    from_area: Number(fromAreaCode),
    to_area: Number(areaCode),
    moved_on: on,
    reason,
  }))
