import type { AnswerValue, FormAnswers } from '../form/form-answers.ts'
import type { QuestionScope } from '../form/form-definition.ts'
import type { Day, Instant } from '../ledger/day.ts'
import type { PersonId, RoundId, SurveyId } from '../ledger/identifiers.ts'

/** ส่งแล้ว → ตรวจแล้ว (ตำบล) → รับรองแล้ว (อำเภอ), or ส่งกลับแก้ไข. A draft lives on the phone until it is sent. */
export type SurveyState = 'SUBMITTED' | 'VERIFIED' | 'CERTIFIED' | 'RETURNED'

/** Who said something, and when. */
export interface Hand {
  readonly by: PersonId
  readonly at: Instant
}

/** One answer put right: what stood and what stands now; null is no answer. */
export interface AnswerChange {
  readonly scope: QuestionScope
  readonly instanceId: string | null
  readonly questionId: string
  readonly from: AnswerValue
  readonly to: AnswerValue
}

/** One household's form in one round; sent again it stays the same form with one more revision. */
export interface Survey {
  readonly id: SurveyId
  readonly roundId: RoundId
  readonly formVersion: string
  readonly state: SurveyState
  readonly revision: number
  readonly answers: FormAnswers
  readonly sameAsLastRound: readonly string[]
  readonly noNewProblem: boolean
  readonly late: boolean
  readonly begunAt: Instant
  readonly surveyedOn: Day
  readonly submittedAt: Instant
  readonly submittedBy: PersonId
  readonly verifiedAt: Instant | null
  readonly verifiedBy: PersonId | null
  readonly certifiedAt: Instant | null
  readonly certifiedBy: PersonId | null
  readonly returnReason: string
  /** Answers by another hand than the last sender's, by `answerName`: they stood and were not seen, or were chosen later. */
  readonly otherHands?: Readonly<Record<string, Hand>> | undefined
}

export type SurveyAct = 'SubmitSurvey' | 'VerifySurvey' | 'CertifySurvey' | 'ReturnSurvey'

/** What may be done to a form in each state; a certified form may be sent again by the district only. */
export const surveyAllows: Record<SurveyState, readonly SurveyAct[]> = {
  SUBMITTED: ['SubmitSurvey', 'VerifySurvey', 'ReturnSurvey'],
  RETURNED: ['SubmitSurvey'],
  VERIFIED: ['CertifySurvey', 'ReturnSurvey', 'SubmitSurvey'],
  CERTIFIED: ['SubmitSurvey', 'ReturnSurvey'],
}

/** The forms that count as covered (domain brief 13.3). */
export const isCovered = (state: SurveyState): boolean => state === 'VERIFIED' || state === 'CERTIFIED'
