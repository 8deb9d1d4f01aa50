import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockSeen, contactAt, leaseState, pinDigits, pinWeakness, triesLeft, usualTerms } from './vault-rules.ts'

const DAY = 24 * 60 * 60 * 1000
const contact = Date.parse('2024-01-12T03:00:00.000Z')
const after = (days: number) => leaseState(contactAt(contact), contact + days * DAY, usualTerms)

test('households are seen for seven days without contact, kept for thirty, and then gone', () => {
  expect([0, 7, 7.01, 30, 30.01].map(after)).toEqual(['viewing', 'viewing', 'unseen', 'unseen', 'erased'])
  expect(leaseState(contactAt(contact), contact + 3 * DAY, { viewDays: 2, eraseDays: 4 })).toBe('unseen')
})

test('setting the clock back wins nothing, however often', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -4000, max: 4000 }), { minLength: 1 }), days => {
      const clocks = days.map(n => contact + n * DAY)
      const times = clocks.reduce(clockSeen, contactAt(contact))
      const strictest = leaseState(contactAt(contact), Math.max(contact, ...clocks), usualTerms)
      expect(leaseState(times, clocks.at(-1) ?? contact, usualTerms)).toBe(strictest)
    }),
  )
})

test.each([
  '123456',
  '654321',
  '890123',
  '135790',
  '111111',
  '121212',
  '123123',
  '112233',
  '332211',
  '150835',
  '147258',
])('the PIN %s is refused as too easily guessed', pin => expect(pinWeakness(pin)).toBeDefined())

test.each(['493817', '904716', '350962'])('the PIN %s will do', pin => expect(pinWeakness(pin)).toBeUndefined())

test('only six digits are a PIN, in Thai or Arabic figures', () => {
  expect(pinWeakness('49381')).toBe('not-six-digits')
  expect(pinWeakness('49381a')).toBe('not-six-digits')
  expect(pinDigits('๔๙๓ 8-17๙')).toBe('493817')
})

test('most PINs are allowed', () => {
  const allowed = Array.from({ length: 1_000_000 / 7 }, (_, n) => String(n * 7).padStart(6, '0')).filter(
    pin => pinWeakness(pin) === undefined,
  )
  expect(allowed.length / (1_000_000 / 7)).toBeGreaterThan(0.95)
})

test('ten tries and not one more', () => expect([0, 9, 10, 11].map(triesLeft)).toEqual([10, 1, 0, 0]))
