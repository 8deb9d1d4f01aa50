import { own, shape } from '../household/household-tables.ts'

/** Hardships as lists and agencies read them, one row each, beside the household's document. */
export const problemTable = shape(
  'problems',
  {
    ...own,
    problem_id: 'uuid',
    kind_code: 'text',
    dimension: 'text',
    member_name: 'text',
    state: 'text',
    severity: 'int',
    due_on: 'date',
    found_on: 'date',
    found_in_round: 'uuid',
    lead_agency: 'text',
    restricted: 'boolean',
    recorded_by: 'uuid',
    closed_on: 'date',
    reopened_count: 'int',
    verdict: 'text',
  },
  'shard_key',
  'household_id',
  'problem_id',
)
