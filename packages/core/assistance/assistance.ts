import type { Day } from '../ledger/day.ts'
import type { AssistanceId, OrganisationId, PersonId, PlanActionId, ProblemId } from '../ledger/identifiers.ts'
import type { Sector } from '../plan/plan.ts'
import type { Evidence } from '../problem/evidence.ts'

/** Help that a partner gave: what, how much, when, and what shows it. */
export interface Assistance {
  readonly id: AssistanceId
  readonly problemIds: readonly ProblemId[]
  readonly planActionId: PlanActionId | null
  readonly sector: Sector
  readonly agencyCode: string | null
  readonly organisationId: OrganisationId | null
  readonly giverName: string
  readonly what: string
  readonly quantity: number | null
  readonly unit: string
  readonly valueBaht: number
  readonly givenOn: Day
  readonly evidence: readonly Evidence[]
  readonly recordedBy: PersonId
}
