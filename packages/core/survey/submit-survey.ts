import { z } from 'zod'
import { isDistrictOfficer } from '../access/actor.ts'
import { isSaidAlike } from '../conflict/conflict.ts'
import { sameMembers, withStandingMembers } from '../conflict/same-member.ts'
import { formAnswers } from '../form/form-answers.ts'
import { address, type Household, missedReason, position } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import { dayOf, earlierDay, instant } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { photoHash, roundId, surveyId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { member } from '../member/member.ts'
import { decideVerdicts, type VerdictRefusal } from '../rexray/decide-verdict.ts'
import { verdict } from '../rexray/verdict.ts'
import { deadlinesFor, recordingOf } from '../round/round.ts'
import { evaluateSurvey } from './evaluate-survey.ts'
import {
  type MergedSubmission,
  mergeSubmission,
  type SubmissionToMerge,
  seesAllThatStands,
} from './merge-submission.ts'
import { findRaised, type RaisedRefusal, raisedProblem, removedProblem } from './raised-problem.ts'
import { surveyAllows } from './survey.ts'

export const submitSurveyInput = z.object({
  surveyId,
  roundId,
  formVersion: z.string(),
  /** When the form was begun, by the phone's clock: evidence for the deadline's grace, never a judge of order. */
  begunAt: instant,
  visitedAt: instant,
  noticeGiven: z.boolean(),
  position: position.nullable(),
  photos: z.array(photoHash).max(20),
  address,
  phone: z.string().max(40).nullable(),
  /** Needed when a household of the registry is surveyed for the first time. */
  missedReason: missedReason.nullable(),
  members: z.array(member).max(60),
  verdicts: z.array(verdict).max(200),
  answers: formAnswers,
  sameAsLastRound: z.array(z.string().max(40)).max(20),
  raised: z.array(raisedProblem).max(200),
  removed: z.array(removedProblem).max(200),
  /** The explicit answer "ไม่มีปัญหาใหม่" (domain brief 12, rule 5). */
  noNewProblem: z.boolean(),
  note: z.string().max(4000),
})
export type SubmitSurveyInput = z.infer<typeof submitSurveyInput>

export type SubmitSurveyRefusal =
  | 'round-unknown'
  | 'round-not-open-yet'
  | 'recording-closed'
  | 'survey-certified'
  | 'form-unknown'
  | 'notice-missing'
  | 'member-missing'
  | 'head-missing'
  | 'missed-reason-missing'
  | 'answers-missing'
  | 'answers-invalid'
  | 'same-section-not-allowed'
  | 'changed-by-another'
  | VerdictRefusal
  | RaisedRefusal

/**
 * A household's form of a round, sent whole: visit, people, a verdict for every old hardship the surveyor may see,
 * and the search for new ones (letter, items 1–3; domain brief 13.1). The same rules run on the phone before it leaves.
 */
export const decideSubmitSurvey = (
  household: Household,
  input: SubmitSurveyInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], SubmitSurveyRefusal> => {
  const { actor, rounds, today } = context
  const round = rounds.find(r => r.id === input.roundId && r.kind === 'RE_XRAY')
  if (round === undefined) return refuse('round-unknown')
  const begunOn = dayOf(input.begunAt)
  const recording = recordingOf(round, household.areaCode, earlierDay(begunOn, today), today)
  if (recording === 'not-yet') return refuse('round-not-open-yet', { day: round.opensOn })
  if (recording === 'late' && !actor.mayRecordLate) {
    return refuse('recording-closed', { day: deadlinesFor(round, household.areaCode).recordBy })
  }

  const seen = context.seen ?? household
  const before = household.surveys.find(s => s.roundId === input.roundId)
  const isDistrict = isDistrictOfficer(actor)
  if (before !== undefined && !surveyAllows[before.state].includes('SubmitSurvey')) return refuse('survey-certified')
  if (before !== undefined && (before.state === 'CERTIFIED' || before.state === 'VERIFIED') && !isDistrict) {
    return refuse('survey-certified')
  }
  if (!input.noticeGiven) return refuse('notice-missing')
  if (input.members.length === 0) return refuse('member-missing')
  if (input.members.filter(m => m.isHead).length !== 1) return refuse('head-missing')
  const needsMissedReason = seen.origin === 'REGISTRY' && seen.missedReason === null
  if (needsMissedReason && input.missedReason === null) return refuse('missed-reason-missing')

  const form = context.findForm(input.formVersion)
  if (form === undefined) return refuse('form-unknown', { version: input.formVersion })
  // The form is held to what the person saw; what has been written down since is merged with it afterwards.
  const evaluated = evaluateSurvey(form, seen, input, context)
  if (!evaluated.ok) return evaluated
  const verdicts = decideVerdicts(seen, input.verdicts, round, context)
  if (!verdicts.ok) return verdicts
  const raised = findRaised(seen, input, evaluated.value.raised, round, context)
  if (!raised.ok) return raised

  const told: SubmissionToMerge = {
    household,
    seen,
    input,
    round,
    form,
    evaluated: evaluated.value,
    verdicts: verdicts.value,
    context,
  }
  const merged = seesAllThatStands(told)
    ? succeed(submissionAsTold(told, raised.value))
    : mergeSubmission(withStandingPeople(told))
  return merged.ok ? succeed(factsOf(told, input, merged.value, recording === 'late')) : merged
}

/** People both wrote down anew stand once; everything said of them here goes to the one who stands. */
const withStandingPeople = (told: SubmissionToMerge): SubmissionToMerge => {
  const { household, seen, input, evaluated } = told
  const same = sameMembers(seen.members, household.members, input.members)
  if (same.size === 0) return told
  const { answers, ...renamed } = withStandingMembers({ ...input, answers: evaluated.clean }, same)
  return {
    ...told,
    input: renamed,
    evaluated: {
      ...evaluated,
      clean: answers,
      raised: evaluated.raised.map(r => ({ ...r, memberId: same.get(r.memberId ?? '') ?? r.memberId })),
    },
  }
}

/** Nothing stands that the person did not see: the form as it was told. */
const submissionAsTold = (told: SubmissionToMerge, raised: readonly HouseholdEvent[]): MergedSubmission => ({
  said: { ...told.input, answers: told.evaluated.clean },
  answers: told.evaluated.clean,
  sameAsLastRound: told.input.sameAsLastRound,
  noNewProblem: told.input.noNewProblem,
  otherHands: {},
  status: told.household.status === 'ACTIVE' ? null : 'ACTIVE',
  missedReason:
    told.household.origin === 'REGISTRY' && told.household.missedReason === null ? told.input.missedReason : null,
  hardships: [...told.verdicts, ...raised],
  conflicts: [],
})

const factsOf = (
  { household, round, context }: SubmissionToMerge,
  input: SubmitSurveyInput,
  merged: MergedSubmission,
  late: boolean,
): HouseholdEvent[] => {
  const { said, status, missedReason: why, otherHands } = merged
  const events: HouseholdEvent[] = [
    {
      type: 'HouseholdVisited',
      roundId: round.id,
      outcome: 'DONE',
      visitedAt: input.visitedAt,
      note: input.note,
      photos: input.photos.filter(photo => !household.photos.includes(photo)),
    },
  ]
  if (status !== null) events.push({ type: 'HouseholdStatusChanged', status })
  if (why !== null) events.push({ type: 'MissedReasonGiven', missedReason: why })
  const { address: at, phone, position: fix } = said
  const moved = fix !== null && !isSaidAlike(fix, household.position)
  if (moved || !isSaidAlike(at, household.address) || phone !== household.phone) {
    events.push({ type: 'HouseholdCorrected', address: at, phone, position: fix, reason: '' })
  }
  events.push({ type: 'MembersRecorded', members: said.members })
  events.push({
    type: 'SurveySubmitted',
    surveyId: input.surveyId,
    roundId: round.id,
    formVersion: input.formVersion,
    answers: merged.answers,
    sameAsLastRound: merged.sameAsLastRound,
    noNewProblem: merged.noNewProblem,
    late,
    begunAt: input.begunAt,
    surveyedOn: earlierDay(dayOf(input.visitedAt), context.today),
    ...(Object.keys(otherHands).length > 0 ? { otherHands } : {}),
  })
  return [...events, ...merged.hardships, ...merged.conflicts]
}
