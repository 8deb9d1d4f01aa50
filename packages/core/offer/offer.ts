import { z } from 'zod'
import { type Day, day } from '../ledger/day.ts'
import {
  type AllocationId,
  type AssistanceId,
  type HouseholdId,
  type OfferId,
  organisationId,
  type PersonId,
  type ProblemId,
} from '../ledger/identifiers.ts'

/** What an offer says, apart from whose it is: only this may change later. */
export const offerTerms = z.object({
  what: z.string().max(300),
  /** Remedies of the menu it can carry out; empty when it fits none in particular. */
  remedyIds: z.array(z.string().max(20)).max(200),
  /** Kinds of hardship it is meant for; empty means any. */
  kindCodes: z.array(z.string().max(10)).max(100),
  unit: z.string().max(40),
  /** Whole units: 40 sheets, 3 houses, 12 loads. */
  quantity: z.number().int().min(1).max(1_000_000),
  /** Money that goes with it altogether; null when it has none or no limit in baht. */
  budgetBaht: z.number().int().min(0).max(1_000_000_000).nullable(),
  fromOn: day,
  untilOn: day,
  /** Where it may be given: province, district, tambon or village. */
  areaCode: z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{8})$/),
})
export type OfferTerms = z.infer<typeof offerTerms>

export const offerDetails = offerTerms.extend({ organisationId })
export type OfferDetails = z.infer<typeof offerDetails>

export const allocationState = z.enum(['PLEDGED', 'CONFIRMED', 'DELIVERED', 'RELEASED'])
export type AllocationState = z.infer<typeof allocationState>

/** So much of an offer: whole units of its thing, and the baht that go with them. */
export interface Amount {
  readonly quantity: number
  readonly budgetBaht: number
}

/** การส่งมอบ: one arrival of an allocation, the whole of it or a part. */
export interface Delivery extends Amount {
  readonly deliveredOn: Day
  /** The help on record in the household's own ledger, where it was recorded in the same act. */
  readonly assistanceId: AssistanceId | null
}

/** การจัดสรร: a part of an offer kept for one hardship of one household. */
export interface Allocation {
  readonly allocationId: AllocationId
  readonly householdId: HouseholdId
  readonly problemId: ProblemId
  /** The tambon, six digits. */
  readonly areaCode: string
  readonly kindCode: string
  readonly quantity: number
  readonly budgetBaht: number
  readonly dueOn: Day | null
  readonly state: AllocationState
  readonly note: string
  readonly takenOn: Day
  readonly takenBy: PersonId
  readonly confirmedOn: Day | null
  /** The latest day on which something of it arrived. */
  readonly deliveredOn: Day | null
  /** The help on record of the delivery told last. */
  readonly assistanceId: AssistanceId | null
  /** Each arrival; not there where none was told since deliveries may be of a part. Read by `deliveriesOf`. */
  readonly deliveries?: readonly Delivery[]
  /** Why it, or the rest of it, is not delivered after all. */
  readonly releaseReason: string
}

/** ข้อเสนอความช่วยเหลือ: what one partner offers, and everything taken from it. `taken…` count what is not released. */
export interface Offer extends OfferDetails {
  readonly id: OfferId
  readonly version: number
  readonly state: 'OPEN' | 'ENDED'
  readonly allocations: readonly Allocation[]
  readonly takenQuantity: number
  readonly takenBudgetBaht: number
}

/** What is still held of an offer: a released part is free again, a delivered one is gone. */
export const isHeld = (allocation: Pick<Allocation, 'state'>): boolean => allocation.state !== 'RELEASED'

/** Units nobody has taken. */
export const quantityLeft = (offer: Pick<Offer, 'quantity' | 'takenQuantity'>): number =>
  offer.quantity - offer.takenQuantity

/** Baht nobody has taken; null when the offer has no limit in baht. */
export const budgetLeftBaht = (offer: Pick<Offer, 'budgetBaht' | 'takenBudgetBaht'>): number | null =>
  offer.budgetBaht === null ? null : offer.budgetBaht - offer.takenBudgetBaht
