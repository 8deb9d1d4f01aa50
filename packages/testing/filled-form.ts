import { compiledQuestionnaire } from '@thaiqm/catalogue/catalogue.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { CompiledForm } from '@thaiqm/core/form/compile-form.ts'
import { evaluateForm } from '@thaiqm/core/form/evaluate-form.ts'
import type { AnswerValue, FormAnswers } from '@thaiqm/core/form/form-answers.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { ProblemId, SurveyId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Verdict, VerdictCode } from '@thaiqm/core/rexray/verdict.ts'
import { surveyFormInput } from '@thaiqm/core/survey/evaluate-survey.ts'
import type { SubmitSurveyInput } from '@thaiqm/core/survey/submit-survey.ts'
import { contextFor, headMember, reXrayRound } from './households.ts'
import { testId } from './people.ts'

const theForm = (): CompiledForm => {
  const found = compiledQuestionnaire('re-x-ray-2567')
  if (found === undefined) throw new Error('the questionnaire is there')
  return found
}

export const form = theForm()

export const verdictOn = (n: number, code: VerdictCode, over: Partial<Verdict> = {}): Verdict => ({
  problemId: testId<ProblemId>(n),
  verdict: code,
  causeCodes: [],
  cause: '',
  planDueOn: null,
  evidence: code === 'R1' ? [{ kind: 'witness', words: 'ซ่อมเสร็จแล้ว', witness: 'เพื่อนบ้าน' }] : [],
  reason: '',
  helpers: '',
  ...over,
})

export const visitedAt = '2024-01-12T02:00:00.000Z' as Instant

/** Answers every question that is asked until the form is whole: the mildest choice first, so that nothing is raised. */
const answerAll = (household: Household, actor: Actor, base: SubmitSurveyInput): FormAnswers => {
  let answers: FormAnswers = base.answers
  for (let turn = 0; turn < 400; turn += 1) {
    const input = surveyFormInput(household, { ...base, answers }, contextFor(actor))
    const evaluated = evaluateForm(form, input)
    const next = evaluated.missing[0]
    if (next === undefined) return answers
    const question = form.inOrder.find(q => q.question.id === next.questionId)?.question
    if (question === undefined) throw new Error(next.questionId)
    const tries: AnswerValue[] = [
      ...(question.choices ?? []).map(choice => (question.type === 'multi' ? [choice.value] : choice.value)),
      'no',
      'yes',
      0,
      150_000,
      3000,
      true,
      'ไม่มี',
    ]
    const put = (value: AnswerValue): FormAnswers => {
      if (question.scope === 'household')
        return { ...answers, household: { ...answers.household, [question.id]: value } }
      const room = question.scope === 'member' ? 'members' : 'problems'
      const id = next.instanceId ?? ''
      return { ...answers, [room]: { ...answers[room], [id]: { ...answers[room][id], [question.id]: value } } }
    }
    const score = (value: AnswerValue) => {
      const tried = evaluateForm(form, surveyFormInput(household, { ...base, answers: put(value) }, contextFor(actor)))
      const stillMissing = tried.missing.some(m => m.questionId === next.questionId && m.instanceId === next.instanceId)
      return (stillMissing ? 1000 : 0) + tried.violations.length * 100 + tried.raised.length
    }
    const best = tries.reduce((a, b) => (score(b) < score(a) ? b : a))
    answers = put(best)
  }
  throw new Error('the form could not be filled in')
}

/** A form filled in whole, mildest answers first; what it raises is taken out with a reason unless told otherwise. */
export const surveyOf = (
  household: Household,
  actor: Actor,
  over: Partial<SubmitSurveyInput> = {},
): SubmitSurveyInput => {
  const base: SubmitSurveyInput = {
    surveyId: testId<SurveyId>(500),
    roundId: reXrayRound.id,
    formVersion: 're-x-ray-2567',
    begunAt: visitedAt,
    visitedAt,
    noticeGiven: true,
    position: null,
    photos: [],
    address: household.address,
    phone: household.phone,
    missedReason: null,
    members: household.members.length > 0 ? [...household.members] : [headMember()],
    verdicts: [],
    answers: { household: {}, members: {}, problems: {} },
    sameAsLastRound: [],
    raised: [],
    removed: [],
    noNewProblem: true,
    note: '',
    ...over,
  }
  const answers = answerAll(household, actor, base)
  const evaluated = evaluateForm(form, surveyFormInput(household, { ...base, answers }, contextFor(actor)))
  const removed = evaluated.raised.map(r => ({
    kindCode: r.kindCode,
    memberId: r.memberId as never,
    reason: 'ไม่ใช่ความเดือดร้อนจริง',
  }))
  return { ...base, answers, removed: over.raised === undefined ? removed : (over.removed ?? removed) }
}
