import type { AllocationRow } from '@thaiqm/contract/offer/offer-routes.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { thanksLines } from './thanks-lines.ts'

const part = (n: number, problem: number, over: Partial<AllocationRow> = {}): AllocationRow => ({
  allocationId: testId(n),
  offerId: testId(1),
  organisationId: testId(2),
  problemId: testId(problem),
  householdId: null,
  tambonCode: '490105',
  kindCode: 'P204',
  what: 'สังกะสี',
  unit: 'แผ่น',
  quantity: 10,
  budgetBaht: 0,
  dueOn: null,
  state: 'DELIVERED',
  note: '',
  takenOn: '2024-01-01' as Day,
  confirmedOn: '2024-01-02' as Day,
  deliveredOn: '2024-01-03' as Day,
  deliveredQuantity: 10,
  deliveredBudgetBaht: 0,
  releaseReason: '',
  solvedOn: '2024-01-12' as Day,
  photos: [],
  ...over,
})

test('thanks are for what arrived, be it a part, and was verified, each hardship once, by kind and tambon, the newest first', () => {
  const lines = thanksLines([
    part(1, 10),
    part(2, 10, { solvedOn: '2024-01-12' as Day }),
    part(3, 11, { solvedOn: '2024-01-15' as Day }),
    part(4, 12, { kindCode: 'P201', solvedOn: '2024-02-01' as Day }),
    part(5, 13, { solvedOn: null }),
    part(6, 14, { state: 'CONFIRMED', deliveredQuantity: 0 }),
    part(7, 15, { state: 'RELEASED', deliveredQuantity: 0 }),
    part(8, 16, { state: 'CONFIRMED', deliveredQuantity: 4 }),
    part(9, 17, { state: 'CONFIRMED', deliveredQuantity: 0, deliveredBudgetBaht: 500, solvedOn: '2024-01-20' as Day }),
  ])
  expect(lines.map(l => [l.kindCode, l.households, l.lastOn])).toEqual([
    ['P201', 1, '2024-02-01'],
    ['P204', 4, '2024-01-20'],
  ])
})
