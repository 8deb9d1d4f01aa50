import { incomeLineBaht, remedyById } from '@thaiqm/catalogue/catalogue.ts'
import { headMember, householdAfter, importCommand } from '@thaiqm/testing/households.ts'
import { testId } from '@thaiqm/testing/people.ts'
import { describe, expect, test } from 'vitest'
import { systemActor } from '../access/actor.ts'
import type { AnswerValue } from '../form/form-answers.ts'
import type { Household } from '../household/household.ts'
import type { Day, Instant } from '../ledger/day.ts'
import type { MemberId, PersonId, RoundId, SurveyId } from '../ledger/identifiers.ts'
import type { Member } from '../member/member.ts'
import type { Survey } from '../survey/survey.ts'
import { eligibilityFor } from './eligibility.ts'
import type { EligibilityRule } from './eligibility-rule.ts'

const today = '2024-01-12' as Day
const born = (year: number): Member['birth'] => ({ day: `${year}-05-01` as Day, precision: 'day' })
const elder = headMember({ id: testId<MemberId>(1), birth: born(1950) })
const child = headMember({ id: testId<MemberId>(2), isHead: false, birth: born(2020) })
const stranger = headMember({ id: testId<MemberId>(3), isHead: false, birth: null })

const surveyed = (
  household: Record<string, AnswerValue>,
  members: Record<string, Record<string, AnswerValue>> = {},
): Survey => ({
  id: testId<SurveyId>(1),
  roundId: testId<RoundId>(0xc002),
  formVersion: 're-x-ray-2567',
  state: 'SUBMITTED',
  revision: 1,
  answers: { household, members, problems: {} },
  sameAsLastRound: [],
  noNewProblem: false,
  late: false,
  begunAt: '2024-01-10T02:00:00.000Z' as Instant,
  surveyedOn: '2024-01-10' as Day,
  submittedAt: '2024-01-10T02:00:00.000Z' as Instant,
  submittedBy: testId<PersonId>(1),
  verifiedAt: null,
  verifiedBy: null,
  certifiedAt: null,
  certifiedBy: null,
  returnReason: '',
})

const householdOf = (members: readonly Member[], survey?: Survey): Household => ({
  ...householdAfter([{ by: systemActor, command: importCommand([], { members: [...members] }) }]),
  surveys: survey === undefined ? [] : [survey],
})

const rulesOf = (remedyId: string): readonly EligibilityRule[] => remedyById.get(remedyId)?.eligibility ?? []
const judge = (remedyId: string, household: Household, memberId: MemberId | null = null) =>
  eligibilityFor(rulesOf(remedyId), memberId, { household, today, incomeLines: incomeLineBaht })

