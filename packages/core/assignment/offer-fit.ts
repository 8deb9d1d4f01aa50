import { holdsArea } from '../area/area-code.ts'
import type { Day } from '../ledger/day.ts'
import { type AssignmentNeed, type AssignmentOffer, costBaht } from './assignment.ts'

/** Why an offer cannot serve a need, the first that holds; `fits` when it can. */
export type OfferFit =
  | 'fits'
  | 'other-kind'
  | 'other-unit'
  | 'outside-area'
  | 'period-over'
  | 'begins-too-late'
  | 'more-than-left'
  | 'dearer-than-left'

const servesKind = (need: AssignmentNeed, { kindCodes, remedyIds }: AssignmentOffer): boolean =>
  (kindCodes.length === 0 && remedyIds.length === 0) ||
  kindCodes.includes(need.kindCode) ||
  remedyIds.some(id => need.remedyIds.includes(id))

/** Whether an offer can serve a need by itself, before anybody else draws on it. `today` is the Bangkok day. */
export const fitOf = (need: AssignmentNeed, offer: AssignmentOffer, today: Day): OfferFit => {
  if (!servesKind(need, offer)) return 'other-kind'
  // Forty sheets cannot serve a need of forty bags: quantities of different units are never set against each other.
  if (need.unit.trim() !== offer.unit.trim()) return 'other-unit'
  if (!holdsArea(offer.areaCode, need.areaCode)) return 'outside-area'
  if (offer.untilOn < today) return 'period-over'
  const neededBy = need.dueOn !== null && need.dueOn > today ? need.dueOn : today
  if (offer.fromOn > neededBy) return 'begins-too-late'
  if (need.quantity > offer.quantityLeft) return 'more-than-left'
  return offer.budgetLeftBaht !== null && costBaht(need) > offer.budgetLeftBaht ? 'dearer-than-left' : 'fits'
}
