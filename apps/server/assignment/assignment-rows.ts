import { remediesFor } from '@thaiqm/catalogue/catalogue.ts'
import type { OfferRow } from '@thaiqm/contract/offer/offer-routes.ts'
import type { AssignmentNeed, AssignmentOffer } from '@thaiqm/core/assignment/assignment.ts'
import type { HouseholdId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { budgetLeftBaht, quantityLeft } from '@thaiqm/core/offer/offer.ts'
import type { Sector } from '@thaiqm/core/plan/plan.ts'
import type { OpenNeedRow } from './assignment-store.ts'

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

/** An offer as it is shared out: what nobody has taken of it. */
export const toOffer = (offer: OfferRow, sector: Sector): AssignmentOffer => ({
  ...offer,
  sector,
  quantityLeft: quantityLeft(offer),
  budgetLeftBaht: budgetLeftBaht(offer),
})
