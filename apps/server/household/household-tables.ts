import type { ColumnType } from '../platform/database/binary-array.ts'
import type { TableShape } from '../platform/database/write-rows.ts'

/** What every household-owned table begins with. */
export const own = { shard_key: 'int', household_id: 'uuid', area_code: 'int' } as const

/** A table's columns and key, the key's names checked against the columns. */
export const shape = <Columns extends Record<string, ColumnType>>(
  table: string,
  columns: Columns,
  ...key: (keyof Columns & string)[]
) => ({ table, columns, key }) satisfies TableShape<keyof Columns & string>

export const documentTable = shape(
  'household_documents',
  { ...own, version: 'int', document: 'text' },
  'shard_key',
  'household_id',
)

export const householdTable = shape(
  'households',
  {
    ...own,
    village_name: 'text',
    house_code: 'text',
    house_number: 'text',
    house_sort: 'text',
    sequence_in_house: 'int',
    head_name: 'text',
    search_name: 'text',
    member_count: 'int',
    origin: 'text',
    missed_reason: 'text',
    status: 'text',
    survey_state: 'text',
    surveyed_on: 'date',
    last_visit_outcome: 'text',
    old_open: 'int',
    rechecked_open: 'int',
    live_open: 'int',
    solved_open: 'int',
    old_full: 'int',
    rechecked_full: 'int',
    live_full: 'int',
    solved_full: 'int',
    plan_state: 'text',
    latitude: 'float8',
    longitude: 'float8',
    version: 'int',
    last_changed_at: 'timestamptz',
  },
  'shard_key',
  'household_id',
)

export const memberTable = shape(
  'members',
  { ...own, member_id: 'uuid', name: 'text', search_name: 'text', is_head: 'boolean', number_hmac: 'bytea' },
  'shard_key',
  'household_id',
  'member_id',
)

export const planActionTable = shape(
  'plan_actions',
  {
    ...own,
    plan_action_id: 'uuid',
    plan_id: 'uuid',
    plan_state: 'text',
    what: 'text',
    sector: 'text',
    agency_code: 'text',
    organisation_id: 'uuid',
    due_on: 'date',
    budget_baht: 'bigint',
    state: 'text',
  },
  'shard_key',
  'household_id',
  'plan_action_id',
)

export const assistanceTable = shape(
  'assistances',
  {
    ...own,
    assistance_id: 'uuid',
    sector: 'text',
    agency_code: 'text',
    organisation_id: 'uuid',
    what: 'text',
    value_baht: 'bigint',
    given_on: 'date',
  },
  'shard_key',
  'household_id',
  'assistance_id',
)
