import type { VillageCode } from '../area/area-code.ts'
import type { Assistance } from '../assistance/assistance.ts'
import type { Conflict, ConflictChoice, ConflictId } from '../conflict/conflict.ts'
import type { DataRequestAnswer, DataRequestWords } from '../data-request/data-request.ts'
import type { FormAnswers } from '../form/form-answers.ts'
import type { Day, Instant } from '../ledger/day.ts'
import type {
  BatchId,
  DataRequestId,
  HouseholdId,
  MemberId,
  OrganisationId,
  PersonId,
  PhotoHash,
  PlanActionId,
  PlanId,
  ProblemId,
  RoundId,
  SurveyId,
} from '../ledger/identifiers.ts'
import type { Member } from '../member/member.ts'
import type { Carried, SamePerson } from '../merger/merger.ts'
import type { ActionAnswer, FourT, PlanActionInput } from '../plan/plan.ts'
import type { Evidence } from '../problem/evidence.ts'
import type { LaneChoice, ProblemSource, ReferralPart, SupportLevel } from '../problem/problem.ts'
import type { ProblemState } from '../problem/problem-state.ts'
import type { VerdictCode } from '../rexray/verdict.ts'
import type { AnswerChange, Hand } from '../survey/survey.ts'
import type { Address, HouseholdOrigin, HouseholdStatus, MissedReason, Position, VisitOutcome } from './household.ts'

export interface ProblemBirth {
  readonly problemId: ProblemId
  readonly kindCode: string
  readonly memberId: MemberId | null
  readonly source: ProblemSource
  readonly roundId: RoundId
  readonly foundOn: Day
  readonly description: string
  readonly severity: 1 | 2 | 3
  readonly restricted: boolean
  readonly level: SupportLevel
  readonly dueOn: Day | null
  readonly leadAgency: string
}

