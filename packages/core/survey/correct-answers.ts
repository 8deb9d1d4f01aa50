import { z } from 'zod'
import { seesRestricted } from '../access/actor.ts'
import { viewHousehold } from '../access/view-household.ts'
import { seesProblem } from '../access/visible-problem.ts'
import { answerName, isSaidAlike } from '../conflict/conflict.ts'
import { evaluateWhole } from '../conflict/merge-form.ts'
import type { CompiledForm } from '../form/compile-form.ts'
import type { FormEvaluation } from '../form/evaluate-form.ts'
import { type FormAnswers, formAnswers } from '../form/form-answers.ts'
import { HELD_BY_COMMAND } from '../form/form-definition.ts'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { Instant } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { surveyId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { matchingProblem } from '../problem/found-problem.ts'
import type { Problem } from '../problem/problem.ts'
import { answersOneByOne, type SaidAnswer, saidAt, withAnswers } from './answers-one-by-one.ts'
import { handOfAnswer } from './hand-of-answer.ts'
import { raisedFacts, raisedProblem, removedProblem } from './raised-problem.ts'
import type { AnswerChange, Survey } from './survey.ts'

export const correctAnswersInput = z.object({
  surveyId,
  /** Only what changes, by question; null takes an answer away. */
  answers: formAnswers,
  /** Each hardship that the correction newly raises is accepted here or taken out with a reason. */
  raised: z.array(raisedProblem).max(200),
  removed: z.array(removedProblem).max(200),
  reason: z.string().max(2000),
})
export type CorrectAnswersInput = z.infer<typeof correctAnswersInput>

export type CorrectAnswersRefusal =
  | 'reason-missing'
  | 'survey-unknown'
  | 'survey-not-in-this-state'
  | 'form-unknown'
  | 'question-unknown'
  | 'question-restricted'
  | 'answer-unchanged'
  | 'answers-missing'
  | 'answers-invalid'
  | 'raised-differs'
  | 'removal-reason-missing'
  | 'round-unknown'
  | 'kind-unknown'

interface Raise {
  readonly kindCode: string
  readonly memberId: string | null
}

const keyOf = ({ kindCode, memberId }: Raise): string => `${kindCode}|${memberId ?? ''}`

const notIn = <Item extends Raise>(items: readonly Item[], others: readonly Raise[]): Item[] => {
  const known = new Set(others.map(keyOf))
  return items.filter(item => !known.has(keyOf(item)))
}

interface Evaluated {
  readonly before: FormEvaluation
  readonly after: FormEvaluation
  /** Sections that still point at the round before: one that was corrected speaks for itself. */
  readonly sameAsLastRound: readonly string[]
}

type CorrectionContext = Pick<DecisionContext, 'actor' | 'thresholdBaht' | 'findForm'>

const evaluateBoth = (
  form: CompiledForm,
  household: Household,
  survey: Survey,
  said: readonly SaidAnswer[],
  context: CorrectionContext,
): Evaluated => {
  const touched = new Set(said.map(one => form.questionById.get(one.questionId)?.sectionId))
  const sameAsLastRound = survey.sameAsLastRound.filter(id => !touched.has(id))
  const evaluate = (answers: FormAnswers, same: readonly string[]) => {
    const visitedAt = `${survey.surveyedOn}T05:00:00.000Z` as Instant
    const draft = { roundId: survey.roundId, visitedAt, members: household.members, answers, sameAsLastRound: same }
    return evaluateWhole(form, household, draft, context)
  }
  return {
    before: evaluate(survey.answers, survey.sameAsLastRound),
    after: evaluate(withAnswers(survey.answers, said), sameAsLastRound),
    sameAsLastRound,
  }
}

export interface CorrectionEffect {
  /** Hardships the corrected answers raise and the ones before did not. */
  readonly raised: readonly Raise[]
  /** Living hardships that the answers no longer raise: nothing happens to them by itself. */
  readonly noLongerRaised: readonly Problem[]
}

/**
 * What a correction would do to hardships, from what this person may see: the office shows it before saving, and the
 * server holds the command to the same.
 */
export const correctionEffect = (
  household: Household,
  { surveyId: id, answers }: Pick<CorrectAnswersInput, 'surveyId' | 'answers'>,
  context: CorrectionContext,
): CorrectionEffect => {
  const shown = viewHousehold(household, context.actor, context.findForm)
  const survey = shown.surveys.find(s => s.id === id)
  const form = survey === undefined ? undefined : context.findForm(survey.formVersion)
  if (survey === undefined || form === undefined) return { raised: [], noLongerRaised: [] }
  const { before, after } = evaluateBoth(form, shown, survey, answersOneByOne(answers), context)
  return {
    raised: notIn(after.raised, before.raised),
    noLongerRaised: notIn(before.raised, after.raised).flatMap(
      ({ kindCode, memberId }) => matchingProblem(shown, kindCode, memberId as Problem['memberId'], 'live') ?? [],
    ),
  }
}

const guardQuestions = (
  household: Household,
  survey: Survey,
  form: CompiledForm,
  said: readonly SaidAnswer[],
  { actor }: DecisionContext,
): Outcome<null, 'question-unknown' | 'question-restricted' | 'answer-unchanged'> => {
  for (const one of said) {
    const { scope, instanceId, questionId } = one
    const question = form.questionById.get(questionId)?.question
    const isHeldElsewhere =
      question === undefined || question.type === 'calculate' || HELD_BY_COMMAND.has(question.type)
    if (isHeldElsewhere || question.scope !== scope) return refuse('question-unknown', { question: questionId })
    if (scope === 'member' && !household.members.some(m => m.id === instanceId))
      return refuse('question-unknown', { question: questionId })
    if (scope === 'problem' && !household.problems.some(p => p.id === instanceId && seesProblem(actor, p)))
      return refuse('question-unknown', { question: questionId })
    const isOwn = saidAt(survey.answers, one) !== null && handOfAnswer(survey, answerName(one)).by === actor.personId
    if (question.restricted === true && !seesRestricted(actor) && !isOwn)
      return refuse('question-restricted', { question: questionId })
  }
  const isChanged = said.some(one => !isSaidAlike(saidAt(survey.answers, one), one.value))
  return isChanged ? succeed(null) : refuse('answer-unchanged')
}

const guardForm = ({ before, after }: Evaluated): Outcome<null, 'answers-missing' | 'answers-invalid'> => {
  const newIn = <At extends { questionId: string; instanceId: string | null }>(
    now: readonly At[],
    then: readonly At[],
  ) => now.filter(n => !then.some(t => t.questionId === n.questionId && t.instanceId === n.instanceId))
  const missing = newIn(after.missing, before.missing)
  if (missing.length > 0)
    return refuse('answers-missing', {
      count: missing.length,
      questions: [...new Set(missing.map(m => m.questionId))],
    })
  const blocks = (of: FormEvaluation) => of.violations.filter(v => v.severity === 'block')
  const blocked = newIn(blocks(after), blocks(before))
  return blocked.length > 0
    ? refuse('answers-invalid', { questions: [...new Set(blocked.map(b => b.questionId))] })
    : succeed(null)
}

/** What the form holds differently afterwards: what was corrected, and what follows from it unasked. */
const changesOf = (survey: Survey, { before, after }: Evaluated): readonly AnswerChange[] => {
  const then = new Map(answersOneByOne(before.clean).map(one => [answerName(one), one]))
  const now = new Map(answersOneByOne(after.clean).map(one => [answerName(one), one]))
  return [...new Map([...then, ...now]).values()].flatMap(({ scope, instanceId, questionId }) => {
    const at = { scope, instanceId, questionId }
    const from = then.get(answerName(at))?.value ?? null
    const to = now.get(answerName(at))?.value ?? null
    if (isSaidAlike(from, to)) return []
    return [{ ...at, from: saidAt(survey.answers, at), to }]
  })
}

/**
 * The household asks for an answer of its form to be put right (PDPA s.35, scenario 21). The form keeps its state; the
 * old answers stay in the ledger. What the corrected answers newly raise is found, confirmed or taken out with a reason;
 * what they no longer raise stays until somebody acts.
 */
export const decideCorrectAnswers = (
  household: Household,
  input: CorrectAnswersInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], CorrectAnswersRefusal> => {
  const { rounds, findForm } = context
  const survey = household.surveys.find(s => s.id === input.surveyId)
  if (survey === undefined) return refuse('survey-unknown')
  if (survey.state === 'RETURNED') return refuse('survey-not-in-this-state')
  if (input.reason.trim() === '') return refuse('reason-missing')
  const form = findForm(survey.formVersion)
  if (form === undefined) return refuse('form-unknown', { version: survey.formVersion })
  const round = rounds.find(r => r.id === survey.roundId)
  if (round === undefined) return refuse('round-unknown')

  const said = answersOneByOne(input.answers)
  const guarded = guardQuestions(household, survey, form, said, context)
  if (!guarded.ok) return guarded
  const evaluated = evaluateBoth(form, household, survey, said, context)
  const whole = guardForm(evaluated)
  if (!whole.ok) return whole

  const byAnswers = correctionEffect(household, input, context).raised
  if (input.removed.some(r => r.reason.trim() === '')) return refuse('removal-reason-missing')
  const unanswered = notIn(byAnswers, [...input.raised, ...input.removed])
  const unasked = notIn(input.raised, byAnswers)
  if (unanswered.length + unasked.length > 0)
    return refuse('raised-differs', { kinds: [...new Set([...unanswered, ...unasked].map(r => r.kindCode))] })
  const raised = raisedFacts(household, { raised: input.raised, verdicts: [] }, round, context)
  if (!raised.ok) return raised
  return succeed([
    {
      type: 'AnswersCorrected',
      surveyId: survey.id,
      changes: changesOf(survey, evaluated),
      sameAsLastRound: evaluated.sameAsLastRound,
      reason: input.reason.trim(),
    },
    ...raised.value.events,
  ])
}
