import { own, shape } from '../household/household-tables.ts'

/** What lies with agencies, one row for each hardship and agency. */
export const referralTable = shape(
  'referrals',
  {
    ...own,
    problem_id: 'uuid',
    agency_code: 'text',
    organisation_id: 'uuid',
    is_lead: 'boolean',
    state: 'text',
    answer_by: 'date',
    due_on: 'date',
    restricted: 'boolean',
    open_until: 'date',
    letter_number: 'text',
    letter_on: 'date',
    letter_office: 'text',
    letter_cases: 'int',
    earlier_letter_number: 'text',
    earlier_letter_on: 'date',
  },
  'shard_key',
  'household_id',
  'problem_id',
  'agency_code',
)
