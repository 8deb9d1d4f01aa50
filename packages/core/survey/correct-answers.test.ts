import { form, surveyOf } from '@thaiqm/testing/filled-form.ts'
import { contextFor, householdAfter, importCommand, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, systemActor } from '../access/actor.ts'
import { evolveHousehold } from '../household/evolve-household.ts'
import type { Household } from '../household/household.ts'
import { decideHouseholdCommand } from '../household/household-command.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { ProblemId, SurveyId } from '../ledger/identifiers.ts'
import { type CorrectAnswersInput, correctionEffect } from './correct-answers.ts'
import { tellChanges } from './tell-change.ts'

const begun = [{ by: systemActor, command: importCommand([]) }]
const filled = () => {
  const before = householdAfter(begun)
  const mildest = surveyOf(before, people.villageHead)
  const income = { Q701A: 90_000, Q701B: 0, Q701C: 0, Q701D: 0 }
  return { ...mildest, answers: { ...mildest.answers, household: { ...mildest.answers.household, ...income } } }
}
const id = testId<SurveyId>(500)
const certified = householdAfter([
  ...begun,
  { by: people.villageHead, command: { type: 'SubmitSurvey', input: filled() } },
  { by: people.tambonOfficer, command: { type: 'VerifySurvey', input: { surveyId: id } } },
  { by: people.districtChief, command: { type: 'CertifySurvey', input: { surveyId: id } } },
])

const correction = (
  household: CorrectAnswersInput['answers']['household'],
  over: Partial<CorrectAnswersInput> = {},
) => ({
  type: 'CorrectAnswers' as const,
  input: {
    surveyId: id,
    answers: { household, members: {}, problems: {} },
    raised: [],
    removed: [],
    reason: 'ครัวเรือนแสดงเอกสารรายได้',
    ...over,
  },
})
const decide = (command: ReturnType<typeof correction>, actor: Actor = people.districtOfficer, of = certified) =>
  decideHouseholdCommand(of, command, contextFor(actor))
const after = (household: Household, events: readonly HouseholdEvent[], actor: Actor = people.districtOfficer) =>
  events.reduce<Household>(
    (now, event) => evolveHousehold(now.id, now, { event, at: roundMorning, by: actor.personId }),
    household,
  )

