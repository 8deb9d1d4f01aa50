import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trendTo } from './trend.ts'

const start = '2023-12-01' as Day
const counts = (days: number) => Array.from({ length: days }, (_, at) => ({ day: addDays(start, at), n: at * 10 }))

test('runs from the first day over today to the deadline, where the plan reaches all of N', () => {
  const today = addDays(start, 42)
  const points = trendTo(counts(43), 1000, today, '2024-01-31' as Day)
  expect(points.at(-1)).toMatchObject({ day: '2024-01-31', done: null, plan: 1000 })
  expect(points.find(point => point.day === today)?.done).toBe(420)
  expect(points.filter(point => point.day > today).every(point => point.done === null)).toBe(true)
})

test('nothing known is an empty trend', () => {
  expect(trendTo([], 10, start, addDays(start, 9))).toEqual([])
})

test('whatever the days, they rise, hold today, and are few enough to read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: -60, max: 300 }), (past, ahead) => {
      const today = addDays(start, past - 1)
      const points = trendTo(counts(past), 5000, today, addDays(today, ahead))
      const days = points.map(point => point.day)
      expect([...days].sort()).toEqual(days)
      expect(new Set(days).size).toBe(days.length)
      expect(days).toContain(today)
      expect(points.length).toBeLessThanOrEqual(15)
    }),
  )
})
