import type { Day, Instant } from '../ledger/day.ts'
import type {
  AssistanceId,
  BatchId,
  MemberId,
  OrganisationId,
  PersonId,
  PlanActionId,
  ProblemId,
  RoundId,
} from '../ledger/identifiers.ts'
import type { Need } from '../need/need.ts'
import type { VerdictCode } from '../rexray/verdict.ts'
import type { Evidence } from './evidence.ts'
import type { ProblemState } from './problem-state.ts'

export type ProblemSource = 'IMPORT' | 'SURVEY' | 'MANUAL' | 'REPORT'

export type SupportLevel = 'SURVIVE' | 'SUFFICIENT' | 'SUSTAIN'

/** A Re-X-Ray result: what was found when this hardship was looked at again in a round. */
export interface Recheck {
  readonly roundId: RoundId
  readonly verdict: VerdictCode
  readonly note: string
  readonly by: PersonId
  readonly at: Instant
}

export interface Referral {
  readonly agencyCode: string
  readonly organisationId: OrganisationId | null
  readonly dueOn: Day
  readonly note: string
  readonly sentAt: Instant
  readonly state: 'SENT' | 'ACCEPTED' | 'RETURNED'
  readonly reply: string
}

/** A household's hardship, as it stands after everything its ledger says. */
export interface Problem {
  readonly id: ProblemId
  readonly kindCode: string
  readonly memberId: MemberId | null
  readonly source: ProblemSource
  /** The import that brought it, which can be undone while nothing builds on it. */
  readonly importedIn: BatchId | null
  readonly foundInRoundId: RoundId
  readonly foundOn: Day
  readonly recordedBy: PersonId
  readonly description: string
  readonly severity: 1 | 2 | 3
  readonly restricted: boolean
  readonly state: ProblemState
  readonly level: SupportLevel
  readonly dueOn: Day | null
  readonly leadAgency: string
  readonly causeCodes: readonly string[]
  readonly rootCause: string
  readonly rechecks: readonly Recheck[]
  readonly referral: Referral | null
  readonly helpedBy: readonly PersonId[]
  readonly assistanceIds: readonly AssistanceId[]
  readonly doneActionIds: readonly PlanActionId[]
  readonly evidence: readonly Evidence[]
  readonly cancellationProposal: {
    readonly reason: string
    readonly survivorId: ProblemId | null
    readonly by: PersonId
  } | null
  readonly reopenedCount: number
  /** What partners may read of it, while it is published. */
  readonly need?: Need | undefined
  /** The days on which it came back after it had been solved; not said of one that never did. */
  readonly reopenedOn?: readonly Day[] | undefined
  readonly closedOn: Day | null
  readonly closedBy: PersonId | null
  readonly closeNote: string
}
