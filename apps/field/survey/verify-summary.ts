import { compiledQuestionnaire, problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { type Actor, seesRestricted } from '@thaiqm/core/access/actor.ts'
import { seesProblem } from '@thaiqm/core/access/visible-problem.ts'
import { evaluateForm } from '@thaiqm/core/form/evaluate-form.ts'
import type { AnswerValue } from '@thaiqm/core/form/form-answers.ts'
import type { Question } from '@thaiqm/core/form/form-definition.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { matchingProblem } from '@thaiqm/core/problem/found-problem.ts'
import type { Problem, Recheck } from '@thaiqm/core/problem/problem.ts'
import { oldProblemsFor } from '@thaiqm/core/rexray/old-problem.ts'
import { surveyFormInput } from '@thaiqm/core/survey/evaluate-survey.ts'
import type { Survey } from '@thaiqm/core/survey/survey.ts'

/** An answer that brings up a hardship, and what became of it in the record. */
export interface RaisingAnswer {
  readonly kindCode: string
  readonly memberId: string | null
  readonly question: Question | undefined
  readonly answer: AnswerValue
  /** `set-aside`: the surveyor said that it is no hardship. */
  readonly standing: 'new' | 'known' | 'set-aside'
}

/** What somebody who verifies a form has to look at. */
export interface VerifySummary {
  readonly rechecked: readonly { readonly problem: Problem; readonly recheck: Recheck | undefined }[]
  readonly raising: readonly RaisingAnswer[]
  /** Found in this round and brought up by no answer: seen on the visit. */
  readonly seenOnVisit: readonly Problem[]
  readonly same: readonly { readonly titleTh: string; readonly titleEn: string }[]
  /** Answers that this person may see. */
  readonly answered: number
}

/** A form as its verifier may see it; without what only designated officers see. */
export const verifySummary = (household: Household, survey: Survey, actor: Actor): VerifySummary => {
  const { roundId } = survey
  const rechecked = oldProblemsFor(household, roundId, actor).map(problem => ({
    problem,
    recheck: problem.rechecks.findLast(one => one.roundId === roundId),
  }))
  const found = household.problems.filter(p => p.foundInRoundId === roundId && seesProblem(actor, p))
  const form = compiledQuestionnaire(survey.formVersion)
  // A form of a version this app does not know yet: its hardships are told, its answers cannot be.
  if (form === undefined) {
    return { rechecked, raising: [], seenOnVisit: found, same: [], answered: 0 }
  }
  const { sections, raised } = evaluateForm(
    form,
    surveyFormInput(
      household,
      { ...survey, members: household.members, visitedAt: survey.begunAt },
      { ...decisionCatalogue, actor },
    ),
  )
  const asked = sections.flatMap(section => section.instances).flatMap(instance => instance.questions)
  const raising = raised
    .filter(({ kindCode }) => problemKindByCode.get(kindCode)?.restricted !== true || seesRestricted(actor))
    .map(({ kindCode, memberId, byQuestionId }): RaisingAnswer => {
      const state =
        asked.find(one => one.question.id === byQuestionId && (one.instanceId === memberId || memberId === null)) ??
        asked.find(one => one.question.id === byQuestionId)
      const match = matchingProblem(household, kindCode, memberId as never, 'live')
      const standing = match === undefined ? 'set-aside' : match.foundInRoundId === roundId ? 'new' : 'known'
      return { kindCode, memberId, question: state?.question, answer: state?.value ?? null, standing }
    })
  const isRaised = (problem: Problem) =>
    raising.some(one => one.kindCode === problem.kindCode && one.memberId === problem.memberId)
  return {
    rechecked,
    raising,
    seenOnVisit: found.filter(problem => !isRaised(problem)),
    same: sections.map(({ section }) => section).filter(section => survey.sameAsLastRound.includes(section.id)),
    answered: sections.reduce((sum, { progress }) => sum + progress.answered, 0),
  }
}
