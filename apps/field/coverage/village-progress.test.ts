import { expect, test } from 'vitest'
import type { HouseholdSummary } from '../household/household-summary.ts'
import { villageProgress } from './village-progress.ts'

const row = (householdId: string, given: Partial<HouseholdSummary> = {}): HouseholdSummary =>
  ({ householdId, isTarget: true, formState: 'NOT_STARTED', uncheckedProblems: 0, ...given }) as HouseholdSummary

test('sent, left and returned add up to the target; empty houses are in none', () => {
  const rows = [
    row('a'),
    row('b', { formState: 'SUBMITTED' }),
    row('c', { formState: 'RETURNED' }),
    row('d', { formState: 'VERIFIED' }),
    row('e', { isTarget: false }),
    row('f', { uncheckedProblems: 2 }),
  ]
  const progress = villageProgress(rows, new Set(['a', 'x']))
  expect(progress).toEqual({ target: 5, sent: 2, left: 2, returned: 1, drafts: 1, unchecked: 1 })
  expect(progress.sent + progress.left + progress.returned).toBe(progress.target)
})
