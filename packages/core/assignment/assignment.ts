import type { Day } from '../ledger/day.ts'
import type { HouseholdId, OfferId, OrganisationId, ProblemId } from '../ledger/identifiers.ts'
import type { Sector } from '../plan/plan.ts'

/** A published need as it is shared out: what is still wanting of it. It is served whole from one offer, or not at all. */
export interface AssignmentNeed {
  /** A published need has the id of its hardship. */
  readonly problemId: ProblemId
  readonly householdId: HouseholdId
  /** Village code, eight digits. */
  readonly areaCode: string
  readonly kindCode: string
  /** Remedies of the menu that answer this kind of hardship. */
  readonly remedyIds: readonly string[]
  readonly severity: 1 | 2 | 3
  /** Null when nobody set a day: it comes after those of the same severity that have one. */
  readonly dueOn: Day | null
  /** Whole units still wanting, at least 1. */
  readonly quantity: number
  readonly unit: string
  /** What serving it costs in whole baht; null when it costs nothing in money. */
  readonly budgetBaht: number | null
}

/** An open offer as it is shared out: what nobody has taken of it yet. */
export interface AssignmentOffer {
  readonly offerId: OfferId
  readonly organisationId: OrganisationId
  readonly sector: Sector
  /** Remedies and kinds it fits; both empty means any kind of hardship. */
  readonly remedyIds: readonly string[]
  readonly kindCodes: readonly string[]
  /** Where it may be given: 2, 4, 6 or 8 digits. */
  readonly areaCode: string
  readonly unit: string
  readonly quantityLeft: number
  /** Null when it has no limit in baht. */
  readonly budgetLeftBaht: number | null
  readonly fromOn: Day
  readonly untilOn: Day
}

/** One need served from one offer. */
export interface AssignmentMatch {
  readonly problemId: ProblemId
  readonly offerId: OfferId
}

/** What people have already decided, and the proposal has to keep to. */
export interface AssignmentPins {
  /** This need from this offer. */
  readonly pinned: readonly AssignmentMatch[]
  /** Not this offer for this need. */
  readonly barred: readonly AssignmentMatch[]
  /** Leave this need out for now. */
  readonly leftOut: readonly ProblemId[]
}

export const noPins: AssignmentPins = { pinned: [], barred: [], leftOut: [] }

/** A pair as one word, to look it up by. */
export const matchKey = ({ problemId, offerId }: AssignmentMatch): string => `${problemId} ${offerId}`

/** What a need draws from an offer's budget, in baht. */
export const costBaht = ({ budgetBaht }: Pick<AssignmentNeed, 'budgetBaht'>): number => budgetBaht ?? 0
