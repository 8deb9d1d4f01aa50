import { own, shape } from '../household/household-tables.ts'

/** What partners may read of hardships. `area_code` is the village: a partner is not granted it, nor the household. */
export const publishedNeedTable = shape(
  'published_needs',
  {
    ...own,
    need_id: 'uuid',
    tambon_code: 'int',
    kind_code: 'text',
    dimension: 'text',
    severity: 'int',
    what: 'text',
    quantity: 'int',
    unit: 'text',
    budget_baht: 'bigint',
    due_on: 'date',
    published_on: 'date',
  },
  'shard_key',
  'household_id',
  'need_id',
)
