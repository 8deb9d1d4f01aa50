import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, ageInYears, type Day, dayOf, daysBetween, fromDayNumber, type Instant, toDayNumber } from './day.ts'

test('a day survives the way to its number and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), n => {
      expect(toDayNumber(fromDayNumber(n))).toBe(n)
      expect(fromDayNumber(n)).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10))
    }),
  )
})

test('Bangkok decides what day it is: the last minutes of 31 January and the first of 1 February', () => {
  expect(dayOf('2024-01-31T16:59:59.999Z' as Instant)).toBe('2024-01-31')
  expect(dayOf('2024-01-31T17:00:00.000Z' as Instant)).toBe('2024-02-01')
})

test('days between and age', () => {
  expect(daysBetween('2024-01-12' as Day, '2024-01-31' as Day)).toBe(19)
  expect(addDays('2024-02-28' as Day, 2)).toBe('2024-03-01')
  expect(ageInYears('1964-01-13' as Day, '2024-01-12' as Day)).toBe(59)
  expect(ageInYears('1964-01-12' as Day, '2024-01-12' as Day)).toBe(60)
})