describe('who may have a remedy', () => {
  test('the elder allowance is for Thais of 60 and over, asked of the member concerned', () => {
    const household = householdOf([elder, child])
    expect(judge('H145', household, elder.id).verdict).toBe('eligible')
    expect(judge('H145', household, child.id)).toMatchObject({
      verdict: 'not-eligible',
      failed: [{ th: 'มีอายุ 60 ปีขึ้นไป' }],
    })
    const stateless = { ...elder, isThai: false }
    expect(judge('H145', householdOf([stateless]), stateless.id).failed.map(rule => rule.th)).toEqual(['มีสัญชาติไทย'])
  })

  test('an unknown age is asked for, never taken for a no', () => {
    const household = householdOf([stranger])
    expect(judge('H145', household, stranger.id)).toMatchObject({
      verdict: 'cannot-tell',
      failed: [],
      toAsk: [{ th: 'มีอายุ 60 ปีขึ้นไป' }],
    })
    expect(judge('H145', householdOf([])).verdict).toBe('cannot-tell')
  })

  test('what is asked of one person may not be met by two: an old man and a girl make no woman of 15', () => {
    const girl = { ...child, sex: 'female' as const }
    const household = householdOf([{ ...elder, sex: 'male' }, girl])
    expect(judge('H118', household).verdict).toBe('not-eligible')
    expect(judge('H118', householdOf([{ ...elder, sex: 'female' }, girl])).verdict).toBe('eligible')
  })

  test('the child grant needs a child of 6 or under and at most 100,000 baht a head in the year of the survey', () => {
    const withIncome = (baht: number) => householdOf([elder, child], surveyed({ Q701P: baht }))
    expect(judge('H149', withIncome(100_000), child.id).verdict).toBe('eligible')
    expect(judge('H149', withIncome(100_001), child.id).verdict).toBe('not-eligible')
    expect(judge('H149', householdOf([elder, child]), child.id).verdict).toBe('cannot-tell')
  })

  test('below the BMN line is below it: at 40,000 baht a household is no longer poor by it', () => {
    const withIncome = (baht: number) => judge('H108', householdOf([elder], surveyed({ Q701P: baht }))).verdict
    expect([withIncome(39_999), withIncome(40_000)]).toEqual(['eligible', 'not-eligible'])
  })

  test('a monthly line is held against a yearly income', () => {
    const withIncome = (baht: number) => judge('H088', householdOf([child], surveyed({ Q701P: baht }))).verdict
    expect([withIncome(36_000), withIncome(36_001)]).toEqual(['eligible', 'not-eligible'])
  })

  test('the disability allowance needs the card first', () => {
    const disabled = (card: AnswerValue) =>
      judge('H148', householdOf([elder], surveyed({}, { [elder.id]: { Q411: 'has', Q804: card } })), elder.id)
    expect(disabled('nopay').verdict).toBe('eligible')
    expect(disabled('nocard').failed.map(rule => rule.th)).toEqual(['มีบัตรประจำตัวคนพิการแล้ว'])
    expect(disabled('__declined').verdict).toBe('cannot-tell')
  })

  test('a card is held, not held, or not known to be', () => {
    const welfareCard: EligibilityRule = {
      anyOf: [{ needs: 'answer', scope: 'household', questionId: 'Q806', anyOf: ['have'] }],
      th: 'มีบัตรสวัสดิการแห่งรัฐ',
      en: 'holding a state welfare card',
      sourceTh: 'ทดสอบ',
      sourceEn: 'test',
      confirmed: false,
    }
    const held = (survey?: Survey) =>
      eligibilityFor([welfareCard], null, {
        household: householdOf([elder], survey),
        today,
        incomeLines: incomeLineBaht,
      })
    expect(held(surveyed({ Q806: 'have' })).verdict).toBe('eligible')
    expect(held(surveyed({ Q806: 'not_eligible' })).verdict).toBe('not-eligible')
    expect(held(surveyed({})).verdict).toBe('cannot-tell')
    expect(held().toAsk).toEqual([welfareCard])
  })

  test('either of two is enough: elder or disabled', () => {
    const disabledChild = surveyed({}, { [child.id]: { Q411: 'needs_device' } })
    expect(judge('H035', householdOf([elder, child])).verdict).toBe('eligible')
    expect(judge('H035', householdOf([child], disabledChild)).verdict).toBe('eligible')
    expect(judge('H035', householdOf([child], surveyed({}, { [child.id]: { Q411: 'none' } }))).verdict).toBe(
      'not-eligible',
    )
  })

  test('one that is given in certain areas only is not for others', () => {
    const rule: EligibilityRule = {
      anyOf: [{ needs: 'area', codes: ['4902', '490105'] }],
      th: 'อยู่ในพื้นที่โครงการ',
      en: 'in the project area',
      sourceTh: 'ทดสอบ',
      sourceEn: 'test',
      confirmed: false,
    }
    const context = { household: householdOf([elder]), today, incomeLines: incomeLineBaht }
    expect(eligibilityFor([rule], null, context).verdict).toBe('eligible')
    const elsewhere = { ...rule, anyOf: [{ needs: 'area' as const, codes: ['4902'] }] }
    expect(eligibilityFor([elsewhere], null, context).verdict).toBe('not-eligible')
  })

  test('without a rule nothing is promised and nothing refused', () => {
    expect(judge('H037', householdOf([elder])).verdict).toBe('no-rule')
  })
})
