import { toCalendar } from '@internationalized/date'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOfIso, emptyDay, isoOfDay } from './typed-day.ts'

/** What a date field does at each digit of the year: the day goes into the calendar of what it holds, and comes back. */
const typeYear = (day: number, month: number, yearBe: string): string | null => {
  let held = emptyDay().set({ day, month })
  for (let digits = 1; digits <= yearBe.length; digits += 1)
    held = toCalendar(held.set({ year: Number(yearBe.slice(0, digits)) }), emptyDay().calendar)
  return isoOfDay(held)
}

test('a day typed digit by digit in B.E. stays that day', () => {
  expect(typeYear(1, 10, '2567')).toBe('2024-10-01')
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2450, max: 2600 }),
      (day, month, yearBe) => {
        const two = (part: number) => String(part).padStart(2, '0')
        expect(typeYear(day, month, String(yearBe))).toBe(`${yearBe - 543}-${two(month)}-${two(day)}`)
      },
    ),
  )
})

test('a day of the ledger is held in B.E. and comes back the same', () => {
  const held = dayOfIso('2024-09-30')
  expect([held.calendar.identifier, held.year, held.month, held.day]).toEqual(['buddhist', 2567, 9, 30])
  expect(isoOfDay(held)).toBe('2024-09-30')
  expect(emptyDay().calendar.identifier).toBe('buddhist')
})

test('a year half typed is no day yet', () => {
  expect([2, 25, 256].map(year => isoOfDay(dayOfIso('2024-09-30').set({ year })))).toEqual([null, null, null])
  expect(isoOfDay(null)).toBeNull()
})
