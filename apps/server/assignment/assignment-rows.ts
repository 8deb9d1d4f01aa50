import { remediesFor } from '@thaiqm/catalogue/catalogue.ts'
import type { OfferRow } from '@thaiqm/contract/offer/offer-routes.ts'
import type { AssignmentNeed, AssignmentOffer } from '@thaiqm/core/assignment/assignment.ts'
import type { HouseholdId, OfferId, OrganisationId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { budgetLeftBaht, quantityLeft } from '@thaiqm/core/offer/offer.ts'
import type { Sector } from '@thaiqm/core/plan/plan.ts'
import type { OpenNeedRow, OpenOfferRow } from './assignment-store.ts'

const severityOf = (severity: number): 1 | 2 | 3 => (severity === 1 || severity === 2 ? severity : 3)

/** What is still wanting of a need: what is pledged already is taken off, quantity and money. */
export const toNeed = (row: OpenNeedRow): AssignmentNeed => ({
  problemId: row.need_id as ProblemId,
  householdId: row.household_id as HouseholdId,
  areaCode: String(row.area_code).padStart(8, '0'),
  kindCode: row.kind_code,
  remedyIds: remediesFor(row.kind_code).map(remedy => remedy.id),
  severity: severityOf(row.severity),
  dueOn: row.due_on,
  quantity: row.quantity - row.taken_quantity,
  unit: row.unit,
  budgetBaht: row.budget_baht === null ? null : Math.max(0, row.budget_baht - row.taken_baht),
})

/** The offer as it is kept, out of its row. */
export const toOfferRow = (row: OpenOfferRow): OfferRow => ({
  offerId: row.offer_id as OfferId,
  organisationId: row.organisation_id as OrganisationId,
  version: row.version,
  state: 'OPEN',
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
})

/** The same as it is shared out: what nobody has taken of it. */
export const toOffer = (offer: OfferRow, sector: Sector): AssignmentOffer => ({
  ...offer,
  sector,
  quantityLeft: quantityLeft(offer),
  budgetLeftBaht: budgetLeftBaht(offer),
})