/** Everything that can be learnt, promised or done about a household. Past tense; never changed once written. */
export type HouseholdEvent =
  | {
      readonly type: 'HouseholdRegistered'
      readonly origin: HouseholdOrigin
      readonly missedReason: MissedReason | null
      readonly areaCode: VillageCode
      readonly address: Address
      readonly position: Position | null
      readonly phone: string | null
      readonly statedMemberCount: number | null
      readonly importedIn: {
        readonly batchId: BatchId
        readonly roundId: RoundId
        readonly sourceRows: readonly number[]
      } | null
      readonly recordedOn: Day
    }
  | { readonly type: 'BaselineImportUndone'; readonly batchId: BatchId }
  | {
      readonly type: 'HouseholdVisited'
      readonly roundId: RoundId
      readonly outcome: VisitOutcome
      readonly visitedAt: Instant
      readonly note: string
      readonly photos: readonly string[]
    }
  | { readonly type: 'HouseholdStatusChanged'; readonly status: HouseholdStatus }
  | {
      readonly type: 'HouseholdCorrected'
      readonly address: Address
      readonly phone: string | null
      readonly position: Position | null
      readonly reason: string
    }
  | {
      readonly type: 'HouseholdMoved'
      readonly fromAreaCode: VillageCode
      readonly areaCode: VillageCode
      readonly villageName: string
      readonly reason: string
    }
  | {
      readonly type: 'HouseholdTakenOver'
      readonly duplicateId: HouseholdId
      readonly reason: string
      readonly samePeople: readonly SamePerson[]
      readonly carried: Carried
      readonly on: Day
    }
  | {
      readonly type: 'HouseholdMerged'
      readonly survivorId: HouseholdId
      readonly reason: string
      readonly on: Day
    }
  | {
      readonly type: 'HouseholdUnmerged'
      readonly survivorId: HouseholdId
      readonly reason: string
      readonly returned: Carried
      readonly on: Day
    }
  | {
      readonly type: 'HouseholdGivenBack'
      readonly duplicateId: HouseholdId
      readonly reason: string
      /** Photos that went with it, whose consents are no longer this household's; not said where there are none. */
      readonly returnedPhotos?: readonly PhotoHash[] | undefined
      readonly on: Day
    }
  | { readonly type: 'MissedReasonGiven'; readonly missedReason: MissedReason }
  | { readonly type: 'MembersRecorded'; readonly members: readonly Member[] }
  | {
      readonly type: 'MemberDied'
      readonly memberId: MemberId
      readonly diedOn: Day
      /** Null: the head lives, or nobody is left. */
      readonly newHeadId: MemberId | null
      readonly note: string
    }
  | {
      readonly type: 'SurveySubmitted'
      readonly surveyId: SurveyId
      readonly roundId: RoundId
      readonly formVersion: string
      readonly answers: FormAnswers
      readonly sameAsLastRound: readonly string[]
      readonly noNewProblem: boolean
      readonly late: boolean
      readonly begunAt: Instant
      readonly surveyedOn: Day
      readonly otherHands?: Readonly<Record<string, Hand>>
    }
  /** What people said differently of one household, neither knowing of the other; what stood goes on standing. */
  | { readonly type: 'ConflictsFound'; readonly conflicts: readonly Conflict[] }
  /** A person has chosen; the value chosen is written by the facts beside this one. */
  | {
      readonly type: 'ConflictsSettled'
      readonly settled: readonly { readonly conflictId: ConflictId; readonly choice: ConflictChoice }[]
    }
  | {
      readonly type: 'AnswersSettled'
      readonly surveyId: SurveyId
      readonly answers: FormAnswers
      readonly sameAsLastRound: readonly string[]
      readonly otherHands: Readonly<Record<string, Hand>>
    }
  | {
      readonly type: 'AnswersCorrected'
      readonly surveyId: SurveyId
      readonly changes: readonly AnswerChange[]
      readonly sameAsLastRound: readonly string[]
      readonly reason: string
    }
  | ({ readonly type: 'DataRequestRecorded'; readonly dueOn: Day } & DataRequestWords)
  | {
      readonly type: 'DataRequestAnswered'
      readonly requestId: DataRequestId
      readonly answer: DataRequestAnswer
      readonly words: string
      readonly on: Day
    }
  | { readonly type: 'SurveyVerified'; readonly surveyId: SurveyId }
  | { readonly type: 'SurveyCertified'; readonly surveyId: SurveyId }
  | { readonly type: 'SurveyReturned'; readonly surveyId: SurveyId; readonly reason: string }
  | ({
      readonly type: 'ProblemImported'
      readonly batchId: BatchId
      readonly state: ProblemState
      readonly solvedOn: Day | null
    } & ProblemBirth)
  | ({ readonly type: 'ProblemFound' } & ProblemBirth)
  | { readonly type: 'ProblemConfirmed'; readonly problemId: ProblemId; readonly roundId: RoundId }
  | {
      readonly type: 'ProblemRechecked'
      readonly problemId: ProblemId
      readonly roundId: RoundId
      readonly verdict: VerdictCode
      readonly note: string
      readonly causeCodes: readonly string[]
      readonly cause: string
      readonly dueOn: Day | null
      readonly evidence: readonly Evidence[]
      readonly on: Day
    }
  | {
      readonly type: 'ProblemReopened'
      readonly problemId: ProblemId
      readonly reason: string
      readonly dueOn: Day | null
    }
  | {
      readonly type: 'CausesAnalysed'
      readonly problemId: ProblemId
      readonly causeCodes: readonly string[]
      readonly rootCause: string
    }
  | {
      readonly type: 'ProblemReferred'
      readonly problemId: ProblemId
      readonly agencyCode: string
      readonly organisationId: OrganisationId | null
      readonly dueOn: Day
      readonly note: string
      /** Not said: the lead agency. */
      readonly part?: ReferralPart | undefined
      readonly answerBy?: Day | undefined
    }
  | {
      readonly type: 'ReferralAccepted'
      readonly problemId: ProblemId
      readonly reply: string
      /** The contributing agency that answers; not said: the lead one. Likewise below. */
      readonly contributor?: string | undefined
    }
  | {
      readonly type: 'ReferralReturned'
      readonly problemId: ProblemId
      readonly reason: string
      readonly contributor?: string | undefined
    }
  | {
      readonly type: 'ReferralCompleted'
      readonly problemId: ProblemId
      readonly result: string
      readonly contributor?: string | undefined
    }
  | { readonly type: 'ReferralLapsed'; readonly problemId: ProblemId; readonly contributor?: string | undefined }
  | {
      readonly type: 'ReferralLetterRecorded'
      readonly problemId: ProblemId
      readonly agencyCode: string
      readonly number: string
      readonly writtenOn: Day
      readonly references: readonly string[]
      readonly cases: number
      readonly officeArea: string
    }
  | ({ readonly type: 'LaneChosen'; readonly problemId: ProblemId } & LaneChoice)
  | {
      readonly type: 'FollowedUp'
      readonly problemId: ProblemId
      readonly note: string
      readonly lookAgainOn: Day
      readonly evidence: readonly Evidence[]
      readonly on: Day
    }
  | {
      readonly type: 'PauseRequested'
      readonly problemId: ProblemId
      readonly reason: string
      readonly untilOn: Day
      readonly on: Day
    }
  | { readonly type: 'PauseApproved'; readonly problemId: ProblemId; readonly dueOn: Day | null; readonly on: Day }
  | { readonly type: 'PauseDeclined'; readonly problemId: ProblemId; readonly reason: string }
  | { readonly type: 'CallBackDrawn'; readonly problemId: ProblemId; readonly dueOn: Day }
  | {
      readonly type: 'CallBackAnswered'
      readonly problemId: ProblemId
      readonly answer: 'SOLVED' | 'NOT_SOLVED' | 'NOT_REACHED'
      readonly words: string
      /** Next day to try, when nobody was reached. */
      readonly dueOn: Day
    }
  | {
      readonly type: 'RevisitRecorded'
      readonly problemId: ProblemId
      readonly found: 'STILL_SOLVED' | 'RECURRED'
      readonly note: string
      readonly evidence: readonly Evidence[]
      readonly on: Day
    }
  | {
      readonly type: 'NeedPublished'
      readonly problemId: ProblemId
      readonly what: string
      readonly quantity: number
      readonly unit: string
      readonly budgetBaht: number | null
      readonly dueOn: Day | null
      readonly publishedOn: Day
    }
  | { readonly type: 'NeedWithdrawn'; readonly problemId: ProblemId; readonly reason: string }
  | { readonly type: 'WorkStarted'; readonly problemId: ProblemId; readonly note: string }
  | { readonly type: 'AssistanceRecorded'; readonly assistance: Assistance; readonly completes: boolean }
  | {
      readonly type: 'ProblemClosed'
      readonly problemId: ProblemId
      readonly evidence: readonly Evidence[]
      readonly note: string
      readonly on: Day
      readonly revisitOn?: Day | undefined
      readonly withoutOwnEvidence?: string | undefined
    }
  | {
      readonly type: 'ProblemSelfResolved'
      readonly problemId: ProblemId
      readonly how: string
      readonly on: Day
      readonly revisitOn?: Day | undefined
    }
  | {
      readonly type: 'ProblemDeclaredUnresolvable'
      readonly problemId: ProblemId
      readonly reasonCode: string
      readonly continuingCare: string
      readonly on: Day
      readonly careOwner?: string | undefined
      readonly reviewOn?: Day | undefined
    }
  | { readonly type: 'WorkResumed'; readonly problemId: ProblemId; readonly reason: string; readonly dueOn: Day | null }
  | {
      readonly type: 'CancellationProposed'
      readonly problemId: ProblemId
      readonly reason: string
      readonly survivorId: ProblemId | null
    }
  | {
      readonly type: 'ProblemCancelled'
      readonly problemId: ProblemId
      readonly reason: string
      readonly survivorId: ProblemId | null
      readonly on: Day
    }
  | { readonly type: 'CancellationDeclined'; readonly problemId: ProblemId; readonly reason: string }
  | {
      readonly type: 'PlanProposed'
      readonly planId: PlanId
      readonly roundId: RoundId
      readonly potential: 'DEVELOPABLE' | 'WELFARE'
      readonly fourT: FourT
      readonly goals: string
      readonly actions: readonly PlanActionInput[]
    }
  | { readonly type: 'PlanApproved'; readonly planId: PlanId; readonly note: string }
  | { readonly type: 'PlanReturned'; readonly planId: PlanId; readonly reason: string }
  | {
      readonly type: 'PlanActionCompleted'
      readonly planId: PlanId
      readonly planActionId: PlanActionId
      readonly result: string
      readonly on: Day
    }
  | {
      readonly type: 'PhotoConsentRecorded'
      readonly photo: PhotoHash
      readonly consentedBy: string
      readonly consentedOn: Day
    }
  | { readonly type: 'PhotoConsentWithdrawn'; readonly photo: PhotoHash; readonly reason: string; readonly on: Day }
  | {
      readonly type: 'PlanActionAnswered'
      readonly planId: PlanId
      readonly planActionId: PlanActionId
      readonly answer: ActionAnswer
      readonly words: string
      readonly evidence: readonly Evidence[]
      readonly answeredBy: string
      readonly on: Day
    }

/** A fact as it stands in the ledger: what happened, when the server wrote it down, and by whose hand. */
export interface Recorded<Event> {
  readonly event: Event
  readonly at: Instant
  readonly by: PersonId
}
