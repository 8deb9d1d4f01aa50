import { expect, test } from 'vitest'
import { makeRateLimit } from './rate-limit.ts'

test('a caller who calls too often waits for the next window; others go on', () => {
  let now = 0
  const limit = makeRateLimit({ perCaller: 2, altogether: 100, perMs: 1000 }, () => now)
  expect(['a', 'a', 'a', 'b'].map(limit.mayCall)).toEqual([true, true, false, true])
  now = 999
  expect(limit.mayCall('a')).toBe(false)
  now = 1000
  expect(limit.mayCall('a')).toBe(true)
})

test('all together are held back too, however many addresses they come from', () => {
  const limit = makeRateLimit({ perCaller: 5, altogether: 3, perMs: 1000 }, () => 0)
  expect(['a', 'b', 'c', 'd'].map(limit.mayCall)).toEqual([true, true, true, false])
})
