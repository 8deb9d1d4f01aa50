import type { Clocks } from '@thaiqm/core/duty/clocks.ts'
import { householdDuties } from '@thaiqm/core/duty/household-duties.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import { own, shape } from '../household/household-tables.ts'
import type { RowOf } from '../platform/database/write-rows.ts'

/** What waits for somebody about a household, one row each. */
export const dutyTable = shape(
  'duties',
  {
    ...own,
    duty_key: 'text',
    kind: 'text',
    holder: 'text',
    problem_id: 'uuid',
    agency_code: 'text',
    due_on: 'date',
    waiting_since: 'date',
    severity: 'int',
    restricted: 'boolean',
  },
  'shard_key',
  'household_id',
  'duty_key',
)

type Row = RowOf<typeof dutyTable>

export const dutyRows = (
  household: Household,
  key: Pick<Row, 'shard_key' | 'household_id' | 'area_code'>,
  round: Round | undefined,
  clocks: Clocks,
): readonly Row[] =>
  round === undefined
    ? []
    : householdDuties(household, round, clocks).map(duty => ({
        ...key,
        duty_key: duty.key,
        kind: duty.kind,
        holder: duty.holder,
        problem_id: duty.problemId,
        agency_code: duty.agencyCode,
        due_on: duty.dueOn,
        waiting_since: duty.waitingSince,
        severity: duty.severity,
        restricted: duty.restricted,
      }))
