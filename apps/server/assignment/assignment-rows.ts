import { remediesFor } from '@thaiqm/catalogue/catalogue.ts'
import type { AssignmentNeed, AssignmentOffer } from '@thaiqm/core/assignment/assignment.ts'
import type { HouseholdId, OfferId, OrganisationId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
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

export const toOffer = (row: OpenOfferRow, sector: Sector): AssignmentOffer => ({
  offerId: row.offer_id as OfferId,
  organisationId: row.organisation_id as OrganisationId,
  sector,
  remedyIds: JSON.parse(row.remedy_ids) as string[],
  kindCodes: JSON.parse(row.kind_codes) as string[],
  areaCode: row.area_code,
  unit: row.unit,
  quantityLeft: row.quantity_left,
  budgetLeftBaht: row.budget_left_baht,
  fromOn: row.from_on,
  untilOn: row.until_on,
})
