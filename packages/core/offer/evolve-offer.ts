import type { Instant } from '../ledger/day.ts'
import type { OfferId, PersonId } from '../ledger/identifiers.ts'
import { withDelivery, withRelease } from './delivery.ts'
import { type Allocation, isHeld, type Offer } from './offer.ts'
import type { OfferEvent } from './offer-event.ts'

const withAllocations = (offer: Offer, allocations: readonly Allocation[]): Offer => {
  const held = allocations.filter(isHeld)
  return {
    ...offer,
    allocations,
    takenQuantity: held.reduce((sum, a) => sum + a.quantity, 0),
    takenBudgetBaht: held.reduce((sum, a) => sum + a.budgetBaht, 0),
  }
}

const changed = (offer: Offer, id: string, change: (allocation: Allocation) => Allocation): Offer =>
  withAllocations(
    offer,
    offer.allocations.map(a => (a.allocationId === id ? change(a) : a)),
  )

const after = (offer: Offer, event: Exclude<OfferEvent, { type: 'OfferAdded' }>, by: PersonId): Offer => {
  switch (event.type) {
    case 'OfferChanged': {
      const { type: _type, ...terms } = event
      return { ...offer, ...terms }
    }
    case 'OfferEnded':
      return { ...offer, state: 'ENDED' }
    case 'OfferTaken': {
      const { type: _type, on, ...taken } = event
      const allocation: Allocation = {
        ...taken,
        state: 'PLEDGED',
        takenOn: on,
        takenBy: by,
        confirmedOn: null,
        deliveredOn: null,
        assistanceId: null,
        releaseReason: '',
      }
      return withAllocations(offer, [...offer.allocations, allocation])
    }
    case 'AllocationConfirmed':
      return changed(offer, event.allocationId, allocation => ({
        ...allocation,
        state: 'CONFIRMED',
        confirmedOn: event.on,
        ...(event.note === '' ? {} : { note: event.note }),
      }))
    case 'AllocationDelivered':
      return changed(offer, event.allocationId, allocation => withDelivery(allocation, event))
    case 'AllocationReleased':
      return changed(offer, event.allocationId, allocation => withRelease(allocation, event.reason))
  }
}

/** An offer after one more fact. The first fact makes it. */
export const evolveOffer = (
  id: OfferId,
  known: Offer | null,
  { event, by }: { readonly event: OfferEvent; readonly at: Instant; readonly by: PersonId },
): Offer => {
  if (event.type === 'OfferAdded') {
    const { type: _type, ...details } = event
    return { ...details, id, version: 1, state: 'OPEN', allocations: [], takenQuantity: 0, takenBudgetBaht: 0 }
  }
  if (known === null) throw new Error(`the ledger of an offer begins with its adding, not ${event.type}`)
  return { ...after(known, event, by), version: known.version + 1 }
}
