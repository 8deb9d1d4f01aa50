import { compiledQuestionnaire } from '@thaiqm/catalogue/catalogue.ts'
import {
  contextFor,
  headMember,
  householdAfter,
  importCommand,
  importedHousehold,
  oldProblem,
  reXrayRound,
} from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/actor.ts'
import { systemActor } from '../access/actor.ts'
import { evaluateForm } from '../form/evaluate-form.ts'
import type { AnswerValue, FormAnswers } from '../form/form-answers.ts'
import type { Household } from '../household/household.ts'
import { decideHouseholdCommand } from '../household/household-command.ts'
import type { Day, Instant } from '../ledger/day.ts'
import type { ProblemId, SurveyId } from '../ledger/identifiers.ts'
import type { Verdict, VerdictCode } from '../rexray/verdict.ts'
import { surveyFormInput } from './evaluate-survey.ts'
import type { SubmitSurveyInput } from './submit-survey.ts'

const form = compiledQuestionnaire('re-x-ray-2567')
if (form === undefined) throw new Error('the questionnaire is there')

const verdict = (n: number, code: VerdictCode, over: Partial<Verdict> = {}): Verdict => ({
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

const visitedAt = '2024-01-12T02:00:00.000Z' as Instant

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

const surveyOf = (household: Household, actor: Actor, over: Partial<SubmitSurveyInput> = {}): SubmitSurveyInput => {
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

const submit = (household: Household, input: SubmitSurveyInput, actor: Actor = people.villageHead, now = visitedAt) =>
  decideHouseholdCommand(household, { type: 'SubmitSurvey', input }, contextFor(actor, now))

const house97 = importedHousehold([oldProblem(10, 'P204'), oldProblem(11, 'P411', 'IN_PROGRESS')])

describe('Re-X-Ray of old hardships', () => {
  test('all solved with evidence: the form is taken and the hardships are solved (scenario 2)', () => {
    const outcome = submit(
      house97,
      surveyOf(house97, people.villageHead, { verdicts: [verdict(10, 'R1'), verdict(11, 'R1')] }),
    )
    expect(outcome).toMatchObject({ ok: true })
    const after = householdAfter([
      { by: systemActor, command: importCommand([oldProblem(10, 'P204'), oldProblem(11, 'P411', 'IN_PROGRESS')]) },
      {
        by: people.villageHead,
        command: {
          type: 'SubmitSurvey',
          input: surveyOf(house97, people.villageHead, { verdicts: [verdict(10, 'R1'), verdict(11, 'R1')] }),
        },
      },
    ])
    expect(after.problems.map(p => p.state)).toEqual(['RESOLVED', 'RESOLVED'])
  })

  test.each<[string, Verdict, string]>([
    ['unfinished without a cause', verdict(10, 'R2', { planDueOn: '2024-03-01' as Day }), 'verdict-cause-missing'],
    ['unfinished without a plan day', verdict(10, 'R2', { cause: 'งบประมาณไม่พอ' }), 'verdict-plan-day-missing'],
    [
      'planned after the round’s deadline',
      verdict(10, 'R2', { cause: 'ก', planDueOn: '2024-10-01' as Day }),
      'due-day-after-deadline',
    ],
    ['planned for yesterday', verdict(10, 'R2', { cause: 'ก', planDueOn: '2024-01-11' as Day }), 'due-day-passed'],
    ['not begun without a cause', verdict(10, 'R3'), 'verdict-cause-missing'],
    ['solved without evidence', verdict(10, 'R1', { evidence: [] }), 'evidence-missing'],
    ['recorded in error without a reason', verdict(10, 'R5'), 'verdict-reason-missing'],
  ])('%s is refused (scenario 3)', (_, own, code) => {
    expect(
      submit(house97, surveyOf(house97, people.villageHead, { verdicts: [own, verdict(11, 'R1')] })),
    ).toMatchObject({ ok: false, code })
  })

  test('no old hardship is left without a verdict', () => {
    expect(submit(house97, surveyOf(house97, people.villageHead, { verdicts: [verdict(10, 'R1')] }))).toMatchObject({
      ok: false,
      code: 'verdict-missing',
    })
  })

  test('a restricted hardship waits for a designated officer: the village head neither needs it nor may judge it', () => {
    const household = importedHousehold([oldProblem(10, 'P204'), oldProblem(12, 'P601')])
    expect(submit(household, surveyOf(household, people.villageHead, { verdicts: [verdict(10, 'R1')] }))).toMatchObject(
      { ok: true },
    )
    expect(
      submit(household, surveyOf(household, people.villageHead, { verdicts: [verdict(10, 'R1'), verdict(12, 'R1')] })),
    ).toMatchObject({ ok: false, code: 'problem-unknown' })
    expect(
      submit(
        household,
        surveyOf(household, people.designatedOfficer, { verdicts: [verdict(10, 'R1')] }),
        people.designatedOfficer,
      ),
    ).toMatchObject({ ok: false, code: 'verdict-missing' })
  })
})

describe('what a form must have', () => {
  const whole = surveyOf(house97, people.villageHead, { verdicts: [verdict(10, 'R1'), verdict(11, 'R1')] })
  test.each<[string, Partial<SubmitSurveyInput>, string]>([
    ['the notice read', { noticeGiven: false }, 'notice-missing'],
    ['somebody in the house', { members: [] }, 'member-missing'],
    ['one head', { members: [headMember({ isHead: false })] }, 'head-missing'],
    ['its answers', { answers: { household: {}, members: {}, problems: {} } }, 'answers-missing'],
    ['a known form', { formVersion: 'x' }, 'form-unknown'],
    ['the explicit "no new problem"', { noNewProblem: false }, 'new-problem-unanswered'],
  ])('%s', (_, over, code) => {
    expect(submit(house97, { ...whole, ...over })).toMatchObject({ ok: false, code })
  })

  test('what the answers raise is confirmed or taken out with a reason, never passed over', () => {
    const raisedByHand = { problemId: testId<ProblemId>(77), kindCode: 'P205', memberId: null, description: '' }
    expect(submit(house97, { ...whole, raised: [raisedByHand], noNewProblem: false })).toMatchObject({ ok: true })
    expect(submit(house97, { ...whole, raised: [raisedByHand] })).toMatchObject({
      ok: false,
      code: 'no-new-problem-contradicted',
    })
    if (whole.removed.length > 0)
      expect(submit(house97, { ...whole, removed: whole.removed.map(r => ({ ...r, reason: ' ' })) })).toMatchObject({
        ok: false,
        code: 'removal-reason-missing',
      })
  })

  test('a solved hardship of the same kind comes back instead of doubling; a hidden live one is confirmed without telling', () => {
    const household = importedHousehold([oldProblem(10, 'P204'), oldProblem(13, 'P601')])
    const raised = [{ problemId: testId<ProblemId>(78), kindCode: 'P601', memberId: null, description: '' }]
    const input = surveyOf(household, people.villageHead, { verdicts: [verdict(10, 'R1')] })
    const outcome = submit(household, { ...input, raised, noNewProblem: false })
    expect(outcome).toMatchObject({ ok: true })
    expect(outcome.ok && outcome.value.filter(e => e.type === 'ProblemFound')).toEqual([])
    expect(outcome.ok && outcome.value.find(e => e.type === 'ProblemConfirmed')).toMatchObject({
      problemId: testId(13),
    })
  })
})

describe('deadlines (scenario 10)', () => {
  const whole = surveyOf(house97, people.villageHead, { verdicts: [verdict(10, 'R1'), verdict(11, 'R1')] })
  const afterMidnight = '2024-01-31T17:05:00.000Z' as Instant

  test('five past midnight a village head cannot begin; one begun in time may still be sent in the grace', () => {
    expect(submit(house97, { ...whole, begunAt: afterMidnight }, people.villageHead, afterMidnight)).toMatchObject({
      ok: false,
      code: 'recording-closed',
    })
    expect(submit(house97, whole, people.villageHead, afterMidnight)).toMatchObject({ ok: true })
  })

  test('whoever may record late does, and the form says so', () => {
    const permitted = { ...people.districtOfficer, mayRecordLate: true }
    const outcome = submit(house97, { ...whole, begunAt: afterMidnight }, permitted, afterMidnight)
    expect(outcome.ok && outcome.value.find(e => e.type === 'SurveySubmitted')).toMatchObject({ late: true })
  })
})
