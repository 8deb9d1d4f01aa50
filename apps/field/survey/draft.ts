import type { FormAnswers } from '@thaiqm/core/form/form-answers.ts'
import { NO_ANSWERS } from '@thaiqm/core/form/form-answers.ts'
import { type Household, surveyIn } from '@thaiqm/core/household/household.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { ProblemId, SurveyId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Verdict } from '@thaiqm/core/rexray/verdict.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import type { SubmitSurveyInput } from '@thaiqm/core/survey/submit-survey.ts'

/** A verdict being filled in: no result chosen yet is allowed here, and only here. */
export type VerdictDraft = Omit<Verdict, 'verdict'> & { readonly verdict: Verdict['verdict'] | null }

/** A hardship the surveyor adds by hand, beside those the answers raise. */
export interface AddedProblem {
  readonly problemId: ProblemId
  readonly kindCode: string
  readonly memberId: string | null
  readonly description: string
}

type SentAsItStands = Pick<
  SubmitSurveyInput,
  | 'surveyId'
  | 'roundId'
  | 'formVersion'
  | 'begunAt'
  | 'visitedAt'
  | 'noticeGiven'
  | 'position'
  | 'photos'
  | 'address'
  | 'phone'
  | 'missedReason'
  | 'members'
  | 'sameAsLastRound'
  | 'note'
>

/** A form being filled in. It lives on the phone only, whole, and is written down at every answer. */
export interface Draft extends SentAsItStands {
  readonly householdId: string
  /**
   * The server's version of the household that this form was begun on: its values were copied then, whatever has been
   * fetched since. Missing in drafts of an older app.
   */
  readonly basedOnVersion?: number
  readonly answers: FormAnswers
  readonly verdicts: Readonly<Record<string, VerdictDraft>>
  readonly added: readonly AddedProblem[]
  /** Why a hardship the answers raise is not one, by its key. */
  readonly removed: Readonly<Record<string, string>>
  /** The surveyor's own words about a hardship the answers raise, by its key. */
  readonly described: Readonly<Record<string, string>>
  readonly saysNoNewProblem: boolean
  readonly lastChangedAt: Instant
}

/** A hardship of one kind and person is one, however many answers raise it. */
export const raiseKey = (raise: { readonly kindCode: string; readonly memberId: string | null }): string =>
  `${raise.kindCode}|${raise.memberId ?? ''}`

/** A form begun now: what is known of the household stands in it already; a returned form starts from its own answers. */
export const beginDraft = (
  household: Household,
  round: Round & { readonly formVersion: string },
  now: Instant,
  newId: () => string,
): Draft => {
  const before = surveyIn(household, round.id)
  return {
    householdId: household.id,
    surveyId: before?.id ?? (newId() as SurveyId),
    roundId: round.id,
    formVersion: round.formVersion,
    // A form sent back keeps the day it was begun: it was begun in time, and is only being put right.
    begunAt: before?.begunAt ?? now,
    visitedAt: now,
    noticeGiven: false,
    position: null,
    photos: [],
    address: household.address,
    phone: household.phone,
    missedReason: household.missedReason,
    members: [...household.members],
    verdicts: {},
    answers: before?.answers ?? NO_ANSWERS,
    sameAsLastRound: [...(before?.sameAsLastRound ?? [])],
    added: [],
    removed: {},
    described: {},
    saysNoNewProblem: false,
    note: '',
    lastChangedAt: now,
  }
}

export const emptyVerdict = (problemId: ProblemId): VerdictDraft => ({
  problemId,
  verdict: null,
  causeCodes: [],
  cause: '',
  planDueOn: null,
  evidence: [],
  reason: '',
  helpers: '',
})

type Scope = 'household' | 'member' | 'problem'

/** The answers with one more; null takes the answer away. */
export const withAnswer = (
  answers: FormAnswers,
  place: { readonly scope: Scope; readonly instanceId: string | null; readonly questionId: string },
  value: FormAnswers['household'][string],
): FormAnswers => {
  const { scope, instanceId, questionId } = place
  if (scope === 'household' || instanceId === null) {
    return { ...answers, household: { ...answers.household, [questionId]: value } }
  }
  const group = scope === 'member' ? 'members' : 'problems'
  const own = answers[group][instanceId] ?? {}
  return { ...answers, [group]: { ...answers[group], [instanceId]: { ...own, [questionId]: value } } }
}
