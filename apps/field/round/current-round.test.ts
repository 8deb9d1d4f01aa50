import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import { expect, test } from 'vitest'
import { recordingDeadline, roundFor } from './current-round.ts'

const round = (id: string, given: Partial<Record<'kind' | 'opensOn' | 'recordBy' | 'resolveBy', string>> = {}): Round =>
  ({
    id,
    kind: 'RE_XRAY',
    nameTh: 'รอบ',
    nameEn: 'Round',
    yearBe: 2567,
    opensOn: '2023-12-01',
    recordBy: '2024-01-31',
    resolveBy: '2024-09-30',
    graceDays: 3,
    formVersion: 're-x-ray-2567',
    overrides: [{ areaCode: '4904', recordBy: '2024-02-10', resolveBy: '2024-09-30', reason: 'อุทกภัย' }],
    ...given,
  }) as unknown as Round

test('the baseline is no round to work in, and a round still to open does not push out the open one', () => {
  const rounds = [round('old', { kind: 'BASELINE' }), round('open'), round('next', { opensOn: '2024-11-01' })]
  expect(roundFor(rounds, '49010507', '2024-01-12' as Day)?.id).toBe('open')
  expect(roundFor([round('next', { opensOn: '2024-11-01' })], '49010507', '2024-01-12' as Day)?.id).toBe('next')
  expect(roundFor([], '49010507', '2024-01-12' as Day)).toBeUndefined()
})

test('days are counted as people count them, with the deadline of the area', () => {
  const left = (area: string, today: string) => recordingDeadline(round('open'), area, today as Day).daysLeft
  expect(left('49010507', '2024-01-12')).toBe(20)
  expect(left('49010507', '2024-01-31')).toBe(1)
  expect(left('49010507', '2024-02-01')).toBe(0)
  expect(left('49040101', '2024-02-01')).toBe(10)
  expect(recordingDeadline(round('open'), '49010507', '2024-02-01' as Day).phase).toBe('RESOLVING')
})
