import type { OfferRow } from '@thaiqm/contract/offer/offer-routes.ts'
import type { AreaRange } from '@thaiqm/core/area/area-code.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { AllocationState } from '@thaiqm/core/offer/offer.ts'
import { sql } from 'kysely'
import type { Scoped } from '../platform/database/transaction.ts'

interface StoredOffer {
  readonly offer_id: OfferRow['offerId']
  readonly organisation_id: OfferRow['organisationId']
  readonly version: number
  readonly what: string
  readonly remedy_ids: string
  readonly kind_codes: string
  readonly unit: string
  readonly quantity: number
  readonly taken_quantity: number
  readonly budget_baht: number | null
  readonly taken_budget_baht: number
  readonly from_on: Day
  readonly until_on: Day
  readonly area_code: string
  readonly state: 'OPEN' | 'ENDED'
}

export interface OfferQuery {
  readonly range: AreaRange
  readonly organisationId: string | null
  /** Only offers open on this day; null for all. */
  readonly openOn: Day | null
  /** Only those whose thing holds these words; null for all. */
  readonly search: string | null
  readonly offset: number
  readonly most: number
}

const columns = sql`offer_id, organisation_id, version, what, remedy_ids, kind_codes, unit, quantity, taken_quantity,
  budget_baht, taken_budget_baht, from_on, until_on, area_code, state`

const toOfferRow = (row: StoredOffer): OfferRow => ({
  offerId: row.offer_id,
  organisationId: row.organisation_id,
  version: row.version,
  what: row.what,
  remedyIds: JSON.parse(row.remedy_ids) as string[],
  kindCodes: JSON.parse(row.kind_codes) as string[],
  unit: row.unit,
  quantity: row.quantity,
  takenQuantity: row.taken_quantity,
  budgetBaht: row.budget_baht,
  takenBudgetBaht: row.taken_budget_baht,
  fromOn: row.from_on,
  untilOn: row.until_on,
  areaCode: row.area_code,
  state: row.state,
})

/** Words to look for, as a pattern that finds them anywhere; null stays null. */
const anywhere = (search: string | null): string | null =>
  search === null ? null : `%${search.replace(/[\\%_]/g, character => `\\${character}`)}%`

/** Offers that may be given somewhere within a range: open ones first, of these those that end soonest. */
export const findOffers = async (trx: Scoped, query: OfferQuery): Promise<OfferRow[]> => {
  const { range, organisationId, openOn, offset, most } = query
  const pattern = anywhere(query.search)
  const { rows } = await sql<StoredOffer>`select ${columns} from offers
    where area_low <= ${range.high} and area_high >= ${range.low}
      and (${organisationId}::uuid is null or organisation_id = ${organisationId}::uuid)
      and (${openOn}::date is null or (state = 'OPEN' and until_on >= ${openOn}::date))
      and (${pattern}::text is null or what ilike ${pattern}::text)
    order by state desc, until_on, offer_id offset ${offset} limit ${most}`.execute(trx)
  return rows.map(toOfferRow)
}

/** Offers that may be given somewhere within a range, are not over and have something left. */
export const findOffersLeft = async (trx: Scoped, range: AreaRange, today: Day): Promise<OfferRow[]> => {
  const { rows } = await sql<StoredOffer>`select ${columns} from offers
    where area_low <= ${range.high} and area_high >= ${range.low} and state = 'OPEN' and until_on >= ${today}
      and quantity > taken_quantity
    order by offer_id`.execute(trx)
  return rows.map(toOfferRow)
}

/** These offers, as far as the transaction's scope lets them be read. */
export const findOffersById = async (trx: Scoped, ids: readonly string[]): Promise<OfferRow[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<StoredOffer>`select ${columns} from offers
    where offer_id = any(${ids}::uuid[]) order by offer_id`.execute(trx)
  return rows.map(toOfferRow)
}

/** Of one part, so many photos are told at most. */
const MOST_PHOTOS = 12

export interface StoredAllocation {
  readonly allocation_id: string
  readonly offer_id: string
  readonly organisation_id: string
  readonly problem_id: string
  readonly household_id: string | null
  readonly tambon_code: number
  readonly kind_code: string
  readonly what: string
  readonly unit: string
  readonly quantity: number
  readonly budget_baht: number
  readonly due_on: Day | null
  readonly state: AllocationState
  readonly note: string
  readonly taken_on: Day
  readonly confirmed_on: Day | null
  readonly delivered_on: Day | null
  readonly delivered_quantity: number
  readonly delivered_budget_baht: number
  readonly release_reason: string
  readonly solved_on: Day | null
  readonly photos: readonly string[]
}

export interface AllocationQuery {
  readonly offerId: string | null
  readonly householdId: string | null
  readonly state: AllocationState | null
  /** Only those of which something has arrived, be it a part. */
  readonly hasArrived: boolean
  /** Only those whose thing or note holds these words; null for all. */
  readonly search: string | null
  readonly offset: number
  readonly most: number
  /** A partner reads its own parts without the household, and whether what it helped with is verified as solved. */
  readonly asPartner: boolean
}

/** Parts taken of offers within the scope of the transaction, the newest first. */
export const findAllocations = async (trx: Scoped, query: AllocationQuery): Promise<StoredAllocation[]> => {
  const { offerId, householdId, state, hasArrived, offset, most, asPartner } = query
  const pattern = anywhere(query.search)
  const told = asPartner
    ? sql`null::uuid as household_id, h.solved_on, array(select t.photo_hash from thanked_photos t
        where t.allocation_id = a.allocation_id order by t.consented_on, t.photo_hash limit ${MOST_PHOTOS}) as photos`
    : sql`a.household_id, null::date as solved_on, '{}'::text[] as photos`
  const helped = asPartner ? sql`left join helped_problems h on h.allocation_id = a.allocation_id` : sql``
  const ofHousehold = householdId === null || asPartner ? sql`` : sql`and a.household_id = ${householdId}::uuid`
  const { rows } = await sql<StoredAllocation>`select a.allocation_id, a.offer_id, a.organisation_id, a.problem_id,
      a.tambon_code, a.kind_code, a.what, a.unit, a.quantity, a.budget_baht, a.due_on, a.state, a.note, a.taken_on,
      a.confirmed_on, a.delivered_on, a.delivered_quantity, a.delivered_budget_baht, a.release_reason, ${told}
    from offer_allocations a ${helped}
    where (${offerId}::uuid is null or a.offer_id = ${offerId}::uuid)
      and (${state}::text is null or a.state = ${state})
      and (not ${hasArrived}::boolean or a.delivered_quantity > 0 or a.delivered_budget_baht > 0)
      and (${pattern}::text is null or a.what ilike ${pattern}::text or a.note ilike ${pattern}::text) ${ofHousehold}
    order by a.taken_on desc, a.allocation_id offset ${offset} limit ${most}`.execute(trx)
  return rows
}
