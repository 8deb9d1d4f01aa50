import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNationalNumber, maskNationalNumber, nationalNumber, readNationalNumber } from './national-number.ts'

/** The formula written a second way: the digits weighed 13…2. */
const withCheckDigit = (twelve: string): string => {
  const sum = [...twelve].reduce((total, digit, i) => total + Number(digit) * (13 - i), 0)
  return twelve + String((11 - (sum % 11)) % 10)
}
const twelveDigits = fc.stringMatching(/^[0-9]{12}$/)

test.each([
  ['5954567744830', 'THAI_NID'],
  ['5-9545-67744-83-0', 'THAI_NID'],
  ['๕๙๕๔๕๖๗๗๔๔๘๓๐', 'THAI_NID'],
  ['0685339398433', 'CAT0'],
  [withCheckDigit('812345678901'), 'THAI_NID'],
  [withCheckDigit('600015000012'), 'CAT6'],
  [withCheckDigit('700015000012'), 'CAT7'],
  [withCheckDigit('001234567890'), 'MIGRANT_00'],
  [withCheckDigit('912345678901'), 'UNKNOWN'],
  ['G123456789012', 'SCHOOL_G'],
  ['', 'NONE'],
  ['-', 'NONE'],
  ['ไม่มี', 'NONE'],
])('%s is of kind %s', (text, kind) => {
  expect(readNationalNumber(text)).toMatchObject({ ok: true, value: { idKind: kind } })
})

test.each([
  ['372550916248', 'wrong-length', 'UNKNOWN'],
  ['3310017034917', 'check-digit-wrong', 'THAI_NID'],
  ['331001703491X', 'not-digits', 'UNKNOWN'],
  ['3.31E+12', 'digits-lost', 'UNKNOWN'],
])('%s is refused: %s, kind %s, and the number is not in the refusal', (text, code, idKind) => {
  const refusal = readNationalNumber(text)
  expect(refusal).toMatchObject({ ok: false, code, details: { idKind } })
  expect(JSON.stringify(refusal)).not.toContain(text)
})

test('number cells: exact, and made whole when only leading zeros were lost', () => {
  expect(readNationalNumber(5954567744830)).toMatchObject({ value: { number: '5954567744830' } })
  expect(readNationalNumber(685339398433)).toMatchObject({ value: { number: '0685339398433', idKind: 'CAT0' } })
  expect(readNationalNumber(372550916248)).toMatchObject({ ok: false, code: 'wrong-length' })
})

test('the check digit finds every wrong digit but those its formula cannot see', () => {
  fc.assert(
    fc.property(twelveDigits, fc.nat(12), fc.integer({ min: 1, max: 9 }), (twelve, at, by) => {
      const good = withCheckDigit(twelve)
      expect(nationalNumber.safeParse(good).success).toBe(true)
      const changed = String((Number(good[at]) + by) % 10)
      const bad = good.slice(0, at) + changed + good.slice(at + 1)
      // The third digit weighs 11, which is 0 modulo 11; and remainders 0 and 10 both give the check digit 1.
      const remainder = (digits: string) =>
        [...digits.slice(0, 12)].reduce((total, digit, i) => total + Number(digit) * (13 - i), 0) % 11
      const sameCheckDigit = at < 12 && remainder(good) % 10 === 0 && remainder(bad) % 10 === 0
      expect(nationalNumber.safeParse(bad).success).toBe(at === 2 || sameCheckDigit)
    }),
    { numRuns: 3000 },
  )
})

test('a wrong last digit is always found', () => {
  fc.assert(
    fc.property(twelveDigits, fc.integer({ min: 1, max: 9 }), (twelve, by) => {
      const good = withCheckDigit(twelve)
      const bad = twelve + String((Number(good[12]) + by) % 10)
      expect(readNationalNumber(bad)).toMatchObject({ ok: false, code: 'check-digit-wrong' })
    }),
  )
})

test('spelling it with hyphens loses nothing; masking keeps three digits', () => {
  fc.assert(
    fc.property(twelveDigits, twelve => {
      const number = withCheckDigit(twelve)
      expect(readNationalNumber(formatNationalNumber(number))).toMatchObject({ ok: true, value: { number } })
      expect(maskNationalNumber(number)).toBe(`x-xxxx-xxxxx-${number.slice(10, 12)}-${number.slice(12)}`)
    }),
  )
  expect(formatNationalNumber('1234567890121')).toBe('1-2345-67890-12-1')
  expect(maskNationalNumber('372550916248')).toBe('xxxxxxxxx248')
})
