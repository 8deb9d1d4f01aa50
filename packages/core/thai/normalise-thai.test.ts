import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letterKey, looseSearchKey, normaliseThai, searchKey } from './normalise-thai.ts'

test.each([
  ['น\u0e4dา', 'นำ'],
  ['น\u0e4d\u0e49า', 'น\u0e49ำ'],
  ['น\u0e49\u0e4dา', 'น\u0e49ำ'],
  ['นำ\u0e49', 'น\u0e49ำ'],
  ['เเม่', 'แม่'],
  ['ท\u0e48ี่', 'ที่'],
  ['กุ่ง'.normalize('NFD'), 'กุ่ง'],
  ['บ้าน\u200bนา\u00a0โป  น้อย\n', 'บ้านนา โป น้อย'],
  ['\ufeffตำบล', 'ตำบล'],
  ['ที่่อยู่', 'ที่อยู่'],
])('%o → %o', (from, to) => {
  expect(normaliseThai(from)).toBe(to)
})

test('ำ is never taken apart, and normalising twice changes nothing', () => {
  expect(normaliseThai('น้ำดื่ม')).toBe('น้ำดื่ม')
  const thaiText = fc.string({ unit: fc.integer({ min: 0xe01, max: 0xe5b }).map(code => String.fromCodePoint(code)) })
  fc.assert(
    fc.property(fc.oneof(thaiText, fc.string({ unit: 'binary' })), text => {
      const once = normaliseThai(text)
      expect(normaliseThai(once)).toBe(once)
    }),
    { numRuns: 3000 },
  )
})

test.each(['ำ์่', 'ำ๎', 'ำ์ํา้', 'ํํา', 'ำ๎๋'])('a second time %o stays as it is', text => {
  const once = normaliseThai(text)
  expect(normaliseThai(once)).toBe(once)
})

test('a page of marks is one pass', () => {
  expect(normaliseThai('ก\u0e4dา\u0e48'.repeat(10_000))).toBe('ก\u0e48ำ'.repeat(10_000))
  expect(normaliseThai('\u0e4dา\u0e48'.repeat(10_000))).toBe(`\u0e48${'ำ'.repeat(10_000)}`)
})

test('keys', () => {
  expect(letterKey(' บ้านทรุดโทรม  (ไม่มั่นคง/แข็งแรง) ๒๕๖๕')).toBe('บ้านทรุดโทรมไม่มั่นคงแข็งแรง2565')
  expect(searchKey('นางสาว สมหญิง  ใจดี')).toBe('สมหญิงใจดี')
  expect(searchKey('น.ส.สมหญิง ใจดี')).toBe(searchKey('สมหญิง ใจดี'))
  expect(looseSearchKey('นายทองพูล สุวรรณไตรย์')).toBe(looseSearchKey('ท่องพูน สุวรณไตร'.replace('พูน', 'พูล')))
  expect(looseSearchKey('จันทร์')).not.toBe(looseSearchKey('จันดี'))
})
