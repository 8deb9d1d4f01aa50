import { incomeLineBaht } from '@thaiqm/catalogue/catalogue.ts'
import { form, surveyOf } from '@thaiqm/testing/filled-form.ts'
import { headMember, householdAfter, importCommand } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { systemActor } from '../access/actor.ts'
import type { Day } from '../ledger/day.ts'
import type { MemberId } from '../ledger/identifiers.ts'
import {
  type HouseholdProfile,
  isAlike,
  profileFeatures,
  profileOf,
  profileText,
  readProfile,
  similarity,
} from './household-profile.ts'

const today = '2024-01-12' as Day

const anyProfile = fc.record(
  Object.fromEntries(profileFeatures.map(feature => [feature, fc.constantFrom('yes', 'no', 'unknown')])),
) as fc.Arbitrary<HouseholdProfile>

describe('what a household is like', () => {
  test('before any form, only what the register tells is known', () => {
    const elder = headMember({ birth: { day: '1950-05-01' as Day, precision: 'day' } })
    const household = householdAfter([{ by: systemActor, command: importCommand([], { members: [elder] }) }])
    expect(profileOf(household, today, incomeLineBaht)).toEqual({
      'has-elder': 'yes',
      'has-child': 'no',
      'has-dependent': 'unknown',
      'below-income-line': 'unknown',
      'is-small': 'yes',
      'can-develop': 'unknown',
      'has-farmland': 'unknown',
      'has-earner': 'no',
    })
  })

  test('a member of unknown age leaves open whether there is an elder', () => {
    const members = [headMember(), headMember({ id: testId<MemberId>(2), isHead: false, birth: null })]
    const household = householdAfter([{ by: systemActor, command: importCommand([], { members }) }])
    expect(profileOf(household, today, incomeLineBaht)['has-elder']).toBe('unknown')
  })

  test('a form that was sent fills in the rest', () => {
    const before = householdAfter([{ by: systemActor, command: importCommand([]) }])
    const survey = surveyOf(before, people.tambonOfficer)
    const household = householdAfter([
      { by: systemActor, command: importCommand([]) },
      { by: people.tambonOfficer, command: { type: 'SubmitSurvey', input: survey } },
    ])
    const profile = profileOf(household, today, incomeLineBaht)
    expect(profile['has-dependent']).toBe('no')
    expect(profile['below-income-line']).not.toBe('unknown')
    expect(profile['has-earner']).not.toBe('unknown')
  })

  test('asks only questions the form has and that everybody may read', () => {
    for (const id of ['Q411', 'Q407', 'Q701P', 'Q703', 'Q704A', 'Q704', 'QA05']) {
      const found = form.inOrder.find(q => q.question.id === id)?.question
      expect(found?.id, id).toBe(id)
      expect(found?.restricted ?? false, id).toBe(false)
    }
  })
})

describe('likeness', () => {
  test('is read back from its text as it was', () => {
    fc.assert(
      fc.property(anyProfile, profile => {
        expect(readProfile(profileText(profile))).toEqual(profile)
      }),
    )
  })

  test('is the same from both sides, and whole with itself', () => {
    fc.assert(
      fc.property(anyProfile, anyProfile, (a, b) => {
        expect(similarity(a, b)).toEqual(similarity(b, a))
        const own = similarity(a, a)
        expect(own.same).toBe(own.of)
      }),
    )
  })

  test('what is not known of one of them is not counted', () => {
    const a = readProfile('yyyyyyyy')
    expect(similarity(a, readProfile('yyynuuuu'))).toEqual({ same: 3, of: 4 })
    expect(isAlike({ same: 3, of: 4 })).toBe(true)
    expect(isAlike({ same: 3, of: 3 })).toBe(false)
    expect(isAlike({ same: 5, of: 8 })).toBe(false)
  })
})
