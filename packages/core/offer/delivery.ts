import type { Day } from '../ledger/day.ts'
import type { AssistanceId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import type { Allocation, Amount, Delivery } from './offer.ts'

export type DeliveryRefusal = 'delivery-empty' | 'delivery-above-outstanding' | 'delivery-budget-above-outstanding'

/** How much a delivery gives, as it is said; what is left out is what is outstanding. */
export interface SaidAmount {
  readonly quantity?: number | undefined
  readonly budgetBaht?: number | undefined
}

const nothing: Amount = { quantity: 0, budgetBaht: 0 }

const sum = (a: Amount, b: Amount): Amount => ({
  quantity: a.quantity + b.quantity,
  budgetBaht: a.budgetBaht + b.budgetBaht,
})

const isNothing = ({ quantity, budgetBaht }: Amount): boolean => quantity === 0 && budgetBaht === 0

/** Each arrival of an allocation, in the order they were told. Before a delivery could be of a part, the one gave the whole. */
export const deliveriesOf = (allocation: Allocation): readonly Delivery[] => {
  const { deliveries, state, quantity, budgetBaht, deliveredOn, assistanceId } = allocation
  if (deliveries !== undefined) return deliveries
  return state === 'DELIVERED' && deliveredOn !== null ? [{ quantity, budgetBaht, deliveredOn, assistanceId }] : []
}

/** ส่งมอบแล้ว: what has arrived of an allocation. */
export const deliveredOf = (allocation: Allocation): Amount => deliveriesOf(allocation).reduce<Amount>(sum, nothing)

/** คงค้างส่งมอบ: what of an allocation is still to arrive; nothing once it is released. */
export const outstandingOf = (allocation: Allocation): Amount => {
  if (allocation.state === 'RELEASED') return nothing
  const arrived = deliveredOf(allocation)
  return { quantity: allocation.quantity - arrived.quantity, budgetBaht: allocation.budgetBaht - arrived.budgetBaht }
}

/** The baht that go with so much of what is outstanding: all with the last of it, the like share, rounded down, before. */
const shareOf = (outstanding: Amount, quantity: number): number =>
  quantity >= outstanding.quantity
    ? outstanding.budgetBaht
    : Math.floor((outstanding.budgetBaht * quantity) / outstanding.quantity)

/** What a delivery gives of what is outstanding; never more than that, and never nothing. `unit` is for the sentence. */
export const judgeDelivery = (
  outstanding: Amount,
  said: SaidAmount,
  unit: string,
): Outcome<Amount, DeliveryRefusal> => {
  const quantity = said.quantity ?? outstanding.quantity
  if (quantity > outstanding.quantity)
    return refuse('delivery-above-outstanding', { outstanding: outstanding.quantity, unit })
  const budgetBaht = said.budgetBaht ?? shareOf(outstanding, quantity)
  if (budgetBaht > outstanding.budgetBaht)
    return refuse('delivery-budget-above-outstanding', { outstanding: outstanding.budgetBaht })
  return isNothing({ quantity, budgetBaht }) ? refuse('delivery-empty') : succeed({ quantity, budgetBaht })
}

/** The allocation with one more arrival: delivered once nothing is outstanding, until then it goes on waiting. */
export const withDelivery = (
  allocation: Allocation,
  told: SaidAmount & { readonly deliveredOn: Day; readonly assistanceId: AssistanceId | null },
): Allocation => {
  const outstanding = outstandingOf(allocation)
  const { deliveredOn, assistanceId } = told
  const delivery: Delivery = {
    quantity: told.quantity ?? outstanding.quantity,
    budgetBaht: told.budgetBaht ?? outstanding.budgetBaht,
    deliveredOn,
    assistanceId,
  }
  const last = allocation.deliveredOn
  const next: Allocation = {
    ...allocation,
    deliveries: [...deliveriesOf(allocation), delivery],
    deliveredOn: last !== null && last > deliveredOn ? last : deliveredOn,
    assistanceId,
  }
  return isNothing(outstandingOf(next)) ? { ...next, state: 'DELIVERED' } : next
}

/** What did not arrive is free for others again; what did stays delivered, and with it the reason why it was not all. */
export const withRelease = (allocation: Allocation, releaseReason: string): Allocation => {
  const arrived = deliveredOf(allocation)
  return isNothing(arrived)
    ? { ...allocation, state: 'RELEASED', releaseReason }
    : { ...allocation, ...arrived, state: 'DELIVERED', releaseReason }
}
