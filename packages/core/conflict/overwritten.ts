import { type FormAnswers, NO_ANSWERS } from '../form/form-answers.ts'
import type { Household, VisitOutcome } from '../household/household.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import type { PlanId, ProblemId, RoundId, SurveyId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import type { Problem, Referral } from '../problem/problem.ts'
import { referralsOf } from '../referral/referral-of.ts'
import { answersOneByOne, saidAt } from '../survey/answers-one-by-one.ts'
import { answerName, isSaidAlike } from './conflict.ts'

/** Words that stand and that a command would take the place of, by their names in the record. */
type Words = Readonly<Record<string, unknown>>

type WordsBy<Input> = (household: Household, input: Input) => Words

const problemIn = ({ problems }: Household, id: ProblemId): Partial<Problem> => problems.find(p => p.id === id) ?? {}

const closing = (household: Household, { problemId }: { readonly problemId: ProblemId }): Words => {
  const { state, dueOn, cancellationProposal, closeNote, closedOn } = problemIn(household, problemId)
  return { state, dueOn, cancellationProposal, closeNote, closedOn }
}

const proposal = (household: Household, { problemId }: { readonly problemId: ProblemId }): Words => ({
  cancellationProposal: problemIn(household, problemId).cancellationProposal,
})

const opening = (household: Household, { problemId }: { readonly problemId: ProblemId }): Words => {
  const { dueOn, closeNote, closedOn } = problemIn(household, problemId)
  return { dueOn, closeNote, closedOn }
}

/** A letter that was written meanwhile is no word an answer would take the place of. */
const withoutLetter = ({ letter: _letter, earlierLetter: _earlier, ...rest }: Referral) => rest

const referral = (household: Household, { problemId }: { readonly problemId: ProblemId }): Words => {
  const { referral: lead, contributions } = problemIn(household, problemId)
  return { referral: lead && withoutLetter(lead), contributions: contributions?.map(withoutLetter) }
}

const letter = (
  household: Household,
  { problemId, agencyCode }: { readonly problemId: ProblemId; readonly agencyCode: string },
): Words => {
  const { referral: lead = null, contributions } = problemIn(household, problemId)
  return { letter: referralsOf({ referral: lead, contributions }).find(r => r.agencyCode === agencyCode)?.letter }
}

const pause = (household: Household, { problemId }: { readonly problemId: ProblemId }): Words => ({
  pause: problemIn(household, problemId).pause,
})

const callBack = (household: Household, { problemId }: { readonly problemId: ProblemId }): Words => ({
  callBack: problemIn(household, problemId).callBack,
})

const lane = (household: Household, { problemId }: { readonly problemId: ProblemId }): Words => ({
  lane: problemIn(household, problemId).lane,
})

const published = (household: Household, { problemId }: { readonly problemId: ProblemId }): Words => ({
  need: problemIn(household, problemId).need,
})

const plans = ({ plans: all }: Household): Words => ({ plans: all })

const plan = ({ plans: all }: Household, { planId }: { readonly planId: PlanId }): Words => ({
  plan: all.find(p => p.id === planId),
})

const form = ({ surveys }: Household, { surveyId }: { readonly surveyId: SurveyId }): Words => {
  const survey = surveys.find(s => s.id === surveyId)
  return { revision: survey?.revision, answers: survey?.answers }
}

const corrected = (
  { surveys }: Household,
  { surveyId, answers }: { readonly surveyId: SurveyId; readonly answers: FormAnswers },
): Words => {
  const survey = surveys.find(s => s.id === surveyId)
  const said = answersOneByOne(answers).map(one => [answerName(one), saidAt(survey?.answers ?? NO_ANSWERS, one)])
  return { state: survey?.state, ...Object.fromEntries(said) }
}

/**
 * The words each command takes the place of, where it has no merge of its own. Commands that only move a state are
 * guarded by the states; those that add (help, hardships, visits) overwrite nothing.
 */
const wordsOverwritten = {
  AnalyseCauses: (household: Household, { problemId }: { readonly problemId: ProblemId }) => {
    const { causeCodes, rootCause } = problemIn(household, problemId)
    return { causeCodes, rootCause }
  },
  RecheckProblem: (
    household: Household,
    { roundId, verdict }: { readonly roundId: RoundId; readonly verdict: { readonly problemId: ProblemId } },
  ) => {
    const problem = problemIn(household, verdict.problemId)
    const { causeCodes, rootCause } = problem
    const recheck = problem.rechecks?.find(r => r.roundId === roundId)
    return { recheck, causeCodes, rootCause, ...closing(household, verdict) }
  },
  ReferProblem: referral,
  RecordReferralLetter: letter,
  AcceptReferral: referral,
  ReturnReferral: referral,
  PublishNeed: published,
  WithdrawNeed: published,
  CompleteReferral: referral,
  ChooseLane: lane,
  RequestPause: pause,
  ApprovePause: pause,
  DeclinePause: pause,
  AnswerCallBack: callBack,
  CloseProblem: closing,
  MarkSelfResolved: closing,
  DeclareUnresolvable: closing,
  CancelProblem: closing,
  ProposeCancellation: proposal,
  DeclineCancellation: proposal,
  ReopenProblem: opening,
  ResumeWork: opening,
  ProposePlan: plans,
  ApprovePlan: plan,
  ReturnPlan: plan,
  CorrectAnswers: corrected,
  AnswerDataRequest: ({ dataRequests }: Household, { requestId }: { readonly requestId: string }) => ({
    answered: dataRequests?.find(r => r.requestId === requestId)?.answered,
  }),
  // Taking a consent back is never held up; giving one anew must have seen that it was taken back.
  RecordPhotoConsent: ({ photoConsents }: Household, { photo }: { readonly photo: string }) => ({
    consent: photoConsents?.find(c => c.photo === photo),
  }),
  VerifySurvey: form,
  CertifySurvey: form,
  ReturnSurvey: form,
  // Somebody who was not there or would not speak leaves the household as it is.
  RecordVisit: ({ status, surveys }: Household, { outcome }: { readonly outcome: VisitOutcome }) =>
    outcome === 'VACANT' || outcome === 'DEMOLISHED' || outcome === 'MOVED' ? { status, forms: surveys.length } : {},
}

/** Refuses a command that would take the place of words its giver has not seen: it is parked, and a person looks. */
export const refuseOverwriting = (
  household: Household,
  type: string,
  input: unknown,
  { seen }: DecisionContext,
): Outcome<null, 'changed-by-another'> => {
  if (seen === undefined || !Object.hasOwn(wordsOverwritten, type)) return succeed(null)
  // One entry of the table belongs to one command type; the compiler cannot follow that through the lookup.
  const wordsIn = wordsOverwritten[type as keyof typeof wordsOverwritten] as WordsBy<unknown>
  const [now, then] = [wordsIn(household, input), wordsIn(seen, input)]
  const fields = Object.keys(now).filter(name => !isSaidAlike(now[name], then[name]))
  return fields.length > 0 ? refuse('changed-by-another', { fields }) : succeed(null)
}
