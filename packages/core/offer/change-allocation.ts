import { type Actor, isSystem, readsReferredOnly } from '../access/actor.ts'
import type { Role } from '../access/role.ts'
import { holdsArea } from '../area/area-code.ts'
import type { Day } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import type { AllocationId, AssistanceId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { type HouseholdNames, screenWords } from '../need/screen-words.ts'
import { type DeliveryRefusal, deliveriesOf, judgeDelivery, outstandingOf, type SaidAmount } from './delivery.ts'
import type { Allocation, AllocationState, Offer } from './offer.ts'
import type { OfferEvent } from './offer-event.ts'
import { isOwnOffer } from './offer-terms.ts'

export type AllocationRefusal =
  | 'allocation-unknown'
  | 'allocation-not-waiting'
  | 'allocation-not-confirmed'
  | 'day-in-future'
  | 'reason-missing'
  | 'need-names-household'
  | 'not-permitted'
  | DeliveryRefusal

const officerHere = (actor: Actor, roles: readonly Role[], { areaCode }: Allocation): boolean =>
  isSystem(actor) || (roles.includes(actor.role) && holdsArea(actor.areaCode, areaCode))

const known = (
  offer: Offer,
  id: AllocationId,
  { actor }: DecisionContext,
): Outcome<Allocation, 'allocation-unknown'> => {
  const allocation = offer.allocations.find(a => a.allocationId === id)
  const reaches =
    allocation !== undefined &&
    (isSystem(actor) ||
      isOwnOffer(actor, offer) ||
      (!readsReferredOnly(actor) && holdsArea(actor.areaCode, allocation.areaCode)))
  return reaches ? succeed(allocation) : refuse('allocation-unknown')
}

const inState = (allocation: Allocation, ...states: readonly AllocationState[]): boolean =>
  states.includes(allocation.state)

const namesFor = ({ problemId }: Allocation, { findNeed }: DecisionContext): HouseholdNames | undefined =>
  findNeed?.(problemId)?.names

/** Only the district confirms: then the partner may set out, and whoever else wanted it knows. */
export const decideConfirmAllocation = (
  offer: Offer,
  input: { readonly allocationId: AllocationId; readonly note: string },
  context: DecisionContext,
): Outcome<OfferEvent[], AllocationRefusal> => {
  const allocation = known(offer, input.allocationId, context)
  if (!allocation.ok) return allocation
  if (!officerHere(context.actor, ['DCHIEF', 'DOFF'], allocation.value))
    return refuse('not-permitted', { command: 'ConfirmAllocation' })
  if (inState(allocation.value, 'CONFIRMED')) return succeed([])
  if (!inState(allocation.value, 'PLEDGED')) return refuse('allocation-not-waiting')
  const screened = screenWords(input.note, namesFor(allocation.value, context), context)
  if (!screened.ok) return screened
  return succeed([{ type: 'AllocationConfirmed', ...input, on: context.today }])
}

/**
 * The help has arrived, all that was outstanding or a part of it: said by the partner or by an officer, beside the help on
 * the household's own record. Told twice for the same help it counts once.
 */
export const decideDeliverAllocation = (
  offer: Offer,
  input: SaidAmount & {
    readonly allocationId: AllocationId
    readonly deliveredOn: Day
    readonly assistanceId: AssistanceId | null
  },
  context: DecisionContext,
): Outcome<OfferEvent[], AllocationRefusal> => {
  const allocation = known(offer, input.allocationId, context)
  if (!allocation.ok) return allocation
  if (!officerHere(context.actor, ['DCHIEF', 'DOFF', 'TAM'], allocation.value) && !isOwnOffer(context.actor, offer))
    return refuse('not-permitted', { command: 'DeliverAllocation' })
  const { assistanceId } = input
  if (assistanceId !== null && deliveriesOf(allocation.value).some(d => d.assistanceId === assistanceId))
    return succeed([])
  if (inState(allocation.value, 'DELIVERED')) {
    const isPart = input.quantity !== undefined || input.budgetBaht !== undefined
    return isPart ? refuse('allocation-not-waiting') : succeed([])
  }
  if (!inState(allocation.value, 'CONFIRMED')) return refuse('allocation-not-confirmed')
  if (input.deliveredOn > context.today) return refuse('day-in-future', { day: input.deliveredOn })
  const amount = judgeDelivery(outstandingOf(allocation.value), input, offer.unit)
  return amount.ok ? succeed([{ type: 'AllocationDelivered', ...input, ...amount.value }]) : amount
}

/** What is not delivered after all, the whole or the rest, is free for others again; with the reason, so that nobody waits for it. */
export const decideReleaseAllocation = (
  offer: Offer,
  input: { readonly allocationId: AllocationId; readonly reason: string },
  context: DecisionContext,
): Outcome<OfferEvent[], AllocationRefusal> => {
  const allocation = known(offer, input.allocationId, context)
  if (!allocation.ok) return allocation
  if (!officerHere(context.actor, ['DCHIEF', 'DOFF'], allocation.value) && !isOwnOffer(context.actor, offer))
    return refuse('not-permitted', { command: 'ReleaseAllocation' })
  // Of a part-delivered one the rest was released already.
  if (inState(allocation.value, 'RELEASED') || allocation.value.releaseReason !== '') return succeed([])
  if (!inState(allocation.value, 'PLEDGED', 'CONFIRMED')) return refuse('allocation-not-waiting')
  if (input.reason.trim() === '') return refuse('reason-missing')
  // The partner reads why; its own words are not held against names it may not know.
  const screened = isOwnOffer(context.actor, offer)
    ? succeed(null)
    : screenWords(input.reason, namesFor(allocation.value, context), context)
  if (!screened.ok) return screened
  return succeed([{ type: 'AllocationReleased', ...input }])
}
