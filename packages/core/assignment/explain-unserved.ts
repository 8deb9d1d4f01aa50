import type { Day } from '../ledger/day.ts'
import type { OfferId, ProblemId } from '../ledger/identifiers.ts'
import {
  type AssignmentMatch,
  type AssignmentNeed,
  type AssignmentOffer,
  type AssignmentPins,
  matchKey,
} from './assignment.ts'
import { compareUrgency } from './assignment-order.ts'
import { leftAfter } from './check-assignment.ts'
import { fitOf, type OfferFit } from './offer-fit.ts'

export type UnservedReason =
  | 'left-out'
  | 'no-offer-of-this-kind'
  | 'no-offer-in-this-area'
  | 'period-over'
  | 'more-than-any-offer-has'
  | 'barred'
  | 'used-up'
  | 'not-proposed'

/** One need nobody is proposed for, and why, in numbers that a sentence can be made of. */
export interface Unserved {
  readonly problemId: ProblemId
  readonly reason: UnservedReason
  /** Offers that could serve it by themselves and that nobody barred. */
  readonly offers: number
  /** Needs served from those offers that come before this one, rank beside it, and come after it. */
  readonly before: number
  readonly beside: number
  readonly after: number
}

/** From the need's side how far the nearest offer came: the later in this list, the nearer. */
const reach: Record<OfferFit, number> = {
  'other-kind': 0,
  'other-unit': 0,
  'outside-area': 1,
  'period-over': 2,
  'begins-too-late': 2,
  'more-than-left': 3,
  'dearer-than-left': 3,
  fits: 4,
}
const reasonByReach: readonly UnservedReason[] = [
  'no-offer-of-this-kind',
  'no-offer-in-this-area',
  'period-over',
  'more-than-any-offer-has',
]

/**
 * Says of every need without a match why it has none. `used-up`: the offers that fit have not enough left after those
 * served from them, and of whom the numbers tell how many came first by severity and day. `not-proposed`: an offer would
 * have enough left, which happens only when the search was stopped by the clock.
 */
export const explainUnserved = (
  needs: readonly AssignmentNeed[],
  offers: readonly AssignmentOffer[],
  pins: AssignmentPins,
  matches: readonly AssignmentMatch[],
  today: Day,
): readonly Unserved[] => {
  const needById = new Map(needs.map(need => [need.problemId, need]))
  const leftOut = new Set(pins.leftOut)
  const barred = new Set(pins.barred.map(matchKey))
  const served = new Set(matches.map(m => m.problemId))
  const servedFrom = new Map<OfferId, AssignmentNeed[]>()
  for (const { problemId, offerId } of matches) {
    const need = needById.get(problemId)
    if (need === undefined) continue
    const before = servedFrom.get(offerId)
    if (before === undefined) servedFrom.set(offerId, [need])
    else before.push(need)
  }
  const left = leftAfter(needs, offers, matches)

  return needs
    .filter(need => !served.has(need.problemId))
    .map(need => {
      const { problemId } = need
      const none = { problemId, offers: 0, before: 0, beside: 0, after: 0 }
      if (leftOut.has(problemId)) return { ...none, reason: 'left-out' as const }
      let nearest = 0
      const fitting: AssignmentOffer[] = []
      for (const offer of offers) {
        const fit = fitOf(need, offer, today)
        nearest = Math.max(nearest, reach[fit])
        if (fit === 'fits' && !barred.has(matchKey({ problemId, offerId: offer.offerId }))) fitting.push(offer)
      }
      const reason = reasonByReach[nearest]
      if (reason !== undefined) return { ...none, reason }
      if (fitting.length === 0) return { ...none, reason: 'barred' as const }
      const ranks = fitting.flatMap(o => servedFrom.get(o.offerId) ?? []).map(other => compareUrgency(other, need))
      const lefts = fitting.map(o => left.get(o.offerId) ?? { quantity: 0, budgetBaht: 0 })
      const hasEnough = lefts.some(
        l => l.quantity >= need.quantity && (l.budgetBaht === null || l.budgetBaht >= (need.budgetBaht ?? 0)),
      )
      return {
        problemId,
        reason: hasEnough ? ('not-proposed' as const) : ('used-up' as const),
        offers: fitting.length,
        before: ranks.filter(r => r < 0).length,
        beside: ranks.filter(r => r === 0).length,
        after: ranks.filter(r => r > 0).length,
      }
    })
}
