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
import type { SolvingLane } from './solving-lane.ts'

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

/** The lead agency answers for the problem, contributing ones for their part of it. */
export type ReferralPart = 'LEAD' | 'CONTRIBUTING'

/** An official letter, as another one refers to it. */
export interface LetterName {
  readonly number: string
  readonly writtenOn: Day
}

/** The letter with which a case went to an agency. */
export interface ReferralLetter extends LetterName {
  /** อ้างถึง */
  readonly references: readonly string[]
  /** How many cases its list held. */
  readonly cases: number
  /** The province or district whose office wrote it. */
  readonly officeArea: string
  readonly by: PersonId
}

export interface Referral {
  readonly agencyCode: string
  readonly organisationId: OrganisationId | null
  readonly dueOn: Day
  readonly note: string
  readonly sentAt: Instant
  /** LAPSED: the agency was silent past `answerBy`. */
  readonly state: 'SENT' | 'ACCEPTED' | 'RETURNED' | 'DONE' | 'LAPSED'
  readonly reply: string
  /** Last day to accept or return it; not known of referrals made before there was such a clock. */
  readonly answerBy?: Day | undefined
  /** When it was accepted, returned, done or lapsed last. */
  readonly answeredAt?: Instant | undefined
  /** The last letter it went with; not there while none was given a number. */
  readonly letter?: ReferralLetter | undefined
  /** The letter before that one to the same agency about the same hardship. */
  readonly earlierLetter?: LetterName | undefined
}

/** Who moves a problem on, and when somebody looks again. */
export interface LaneChoice {
  readonly lane: SolvingLane
  readonly ownerName: string
  readonly organisationId: OrganisationId | null
  readonly lookAgainOn: Day
  readonly note: string
}

/** A clock that stands still, or is asked to. */
export interface Pause {
  readonly reason: string
  readonly askedBy: PersonId
  readonly askedOn: Day
  readonly untilOn: Day
  readonly approvedOn: Day | null
}

export interface CallBack {
  readonly dueOn: Day
  readonly tries: number
  /** Null while the household has not been reached. */
  readonly answer: 'SOLVED' | 'NOT_SOLVED' | null
  readonly by: PersonId | null
  readonly words: string
}

export interface Revisit {
  readonly on: Day
  readonly by: PersonId
  readonly note: string
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
    readonly on?: Day | undefined
  } | null
  readonly reopenedCount: number
  /** What partners may read of it, while it is published. */
  readonly need?: Need | undefined
  /** The days on which it came back after it had been solved; not said of one that never did. */
  /** How much evidence and help there was when it last came back: none of it shows that it is solved again. */
  readonly reopenedWith?: { readonly evidence: number; readonly help: number } | undefined
  readonly reopenedOn?: readonly Day[] | undefined
  readonly closedOn: Day | null
  readonly closedBy: PersonId | null
  readonly closeNote: string
  readonly lane?: LaneChoice | undefined
  /** Agencies that help beside the lead one. */
  readonly contributions?: readonly Referral[] | undefined
  /** How often an agency was silent past its day. */
  readonly lapsedCount?: number | undefined
  readonly pause?: Pause | undefined
  readonly pauseCount?: number | undefined
  /** Why the evidence its kind asks for could not be had. */
  readonly withoutOwnEvidence?: string | undefined
  readonly callBack?: CallBack | undefined
  /** First day to go again and see whether it is still solved. */
  readonly revisitOn?: Day | undefined
  readonly revisit?: Revisit | undefined
  /** Cancelled as a duplicate: the problem that stays. */
  readonly survivorId?: ProblemId | undefined
}
