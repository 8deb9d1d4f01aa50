import { headMember } from '@thaiqm/testing/households.ts'
import { expect, test } from 'vitest'
import type { Day } from '../ledger/day.ts'
import { isMinor, nameConsentGivers } from './consent-givers.ts'

const today = '2024-01-12' as Day
const bornOn = (day: string | null, title = 'นาย') =>
  headMember({
    title,
    firstName: 'ตัวอย่าง',
    lastName: 'สมมติ',
    birth: (day && { day: day as Day, precision: 'day' }) || null,
  })

test('a person is of age from the twentieth birthday on', () => {
  expect(isMinor(bornOn('2004-01-12'), today)).toBe(false)
  expect(isMinor(bornOn('2004-01-13'), today)).toBe(true)
})

test('without a birth date the title says who is a child', () => {
  for (const title of ['เด็กชาย', 'เด็กหญิง', 'ด.ช.', 'ด.ญ.']) expect(isMinor(bornOn(null, title), today)).toBe(true)
  for (const title of ['นาย', 'นาง', 'นางสาว', '']) expect(isMinor(bornOn(null, title), today)).toBe(false)
})

test('everybody is named; a guardian stands beside each minor, and no minor consents without one', () => {
  const mother = bornOn('1980-05-01', 'นาง')
  const child = bornOn('2015-05-01', 'เด็กหญิง')
  const named = (members: (typeof mother)[], guardian = '', others = '') =>
    nameConsentGivers({ members, others, guardian }, today)
  expect(named([])).toBe('')
  expect(named([mother])).toBe('นางตัวอย่าง สมมติ')
  expect(named([mother, child])).toBe('')
  expect(named([child], ' ', 'ลุงคำ')).toBe('')
  expect(named([mother, child], 'นางตัวอย่าง สมมติ', ' ลุงคำ ')).toBe(
    'นางตัวอย่าง สมมติ, เด็กหญิงตัวอย่าง สมมติ (ผู้ปกครอง: นางตัวอย่าง สมมติ), ลุงคำ',
  )
  // A guardian named for nobody is not among those who consented.
  expect(named([mother], 'ป้าแดง')).toBe('นางตัวอย่าง สมมติ')
})
