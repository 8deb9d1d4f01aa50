import { isSystem } from '../access/actor.ts'
import { holdsArea } from '../area/area-code.ts'
import type { Day } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import type { AllocationId, ProblemId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import type { NeedOfProblem } from '../need/need-of-problem.ts'
import { screenWords } from '../need/screen-words.ts'
import { budgetLeftBaht, type Offer, quantityLeft } from './offer.ts'
import type { OfferEvent } from './offer-event.ts'
import { isOwnOffer, keepsOffersHere } from './offer-terms.ts'

export type TakeRefusal =
  | 'need-unknown'
  | 'need-restricted'
  | 'need-names-household'
  | 'outside-offer-area'
  | 'offer-ended'
  | 'offer-exhausted'
  | 'offer-budget-exhausted'
  | 'due-day-passed'
  | 'not-permitted'

interface TakeFromOfferInput {
  readonly allocationId: AllocationId
  readonly problemId: ProblemId
  readonly quantity: number
  readonly budgetBaht: number
  readonly dueOn: Day | null
  readonly note: string
}

/**
 * The hardship as this actor may know it: officers those of their area, a partner only what was published there. What
 * they may not know of is answered as what is not there.
 */
const reachableNeed = (
  offer: Offer,
  id: ProblemId,
  { actor, findNeed }: DecisionContext,
): NeedOfProblem | undefined => {
  const found = findNeed?.(id)
  if (found === undefined || !found.isLive) return undefined
  if (isSystem(actor)) return found
  if (!holdsArea(actor.areaCode.slice(0, 6), found.tambonCode)) return undefined
  return isOwnOffer(actor, offer) && (found.need === null || found.restricted) ? undefined : found
}

/**
 * จองจากข้อเสนอ: keeps a part of an offer for one hardship. A partner so pledges; an officer so assigns. Either waits for
 * the district's word. Restricted hardships go to the responsible agency by referral, never through an offer.
 */
export const decideTakeFromOffer = (
  offer: Offer,
  input: TakeFromOfferInput,
  context: DecisionContext,
): Outcome<OfferEvent[], TakeRefusal> => {
  const { actor, today } = context
  if (!isSystem(actor) && !keepsOffersHere(actor) && !isOwnOffer(actor, offer))
    return refuse('not-permitted', { command: 'TakeFromOffer' })
  if (offer.allocations.some(a => a.allocationId === input.allocationId)) return succeed([])
  if (offer.state === 'ENDED' || today > offer.untilOn) return refuse('offer-ended')
  const need = reachableNeed(offer, input.problemId, context)
  if (need === undefined) return refuse('need-unknown')
  if (need.restricted) return refuse('need-restricted')
  if (!holdsArea(offer.areaCode.slice(0, 6), need.tambonCode)) return refuse('outside-offer-area')
  if (input.dueOn !== null && input.dueOn < today) return refuse('due-day-passed', { day: input.dueOn })
  // What an officer writes is read by the partner. A partner's own words are not held against names it may not know.
  const screened = isOwnOffer(actor, offer) ? succeed(null) : screenWords(input.note, need.names, context)
  if (!screened.ok) return screened
  const left = quantityLeft(offer)
  if (input.quantity > left) return refuse('offer-exhausted', { left, unit: offer.unit })
  const budget = budgetLeftBaht(offer)
  if (budget !== null && input.budgetBaht > budget) return refuse('offer-budget-exhausted', { left: budget })
  const { householdId, tambonCode, kindCode } = need
  return succeed([{ type: 'OfferTaken', ...input, householdId, areaCode: tambonCode, kindCode, on: today }])
}
