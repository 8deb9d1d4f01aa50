import { countDuties } from '@thaiqm/core/duty/duty-counts.ts'
import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import { expect, test } from 'vitest'
import { readDutySummary } from './duty-summary.ts'

test('what core counts crosses the wire as it is', () => {
  const today = '2024-01-12' as Day
  const kinds = countDuties([{ kind: 'a', dueOn: addDays(today, -1), waitingSince: today }], addDays(today, -1), today)
  const summary = { asOf: '2024-01-12T02:30:00.000Z', today, kinds }
  expect(readDutySummary.reply.parse(summary)).toEqual(summary)
  expect(kinds).toEqual([{ kind: 'a', overdue: 1, within7Days: 0, within14Days: 0, within30Days: 0, newlyWaiting: 1 }])
})
