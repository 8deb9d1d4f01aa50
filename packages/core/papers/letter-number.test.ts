import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canRun, letterNumbers } from './letter-number.ts'

test('a circular number stands on every letter; a running one counts on from the first, Thai digits too', () => {
  expect(letterNumbers('ว 12', 'same', 2)).toEqual(['ว 12', 'ว 12'])
  expect(letterNumbers('๙๙', 'running', 3)).toEqual(['99', '100', '101'])
  expect(letterNumbers('7', 'same', 2)).toEqual(['7', '7'])
  expect(letterNumbers(' ', 'running', 2)).toEqual([null, null])
  // What cannot be counted on from stays what was typed.
  expect(letterNumbers('ว 12', 'running', 2)).toEqual(['ว 12', 'ว 12'])
  expect([canRun('12'), canRun('ว 12'), canRun('')]).toEqual([true, false, false])
})

test('running numbers are never given twice, and there is one for each letter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 50 }), (first, count) => {
      const numbers = letterNumbers(String(first), 'running', count)
      expect(numbers).toHaveLength(count)
      expect(new Set(numbers).size).toBe(count)
      expect(numbers[0] ?? String(first)).toBe(String(first))
    }),
  )
})
