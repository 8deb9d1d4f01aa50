import { type AssignmentPins, noPins } from '@thaiqm/core/assignment/assignment.ts'
import { checkPins } from '@thaiqm/core/assignment/check-assignment.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { OfferId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barMatch, countPins, leaveOut, pinMatch, releaseNeed } from './change-pins.ts'

const match = (need: number, offer: number) => ({ problemId: `n${need}` as ProblemId, offerId: `o${offer}` as OfferId })

test('the last decision about a need stands', () => {
  const pinned = pinMatch(noPins, match(1, 1))
  expect(pinMatch(pinned, match(1, 2)).pinned).toEqual([match(1, 2)])
  expect(barMatch(pinned, match(1, 1))).toEqual({ pinned: [], barred: [match(1, 1)], leftOut: [] })
  expect(barMatch(pinned, match(1, 2)).pinned).toEqual([match(1, 1)])
  expect(leaveOut(pinned, 'n1' as ProblemId)).toEqual({ pinned: [], barred: [], leftOut: ['n1'] })
  expect(releaseNeed(leaveOut(pinned, 'n1' as ProblemId), 'n1' as ProblemId)).toEqual(noPins)
})

test('however somebody taps, pins never contradict each other', () => {
  const tap = fc.record({
    what: fc.constantFrom('pin', 'bar', 'leave', 'release'),
    need: fc.integer({ min: 1, max: 3 }),
    offer: fc.integer({ min: 1, max: 2 }),
  })
  const after = (pins: AssignmentPins, { what, need, offer }: { what: string; need: number; offer: number }) => {
    const at = match(need, offer)
    if (what === 'pin') return pinMatch(pins, at)
    if (what === 'bar') return barMatch(pins, at)
    return what === 'leave' ? leaveOut(pins, at.problemId) : releaseNeed(pins, at.problemId)
  }
  const needs = [1, 2, 3].map(n => ({
    problemId: match(n, 1).problemId,
    householdId: 'h' as never,
    areaCode: '49010501',
    kindCode: 'P201',
    remedyIds: [],
    severity: 1 as const,
    dueOn: null,
    quantity: 1,
    unit: 'แผ่น',
    budgetBaht: null,
  }))
  const offers = [1, 2].map(n => ({
    offerId: match(1, n).offerId,
    organisationId: 'org' as never,
    sector: 'REL' as const,
    remedyIds: [],
    kindCodes: [],
    areaCode: '4901',
    unit: 'แผ่น',
    quantityLeft: 9,
    budgetLeftBaht: null,
    fromOn: '2024-01-01' as Day,
    untilOn: '2024-12-31' as Day,
  }))
  fc.assert(
    fc.property(fc.array(tap, { maxLength: 12 }), taps => {
      const pins = taps.reduce(after, noPins)
      expect(checkPins(needs, offers, pins, '2024-03-01' as Day).ok).toBe(true)
      expect(countPins(pins)).toBeLessThanOrEqual(taps.length)
    }),
  )
})
