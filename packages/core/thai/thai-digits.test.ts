import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toArabicDigits, toThaiDigits } from './thai-digits.ts'

test('digits of both scripts, and nothing else', () => {
  expect(toArabicDigits('๖ พ.ค. ๒๕๖๕ เลขที่ 97/๑')).toBe('6 พ.ค. 2565 เลขที่ 97/1')
  expect(toThaiDigits('31 ม.ค. 2567 A-1')).toBe('๓๑ ม.ค. ๒๕๖๗ A-๑')
})

test('there and back', () => {
  fc.assert(
    fc.property(fc.nat(), n => {
      expect(toArabicDigits(toThaiDigits(String(n)))).toBe(String(n))
    }),
  )
})
