import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../ledger/day.ts'
import { defaultRounds } from './default-rounds.ts'

test('the day of the letter gives the dates of the letter', () => {
  expect(defaultRounds('2023-11-28' as Day)).toEqual({
    baselineYearBe: 2565,
    yearBe: 2567,
    opensOn: '2023-11-28',
    recordBy: '2024-01-31',
    resolveBy: '2024-09-30',
  })
})

test('late in the fiscal year there is still time to record and to solve', () => {
  expect(defaultRounds('2026-08-15' as Day)).toMatchObject({ recordBy: '2026-10-14', resolveBy: '2027-09-30' })
})

test('on any day the deadlines lie ahead, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), days => {
      const today = addDays('2020-01-01' as Day, days)
      const { opensOn, recordBy, resolveBy } = defaultRounds(today)
      expect(opensOn).toBe(today)
      expect(recordBy >= addDays(today, 14)).toBe(true)
      expect(resolveBy >= addDays(recordBy, 60)).toBe(true)
    }),
  )
})
