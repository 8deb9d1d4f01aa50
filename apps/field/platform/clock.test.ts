import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { expect, test } from 'vitest'
import { instantAt } from './clock.ts'

const reading = { now: '2024-01-12T03:00:00.000Z' as Instant, readAtMs: 5_000 }

test('the server’s now goes on by the time that passed on this phone', () => {
  expect(instantAt(reading, 65_000)).toBe('2024-01-12T03:01:00.000Z')
})

test('a phone whose clock is set back does not turn the server’s time back', () => {
  expect(instantAt(reading, 1_000)).toBe('2024-01-12T03:00:00.000Z')
})
