import { shape } from '../household/household-tables.ts'

/** Offers as lists read them. `remedy_ids` and `kind_codes` are JSON arrays of codes; `area_low`…`area_high` villages. */
export const offerTable = shape(
  'offers',
  {
    offer_id: 'uuid',
    organisation_id: 'uuid',
    version: 'int',
    what: 'text',
    remedy_ids: 'text',
    kind_codes: 'text',
    unit: 'text',
    quantity: 'int',
    taken_quantity: 'int',
    budget_baht: 'bigint',
    taken_budget_baht: 'bigint',
    from_on: 'date',
    until_on: 'date',
    area_code: 'text',
    area_low: 'int',
    area_high: 'int',
    state: 'text',
  },
  'offer_id',
)

/** Parts taken of offers, one row each, by tambon. A partner reads its own, without the household. */
export const allocationTable = shape(
  'offer_allocations',
  {
    allocation_id: 'uuid',
    offer_id: 'uuid',
    organisation_id: 'uuid',
    household_id: 'uuid',
    problem_id: 'uuid',
    tambon_code: 'int',
    kind_code: 'text',
    what: 'text',
    unit: 'text',
    quantity: 'int',
    budget_baht: 'bigint',
    due_on: 'date',
    state: 'text',
    note: 'text',
    taken_on: 'date',
    taken_by: 'uuid',
    confirmed_on: 'date',
    delivered_on: 'date',
    delivered_quantity: 'int',
    delivered_budget_baht: 'bigint',
    assistance_id: 'uuid',
    release_reason: 'text',
  },
  'allocation_id',
)
