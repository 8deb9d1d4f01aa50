import { surveyOf, verdictOn, visitedAt } from '@thaiqm/testing/filled-form.ts'
import {
  contextFor,
  headMember,
  householdAfter,
  importCommand,
  importedHousehold,
  oldProblem,
} from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/actor.ts'
import { systemActor } from '../access/actor.ts'
import type { Household } from '../household/household.ts'
import { decideHouseholdCommand } from '../household/household-command.ts'
import type { Day, Instant } from '../ledger/day.ts'
import type { ProblemId } from '../ledger/identifiers.ts'
import type { Verdict } from '../rexray/verdict.ts'
import type { SubmitSurveyInput } from './submit-survey.ts'

const submit = (household: Household, input: SubmitSurveyInput, actor: Actor = people.villageHead, now = visitedAt) =>
  decideHouseholdCommand(household, { type: 'SubmitSurvey', input }, contextFor(actor, now))

const house97 = importedHousehold([oldProblem(10, 'P204'), oldProblem(11, 'P411', 'IN_PROGRESS')])

describe('Re-X-Ray of old hardships', () => {
  test('all solved with evidence: the form is taken and the hardships are solved (scenario 2)', () => {
    const outcome = submit(
      house97,
      surveyOf(house97, people.villageHead, { verdicts: [verdictOn(10, 'R1'), verdictOn(11, 'R1')] }),
    )
    expect(outcome).toMatchObject({ ok: true })
    const after = householdAfter([
      { by: systemActor, command: importCommand([oldProblem(10, 'P204'), oldProblem(11, 'P411', 'IN_PROGRESS')]) },
      {
        by: people.villageHead,
        command: {
          type: 'SubmitSurvey',
          input: surveyOf(house97, people.villageHead, { verdicts: [verdictOn(10, 'R1'), verdictOn(11, 'R1')] }),
        },
      },
    ])
    expect(after.problems.map(p => p.state)).toEqual(['RESOLVED', 'RESOLVED'])
  })

  test.each<[string, Verdict, string]>([
    ['unfinished without a cause', verdictOn(10, 'R2', { planDueOn: '2024-03-01' as Day }), 'verdict-cause-missing'],
    ['unfinished without a plan day', verdictOn(10, 'R2', { cause: 'งบประมาณไม่พอ' }), 'verdict-plan-day-missing'],
    [
      'planned after the round’s deadline',
      verdictOn(10, 'R2', { cause: 'ก', planDueOn: '2024-10-01' as Day }),
      'due-day-after-deadline',
    ],
    ['planned for yesterday', verdictOn(10, 'R2', { cause: 'ก', planDueOn: '2024-01-11' as Day }), 'due-day-passed'],
    ['not begun without a cause', verdictOn(10, 'R3'), 'verdict-cause-missing'],
    ['solved without evidence', verdictOn(10, 'R1', { evidence: [] }), 'evidence-missing'],
    ['recorded in error without a reason', verdictOn(10, 'R5'), 'verdict-reason-missing'],
  ])('%s is refused (scenario 3)', (_, own, code) => {
    expect(
      submit(house97, surveyOf(house97, people.villageHead, { verdicts: [own, verdictOn(11, 'R1')] })),
    ).toMatchObject({ ok: false, code })
  })

  test('no old hardship is left without a verdict', () => {
    expect(submit(house97, surveyOf(house97, people.villageHead, { verdicts: [verdictOn(10, 'R1')] }))).toMatchObject({
      ok: false,
      code: 'verdict-missing',
    })
  })

  test('a restricted hardship waits for a designated officer: the village head neither needs it nor may judge it', () => {
    const household = importedHousehold([oldProblem(10, 'P204'), oldProblem(12, 'P601')])
    expect(
      submit(household, surveyOf(household, people.villageHead, { verdicts: [verdictOn(10, 'R1')] })),
    ).toMatchObject({ ok: true })
    expect(
      submit(
        household,
        surveyOf(household, people.villageHead, { verdicts: [verdictOn(10, 'R1'), verdictOn(12, 'R1')] }),
      ),
    ).toMatchObject({ ok: false, code: 'problem-unknown' })
    expect(
      submit(
        household,
        surveyOf(household, people.designatedOfficer, { verdicts: [verdictOn(10, 'R1')] }),
        people.designatedOfficer,
      ),
    ).toMatchObject({ ok: false, code: 'verdict-missing' })
  })
})

describe('what a form must have', () => {
  const whole = surveyOf(house97, people.villageHead, { verdicts: [verdictOn(10, 'R1'), verdictOn(11, 'R1')] })
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
    const input = surveyOf(household, people.villageHead, { verdicts: [verdictOn(10, 'R1')] })
    const outcome = submit(household, { ...input, raised, noNewProblem: false })
    expect(outcome).toMatchObject({ ok: true })
    expect(outcome.ok && outcome.value.filter(e => e.type === 'ProblemFound')).toEqual([])
    expect(outcome.ok && outcome.value.find(e => e.type === 'ProblemConfirmed')).toMatchObject({
      problemId: testId(13),
    })
  })
})

describe('deadlines (scenario 10)', () => {
  const whole = surveyOf(house97, people.villageHead, { verdicts: [verdictOn(10, 'R1'), verdictOn(11, 'R1')] })
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
