import { areaRange } from '@thaiqm/core/area/area-code.ts'
import { deliveredOf } from '@thaiqm/core/offer/delivery.ts'
import type { Offer } from '@thaiqm/core/offer/offer.ts'
import { changedRows } from '../platform/database/changed-rows.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import { type RowOf, upsertRows } from '../platform/database/write-rows.ts'
import { allocationTable, offerTable } from './offer-tables.ts'

const allocationRows = (offer: Offer): RowOf<typeof allocationTable>[] =>
  offer.allocations.map(a => ({
    allocation_id: a.allocationId,
    offer_id: offer.id,
    organisation_id: offer.organisationId,
    household_id: a.householdId,
    problem_id: a.problemId,
    tambon_code: Number(a.areaCode),
    kind_code: a.kindCode,
    what: offer.what,
    unit: offer.unit,
    quantity: a.quantity,
    budget_baht: a.budgetBaht,
    due_on: a.dueOn,
    state: a.state,
    note: a.note,
    taken_on: a.takenOn,
    taken_by: a.takenBy,
    confirmed_on: a.confirmedOn,
    delivered_on: a.deliveredOn,
    delivered_quantity: deliveredOf(a).quantity,
    delivered_budget_baht: deliveredOf(a).budgetBaht,
    assistance_id: a.assistanceId,
    release_reason: a.releaseReason,
  }))

/** Writes what lists read of an offer: itself with what is left of it, and each part taken that is not as it was before. */
export const saveOfferRows = async (trx: Scoped, before: Offer | null, offer: Offer): Promise<void> => {
  const { low, high } = areaRange(offer.areaCode)
  await upsertRows(trx, offerTable, [
    {
      offer_id: offer.id,
      organisation_id: offer.organisationId,
      version: offer.version,
      what: offer.what,
      remedy_ids: JSON.stringify(offer.remedyIds),
      kind_codes: JSON.stringify(offer.kindCodes),
      unit: offer.unit,
      quantity: offer.quantity,
      taken_quantity: offer.takenQuantity,
      budget_baht: offer.budgetBaht,
      taken_budget_baht: offer.takenBudgetBaht,
      from_on: offer.fromOn,
      until_on: offer.untilOn,
      area_code: offer.areaCode,
      area_low: low,
      area_high: high,
      state: offer.state,
    },
  ])
  // Parts are never removed: what was released goes on standing as released.
  const parts = changedRows(allocationTable, before === null ? [] : allocationRows(before), allocationRows(offer))
  await upsertRows(trx, allocationTable, parts.changed)
}