describe('an answer put right at the household’s request (scenario 21)', () => {
  test('the form stays certified, has one more revision, and the answer is by the corrector’s hand', () => {
    const decided = decide(correction({ Q701A: 80_000 }))
    if (!decided.ok) throw new Error(decided.code)
    expect(decided.value[0]).toMatchObject({
      type: 'AnswersCorrected',
      changes: expect.arrayContaining([
        { scope: 'household', instanceId: null, questionId: 'Q701A', from: 90_000, to: 80_000 },
        { scope: 'household', instanceId: null, questionId: 'Q701', from: 90_000, to: 80_000 },
      ]),
    })
    const [survey] = after(certified, decided.value).surveys
    const [before] = certified.surveys
    expect(survey).toMatchObject({ state: 'CERTIFIED', revision: (before?.revision ?? 0) + 1 })
    expect(survey?.answers.household).toMatchObject({ Q701A: 80_000, Q701: 80_000, Q701B: 0 })
    expect(survey?.otherHands?.['household//Q701A']).toEqual({ by: people.districtOfficer.personId, at: roundMorning })
    expect(survey?.submittedBy).toBe(people.villageHead.personId)
  })

  test('old and new stand beside each other in words, without what the reader may not see', () => {
    const decided = decide(correction({ Q701A: 80_000 }))
    if (!decided.ok || decided.value[0]?.type !== 'AnswersCorrected') throw new Error('corrected')
    const { changes } = decided.value[0]
    const told = tellChanges(changes, form, certified.members, () => false, 'th')
    expect(told).toContain('รายได้ครัวเรือนรวมต่อปี 90,000 บาท/ปี → 80,000 บาท/ปี')
    expect(tellChanges(changes, form, certified.members, () => true, 'th')).toBe('')
  })

  test('what the lower income raises is named, and is found only when the officer takes it up or says why not', () => {
    const lower = correction({ Q701A: 12_000 })
    const effect = correctionEffect(certified, lower.input, contextFor(people.districtOfficer))
    expect(effect).toEqual({
      raised: [expect.objectContaining({ kindCode: 'P401', memberId: null })],
      noLongerRaised: [],
    })
    expect(decide(lower)).toMatchObject({ ok: false, code: 'raised-differs', details: { kinds: ['P401'] } })
    const problem = { problemId: testId<ProblemId>(77), kindCode: 'P401', memberId: null, description: '' }
    const taken = decide(correction({ Q701A: 12_000 }, { raised: [problem] }))
    if (!taken.ok) throw new Error(taken.code)
    const now = after(certified, taken.value)
    expect(now.problems.map(p => [p.kindCode, p.state])).toEqual([['P401', 'OPEN']])
    const out = { kindCode: 'P401', memberId: null, reason: 'มีเงินออมเพียงพอ' }
    expect(decide(correction({ Q701A: 12_000 }, { removed: [out] })).ok).toBe(true)
    expect(decide(correction({ Q701A: 12_000 }, { removed: [{ ...out, reason: ' ' }] }))).toMatchObject({
      code: 'removal-reason-missing',
    })

    // Back to the old income: the hardship is said to be no longer raised, and stays.
    const back = correction({ Q701A: 90_000 })
    expect(correctionEffect(now, back.input, contextFor(people.districtOfficer)).noLongerRaised).toMatchObject([
      { kindCode: 'P401' },
    ])
    const undone = decide(back, people.districtOfficer, now)
    if (!undone.ok) throw new Error(undone.code)
    expect(after(now, undone.value).problems.map(p => p.state)).toEqual(['OPEN'])
  })

  test.each([
    ['by a village head', correction({ Q701A: 1 }), people.villageHead, 'not-permitted'],
    ['in another district', correction({ Q701A: 1 }), people.foreignOfficer, 'outside-area'],
    ['without a reason', correction({ Q701A: 80_000 }, { reason: ' ' }), people.districtOfficer, 'reason-missing'],
    ['of a question there is not', correction({ Q000: 1 }), people.districtOfficer, 'question-unknown'],
    ['of what the form calculates', correction({ Q701: 1 }), people.districtOfficer, 'question-unknown'],
    ['with a value that does not fit', correction({ Q701A: -5 }), people.districtOfficer, 'answers-missing'],
    ['to nothing', correction({ Q701A: null }), people.districtOfficer, 'answers-missing'],
    ['to what it was', correction({ Q701A: 90_000 }), people.districtOfficer, 'answer-unchanged'],
    [
      'of a restricted question, undesignated',
      correction({ Q902: 'yes' }),
      people.districtOfficer,
      'question-restricted',
    ],
    [
      'of no form',
      correction({ Q701A: 1 }, { surveyId: testId<SurveyId>(9) }),
      people.districtOfficer,
      'survey-unknown',
    ],
  ])('not %s', (_, command, actor, code) => {
    expect(decide(command, actor)).toMatchObject({ ok: false, code })
  })

  test('not over what somebody changed meanwhile', () => {
    const first = decide(correction({ Q701A: 80_000 }))
    if (!first.ok) throw new Error(first.code)
    const now = after(certified, first.value)
    const late = decideHouseholdCommand(now, correction({ Q701A: 85_000 }), {
      ...contextFor(people.districtOfficer),
      seen: certified,
    })
    expect(late).toMatchObject({ ok: false, code: 'changed-by-another' })
  })

  test('whatever sequence of corrections: no other given answer moves, and each step says the value that stood', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 60_000, max: 900_000 }), { maxLength: 6 }), incomes => {
        let now = certified
        for (const income of incomes) {
          const stood = now.surveys[0]?.answers.household.Q701B
          const decided = decide(correction({ Q701B: income }), people.districtOfficer, now)
          if (!decided.ok) {
            expect(decided.code).toBe('answer-unchanged')
            continue
          }
          const [fact] = decided.value
          if (fact?.type !== 'AnswersCorrected') throw new Error('corrected')
          expect(fact.changes.find(c => c.questionId === 'Q701B')).toMatchObject({ from: stood, to: income })
          now = after(now, decided.value)
        }
        const { Q701B: _b, Q701: _t, Q701P: _p, ...rest } = now.surveys[0]?.answers.household ?? {}
        const { Q701B: _b0, Q701: _t0, Q701P: _p0, ...same } = certified.surveys[0]?.answers.household ?? {}
        expect(rest).toEqual(same)
      }),
      { numRuns: 30 },
    )
  })
})
