import type { Day } from '../ledger/day.ts'
import type { AllocationId, AssistanceId, HouseholdId, ProblemId } from '../ledger/identifiers.ts'
import type { OfferDetails, OfferTerms } from './offer.ts'

/** Everything that can happen to an offer. Past tense; never changed once written. */
export type OfferEvent =
  | ({ readonly type: 'OfferAdded' } & OfferDetails)
  | ({ readonly type: 'OfferChanged' } & OfferTerms)
  | { readonly type: 'OfferEnded'; readonly reason: string }
  | {
      readonly type: 'OfferTaken'
      readonly allocationId: AllocationId
      readonly householdId: HouseholdId
      readonly problemId: ProblemId
      readonly areaCode: string
      readonly kindCode: string
      readonly quantity: number
      readonly budgetBaht: number
      readonly dueOn: Day | null
      readonly note: string
      readonly on: Day
    }
  | {
      readonly type: 'AllocationConfirmed'
      readonly allocationId: AllocationId
      readonly note: string
      readonly on: Day
    }
  | {
      readonly type: 'AllocationDelivered'
      readonly allocationId: AllocationId
      readonly deliveredOn: Day
      readonly assistanceId: AssistanceId | null
      /** Left out in facts of the time when a delivery gave all that was outstanding. */
      readonly quantity?: number
      readonly budgetBaht?: number
    }
  | { readonly type: 'AllocationReleased'; readonly allocationId: AllocationId; readonly reason: string }
