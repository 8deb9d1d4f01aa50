import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { CompiledForm } from '@thaiqm/core/form/compile-form.ts'
import {
  evaluateForm,
  type FormEvaluation,
  type Progress,
  type QuestionPlace,
} from '@thaiqm/core/form/evaluate-form.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { matchingProblem } from '@thaiqm/core/problem/found-problem.ts'
import type { Problem } from '@thaiqm/core/problem/problem.ts'
import { isRechecked, oldProblemsFor } from '@thaiqm/core/rexray/old-problem.ts'
import { deadlinesFor, type Round } from '@thaiqm/core/round/round.ts'
import { missingAnswers, surveyFormInput } from '@thaiqm/core/survey/evaluate-survey.ts'
import { verdictLacks } from '../rexray/verdict-needs.ts'
import { type Draft, raiseKey } from './draft.ts'
import { answersWithHeld, isAskedHere } from './held-answers.ts'

/** A hardship the form brings up: by an answer or by hand. */
export interface Raise {
  readonly key: string
  readonly kindCode: string
  readonly memberId: string | null
  /** The question whose answer raised it; null when it was added by hand. */
  readonly byQuestionId: string | null
  /** `new`; `known`: a live one is confirmed; `again`: a solved one has come back. */
  readonly standing: 'new' | 'known' | 'again'
  readonly removedBecause: string | undefined
}

export type StepState = 'done' | 'begun' | 'untouched'

export interface Step {
  /** The section's id, or `summary`. */
  readonly id: string
  readonly titleTh: string
  readonly titleEn: string
  readonly progress: Progress
  readonly state: StepState
}

/** What a step lacks before the form can be sent, besides answers to questions. */
export type Lack =
  | 'notice'
  | 'members'
  | 'head'
  | 'missed-reason'
  | 'verdicts'
  | 'removal-reasons'
  | 'no-new-problem'
  | 'invalid-answers'

export interface DraftState {
  readonly form: CompiledForm
  readonly evaluation: FormEvaluation
  readonly oldProblems: readonly Problem[]
  readonly raises: readonly Raise[]
  readonly newProblems: number
  readonly steps: readonly Step[]
  readonly missing: readonly QuestionPlace[]
  readonly lacks: readonly { readonly step: string; readonly lack: Lack }[]
  readonly resolveBy: Day
}

export interface DraftSurroundings {
  readonly household: Household
  readonly round: Round
  readonly actor: Actor
  readonly today: Day
}

const standingOf = (household: Household, roundId: string, kindCode: string, memberId: string | null) => {
  const live = matchingProblem(household, kindCode, memberId as never, 'live')
  // One first found in this very round is still new, though the form is sent a second time.
  if (live !== undefined) return live.foundInRoundId === roundId ? 'new' : 'known'
  return matchingProblem(household, kindCode, memberId as never, 'solved') === undefined ? 'new' : 'again'
}

const raisesOf = (draft: Draft, evaluation: FormEvaluation, household: Household): readonly Raise[] => {
  const found = [
    ...evaluation.raised.map(({ kindCode, memberId, byQuestionId }) => ({ kindCode, memberId, byQuestionId })),
    ...draft.added.map(({ kindCode, memberId }) => ({ kindCode, memberId, byQuestionId: null })),
  ]
  const byKey = new Map<string, Raise>()
  for (const raise of found) {
    const key = raiseKey(raise)
    if (byKey.has(key)) continue
    const standing = standingOf(household, draft.roundId, raise.kindCode, raise.memberId)
    byKey.set(key, { ...raise, key, standing, removedBecause: draft.removed[key] })
  }
  return [...byKey.values()]
}

/** A section of the form that this household has a page for; the old hardships' only when there are any. */
const hasPage = (section: CompiledForm['sections'][number]['section'], oldProblems: number): boolean => {
  if (section.questions.every(q => q.scope === 'problem')) return oldProblems > 0
  return section.questions.some(q => q.type !== 'signature')
}

const stateOf = ({ answered, asked }: Progress, isTouched: boolean): StepState =>
  asked === answered && (asked > 0 || isTouched) ? 'done' : answered > 0 || isTouched ? 'begun' : 'untouched'

