import type { Household } from '@thaiqm/core/household/household.ts'
import { own, shape } from '../household/household-tables.ts'
import type { RowOf } from '../platform/database/write-rows.ts'

/** What households asked about their data: days and codes, none of their words. */
export const dataRequestTable = shape(
  'data_requests',
  {
    ...own,
    request_id: 'uuid',
    kind: 'text',
    received_on: 'date',
    due_on: 'date',
    answer: 'text',
    answered_on: 'date',
  },
  'shard_key',
  'household_id',
  'request_id',
)

type Row = RowOf<typeof dataRequestTable>

export const dataRequestRows = (
  { dataRequests = [] }: Household,
  key: Pick<Row, 'shard_key' | 'household_id' | 'area_code'>,
): readonly Row[] =>
  dataRequests.map(request => ({
    ...key,
    request_id: request.requestId,
    kind: request.kind,
    received_on: request.receivedOn,
    due_on: request.dueOn,
    answer: request.answered?.answer ?? null,
    answered_on: request.answered?.on ?? null,
  }))
