import type { CompiledForm } from '../form/compile-form.ts'
import { evaluateForm, type FormEvaluation, type FormInput, type QuestionPlace } from '../form/evaluate-form.ts'
import { type FormAnswers, NO_ANSWERS } from '../form/form-answers.ts'
import type { Household } from '../household/household.ts'
import { dayOf, type Instant } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import type { RoundId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { isLivingHere, type Member, memberAge } from '../member/member.ts'
import { oldProblemsFor } from '../rexray/old-problem.ts'

/** What a form is filled in with, finished or not: the survey's own input, or a draft of it. */
export interface SurveyDraft {
  readonly roundId: RoundId
  readonly visitedAt: Instant
  readonly members: readonly Member[]
  readonly answers: FormAnswers
  readonly sameAsLastRound: readonly string[]
}

/** The answers of the round before this one, for "เหมือนรอบก่อน"; the imported baseline has none. */
export const lastAnswers = (household: Household, roundId: RoundId): FormAnswers =>
  household.surveys.findLast(s => s.roundId !== roundId)?.answers ?? NO_ANSWERS

/** The form engine's input for a household: its facts and its people's on the day of the visit. */
export const surveyFormInput = (
  household: Household,
  draft: SurveyDraft,
  { actor, thresholdBaht }: Pick<DecisionContext, 'actor' | 'thresholdBaht'>,
): FormInput => {
  const visitedOn = dayOf(draft.visitedAt)
  const yearBe = Number(visitedOn.slice(0, 4)) + 543
  const living = draft.members.filter(isLivingHere)
  const old = oldProblemsFor(household, draft.roundId, actor)
  return {
    answers: draft.answers,
    household: {
      member_count: living.length,
      resident_count: living.filter(m => m.residence === 'resident').length,
      is_baseline: household.origin === 'BASELINE',
      has_old_problems: old.length > 0,
      bmn_income_line_baht: thresholdBaht('BMN_INCOME', yearBe),
      vulnerable_income_line_baht: thresholdBaht('VULNERABLE', yearBe),
      visit_year_be: yearBe,
    },
    members: living.map(m => ({
      id: m.id,
      facts: {
        age: memberAge(m, visitedOn),
        sex: m.sex,
        is_thai: m.isThai,
        id_kind: m.idKind,
        is_resident: m.residence === 'resident',
      },
    })),
    problems: old.map(p => ({ id: p.id, facts: { kind_code: p.kindCode } })),
    sameAsLastRound: [...draft.sameAsLastRound],
    lastAnswers: lastAnswers(household, draft.roundId),
  }
}

/** What is still to be answered; a section marked "เหมือนรอบก่อน" asks nothing more, also where the last round has no answers on file. */
export const missingAnswers = (
  evaluated: FormEvaluation,
  sameAsLastRound: readonly string[],
): readonly QuestionPlace[] => evaluated.missing.filter(m => !sameAsLastRound.includes(m.sectionId))

export type EvaluateSurveyRefusal = 'answers-missing' | 'answers-invalid' | 'same-section-not-allowed'

/** The whole form held against its rules: nothing required missing, nothing blocked; the answers that count, and what they raise. */
export const evaluateSurvey = (
  form: CompiledForm,
  household: Household,
  draft: SurveyDraft,
  context: DecisionContext,
): Outcome<FormEvaluation, EvaluateSurveyRefusal> => {
  const mayBeSame = new Set(form.sections.filter(s => s.section.mayBeSameAsLastRound).map(s => s.section.id))
  const wasSurveyed = household.origin === 'BASELINE' || household.surveys.some(s => s.roundId !== draft.roundId)
  const refusedSection = draft.sameAsLastRound.find(id => !mayBeSame.has(id) || !wasSurveyed)
  if (refusedSection !== undefined) return refuse('same-section-not-allowed', { section: refusedSection })
  const evaluated = evaluateForm(form, surveyFormInput(household, draft, context))
  const missing = missingAnswers(evaluated, draft.sameAsLastRound)
  if (missing.length > 0) {
    return refuse('answers-missing', { count: missing.length, questions: [...new Set(missing.map(m => m.questionId))] })
  }
  const blocked = evaluated.violations.filter(v => v.severity === 'block')
  if (blocked.length > 0) return refuse('answers-invalid', { questions: [...new Set(blocked.map(v => v.questionId))] })
  return succeed(evaluated)
}