/** Everything the survey's screens show, computed from the draft: steps and their progress, what it raises, what it lacks. */
export const draftState = (draft: Draft, around: DraftSurroundings): DraftState | undefined => {
  const { household, round, actor, today } = around
  const form = decisionCatalogue.findForm(draft.formVersion)
  if (form === undefined) return undefined
  const asDraft = { ...draft, answers: answersWithHeld(draft, household) }
  const evaluation = evaluateForm(
    form,
    surveyFormInput(household, asDraft, { actor, thresholdBaht: decisionCatalogue.thresholdBaht }),
  )
  const oldProblems = oldProblemsFor(household, round.id, actor)
  const { resolveBy } = deadlinesFor(round, household.areaCode)
  const raises = raisesOf(draft, evaluation, household)
  const newProblems = raises.filter(r => r.removedBecause === undefined && r.standing === 'new').length
  const missing = missingAnswers(evaluation, draft.sameAsLastRound)
  const openVerdicts = oldProblems.filter(p => {
    const given = draft.verdicts[p.id]
    return (given !== undefined || !isRechecked(p, round.id)) && verdictLacks(given, { today, resolveBy }).length > 0
  }).length
  const isMissedUnsaid =
    household.origin === 'REGISTRY' && household.missedReason === null && draft.missedReason === null
  const heads = draft.members.filter(m => m.isHead).length

  const sections = form.sections.map(s => s.section).filter(section => hasPage(section, oldProblems.length))
  const ownWork = (id: string): Progress => {
    if (id === 'visit') return { asked: 1, answered: draft.noticeGiven ? 1 : 0 }
    if (id === 'household') return { asked: isMissedUnsaid ? 1 : 0, answered: 0 }
    if (id === 'members') return { asked: 1, answered: draft.members.length > 0 && heads === 1 ? 1 : 0 }
    if (id === 're-x-ray') return { asked: oldProblems.length, answered: oldProblems.length - openVerdicts }
    return { asked: 0, answered: 0 }
  }
  const steps = sections.map((section): Step => {
    const own = ownWork(section.id)
    const asked = evaluation.sections.find(s => s.section.id === section.id)
    const isSame = draft.sameAsLastRound.includes(section.id)
    const questions = isSame
      ? { asked: 1, answered: 1 }
      : (asked?.instances ?? [])
          .flatMap(instance => instance.questions)
          .filter(q => q.relevant && q.question.type !== 'calculate' && isAskedHere(q.question))
          .filter(q => q.required || q.answered)
          .reduce((sum, q) => ({ asked: sum.asked + 1, answered: sum.answered + (q.answered ? 1 : 0) }), {
            asked: 0,
            answered: 0,
          })
    const progress = { asked: own.asked + questions.asked, answered: own.answered + questions.answered }
    return {
      id: section.id,
      titleTh: section.titleTh,
      titleEn: section.titleEn,
      progress,
      state: stateOf(progress, isSame),
    }
  })
  const lacks: { step: string; lack: Lack }[] = []
  if (!draft.noticeGiven) lacks.push({ step: 'visit', lack: 'notice' })
  if (isMissedUnsaid) lacks.push({ step: 'household', lack: 'missed-reason' })
  if (draft.members.length === 0) lacks.push({ step: 'members', lack: 'members' })
  else if (heads !== 1) lacks.push({ step: 'members', lack: 'head' })
  if (openVerdicts > 0) lacks.push({ step: 're-x-ray', lack: 'verdicts' })
  for (const violation of evaluation.violations.filter(v => v.severity === 'block')) {
    lacks.push({ step: violation.sectionId, lack: 'invalid-answers' })
  }
  if (raises.some(r => r.removedBecause !== undefined && r.removedBecause.trim() === '')) {
    lacks.push({ step: 'summary', lack: 'removal-reasons' })
  }
  if (newProblems === 0 && !draft.saysNoNewProblem) lacks.push({ step: 'summary', lack: 'no-new-problem' })
  return { form, evaluation, oldProblems, raises, newProblems, steps, missing, lacks, resolveBy }
}
