import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { SubmitSurveyInput } from '@thaiqm/core/survey/submit-survey.ts'
import { surveyOf, verdictOn } from '@thaiqm/testing/filled-form.ts'
import { householdAfter, importCommand, importedHousehold, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { answerText } from './answer-text.ts'
import { verifySummary } from './verify-summary.ts'

const old = [oldProblem(0x10, 'P207')]
const before = importedHousehold(old)

const after = (over: Partial<SubmitSurveyInput>): Household => {
  const input = surveyOf(before, people.villageHead, {
    verdicts: [verdictOn(0x10, 'R1')],
    answers: { household: { Q501: ['roof', 'wall'], Q503: 'unsafe' }, members: {}, problems: {} },
    noNewProblem: false,
    ...over,
  })
  return householdAfter([
    { by: systemActor, command: importCommand(old) },
    { by: people.villageHead, command: { type: 'SubmitSurvey', input } },
  ])
}

const raise = (n: number, kindCode: string) => ({
  problemId: testId<ProblemId>(n),
  kindCode,
  memberId: null,
  description: 'เห็นที่บ้าน',
})

const summaryFor = (household: Household, actor: Actor = people.tambonOfficer) => {
  const [survey] = household.surveys
  if (survey === undefined) throw new Error('the form was sent')
  return verifySummary(household, survey, actor)
}

const setAside = [{ kindCode: 'P205', memberId: null, reason: 'แก้ไขแล้ว' }]

test('a verifier is told each old hardship’s result, the answers that raise one, and what was seen on the visit', () => {
  const household = after({ raised: [raise(0x20, 'P201'), raise(0x21, 'P203')], removed: setAside })
  const { rechecked, raising, seenOnVisit, answered } = summaryFor(household)
  expect(rechecked.map(({ problem, recheck }) => [problem.kindCode, recheck?.verdict])).toEqual([['P207', 'R1']])
  expect(
    raising.map(({ kindCode, question, answer, standing }) => [
      kindCode,
      question === undefined ? '' : answerText(question, answer, 'th'),
      standing,
    ]),
  ).toEqual([
    ['P201', expect.stringContaining(', '), 'new'],
    ['P205', expect.stringMatching(/\S/), 'set-aside'],
  ])
  expect(seenOnVisit.map(problem => problem.kindCode)).toEqual(['P203'])
  expect(answered).toBeGreaterThan(20)
})

test('a form of a version this app does not know is told without its answers', () => {
  const household = after({ raised: [raise(0x20, 'P201')], removed: setAside })
  const [survey] = household.surveys
  if (survey === undefined) throw new Error('the form was sent')
  const { raising, seenOnVisit, rechecked } = verifySummary(
    household,
    { ...survey, formVersion: 're-x-ray-2599' },
    people.tambonOfficer,
  )
  expect([raising.length, seenOnVisit.length, rechecked.length]).toEqual([0, 1, 1])
})

test('what only designated officers see is not told to others', () => {
  const household = after({
    answers: { household: { Q903: 'violence' }, members: {}, problems: {} },
    raised: [raise(0x22, 'P604')],
    removed: [],
  })
  const kinds = (actor: Actor) => summaryFor(household, actor).raising.map(one => one.kindCode)
  expect(kinds(people.tambonOfficer)).toEqual([])
  expect(kinds(people.designatedOfficer)).toEqual(['P604'])
})
