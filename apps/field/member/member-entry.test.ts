import type { MemberId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Member } from '@thaiqm/core/member/member.ts'
import { expect, test } from 'vitest'
import { birthOf, checkNumber, memberLacks, newMember, partialOf, withMember, withNumber } from './member-entry.ts'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}` as MemberId
const person = (n: number, given: Partial<Member> = {}): Member => ({
  ...newMember(id(n), false),
  firstName: `คน${n}`,
  ...given,
})

test('scenario 8: a wrong check digit is said and may still be saved to be checked', () => {
  expect(checkNumber('1-2345-67890-12-2')).toEqual({ kind: 'to-check', why: 'check-digit-wrong', idKind: 'THAI_NID' })
  const kept = withNumber(person(1), '1-2345-67890-12-2', 'NONE')
  expect(kept).toMatchObject({ numberStatus: 'to-check', idKind: 'THAI_NID', nationalNumber: '1-2345-67890-12-2' })
})

test('scenario 6: a number that begins with 0 passes its check digit and is no Thai number', () => {
  const digits = '023456789012'
  const sum = [...digits].reduce((total, digit, at) => total + (13 - at) * Number(digit), 0)
  const whole = `${digits}${(11 - (sum % 11)) % 10}`
  expect(checkNumber(whole)).toEqual({ kind: 'valid', idKind: 'CAT0', number: whole })
  expect(withNumber(person(1), whole, 'NONE')).toMatchObject({ idKind: 'CAT0', numberStatus: 'valid' })
})

test('a valid number is read through hyphens and Thai digits; half of one is not yet wrong', () => {
  expect(checkNumber('๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑')).toEqual({ kind: 'valid', idKind: 'THAI_NID', number: '1234567890121' })
  expect(checkNumber('12345')).toEqual({ kind: 'unfinished', digits: 5 })
})

test('nobody is refused for having no number', () => {
  expect(withNumber(person(1), '', 'CAT0')).toMatchObject({
    idKind: 'CAT0',
    nationalNumber: null,
    numberStatus: 'none',
  })
})

test('a birth known by its year or month goes to the boxes and back', () => {
  for (const partial of ['1952', '1952-03', '1952-03-14']) expect(partialOf(birthOf(partial))).toBe(partial)
  expect(birthOf('1952')).toEqual({ day: '1952-07-01', precision: 'year' })
  expect(birthOf(null)).toBeNull()
})

test('a household has one head: naming another takes it from the first', () => {
  const before = [person(1, { isHead: true }), person(2)]
  const after = withMember(before, person(2, { isHead: true }))
  expect(after.map(m => m.isHead)).toEqual([false, true])
  expect(withMember(before, person(3))).toHaveLength(3)
})

test('a card without name, sex or relation says so', () => {
  expect(memberLacks(newMember(id(1), false))).toEqual(['firstName', 'sex', 'relation'])
  expect(memberLacks(person(1, { sex: 'male', relation: 'CHILD' }))).toEqual([])
})
