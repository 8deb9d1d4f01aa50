import type { Day } from '../ledger/day.ts'
import type { ProblemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import {
  type AssignmentMatch,
  type AssignmentNeed,
  type AssignmentOffer,
  type AssignmentPins,
  costBaht,
  matchKey,
} from './assignment.ts'
import { fitOf } from './offer-fit.ts'

/** What an offer still has after matches have drawn on it; below 0 is overbooked. */
export interface OfferLeft {
  readonly quantity: number
  /** Null when the offer has no limit in baht. */
  readonly budgetBaht: number | null
}

/** What is left of each offer once these needs are served from it. Offers and needs not among those given are left out. */
export const leftAfter = (
  needs: readonly AssignmentNeed[],
  offers: readonly AssignmentOffer[],
  matches: readonly AssignmentMatch[],
): ReadonlyMap<string, OfferLeft> => {
  const byId = new Map(needs.map(need => [need.problemId, need]))
  const left = new Map<string, OfferLeft>(
    offers.map(o => [o.offerId, { quantity: o.quantityLeft, budgetBaht: o.budgetLeftBaht }]),
  )
  for (const { problemId, offerId } of matches) {
    const need = byId.get(problemId)
    const before = left.get(offerId)
    if (need === undefined || before === undefined) continue
    left.set(offerId, {
      quantity: before.quantity - need.quantity,
      budgetBaht: before.budgetBaht === null ? null : before.budgetBaht - costBaht(need),
    })
  }
  return left
}

export type AssignmentRefusal = 'pin-unknown' | 'pin-contradicts' | 'pin-does-not-fit' | 'pins-overbook'

/**
 * Whether what people have pinned can be kept to: each pinned need and offer is there, they fit, nobody barred or left out
 * the same, no need is pinned twice, and all together take no more than there is.
 */
export const checkPins = (
  needs: readonly AssignmentNeed[],
  offers: readonly AssignmentOffer[],
  pins: AssignmentPins,
  today: Day,
): Outcome<null, AssignmentRefusal> => {
  const needById = new Map(needs.map(need => [need.problemId, need]))
  const offerById = new Map(offers.map(offer => [offer.offerId, offer]))
  const barred = new Set(pins.barred.map(matchKey))
  const leftOut = new Set(pins.leftOut)
  const seen = new Set<ProblemId>()
  for (const pin of pins.pinned) {
    const need = needById.get(pin.problemId)
    const offer = offerById.get(pin.offerId)
    const about = { problemId: pin.problemId, offerId: pin.offerId }
    if (need === undefined || offer === undefined) return refuse('pin-unknown', about)
    if (barred.has(matchKey(pin)) || leftOut.has(pin.problemId) || seen.has(pin.problemId))
      return refuse('pin-contradicts', about)
    if (fitOf(need, offer, today) !== 'fits') return refuse('pin-does-not-fit', about)
    seen.add(pin.problemId)
  }
  for (const [offerId, { quantity, budgetBaht }] of leftAfter(needs, offers, pins.pinned))
    if (quantity < 0 || (budgetBaht ?? 0) < 0) return refuse('pins-overbook', { offerId })
  return succeed(null)
}

export type AssignmentFault =
  | 'need-unknown'
  | 'offer-unknown'
  | 'served-twice'
  | 'does-not-fit'
  | 'overbooked'
  | 'pin-not-kept'
  | 'barred-pair'
  | 'left-out-served'

/**
 * Everything that is wrong with an assignment; empty when it may be shown. Asked of every answer of the solver, whoever
 * made the solver: no need twice, only pairs that fit, never more than is left, and what people pinned.
 */
export const checkAssignment = (
  needs: readonly AssignmentNeed[],
  offers: readonly AssignmentOffer[],
  pins: AssignmentPins,
  matches: readonly AssignmentMatch[],
  today: Day,
): readonly AssignmentFault[] => {
  const needById = new Map(needs.map(need => [need.problemId, need]))
  const offerById = new Map(offers.map(offer => [offer.offerId, offer]))
  const barred = new Set(pins.barred.map(matchKey))
  const leftOut = new Set(pins.leftOut)
  const served = new Set<ProblemId>()
  const faults: AssignmentFault[] = []
  for (const match of matches) {
    const need = needById.get(match.problemId)
    const offer = offerById.get(match.offerId)
    if (need === undefined) faults.push('need-unknown')
    if (offer === undefined) faults.push('offer-unknown')
    if (served.has(match.problemId)) faults.push('served-twice')
    served.add(match.problemId)
    if (need && offer && fitOf(need, offer, today) !== 'fits') faults.push('does-not-fit')
    if (barred.has(matchKey(match))) faults.push('barred-pair')
    if (leftOut.has(match.problemId)) faults.push('left-out-served')
  }
  for (const { quantity, budgetBaht } of leftAfter(needs, offers, matches).values())
    if (quantity < 0 || (budgetBaht ?? 0) < 0) faults.push('overbooked')
  const made = new Set(matches.map(matchKey))
  for (const pin of pins.pinned) if (!made.has(matchKey(pin))) faults.push('pin-not-kept')
  return faults
}
