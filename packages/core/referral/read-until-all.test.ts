import { people } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import type { Day, Instant } from '../ledger/day.ts'
import type { Referral } from '../problem/problem.ts'
import { type Referred, readUntilAll } from './referral-of.ts'

const clocks = { workReferralOpenDays: 30 }
const reader = people.healthAgency
const sent: Referral = {
  agencyCode: reader.agencyCode ?? '',
  organisationId: null,
  dueOn: '2024-03-01' as Day,
  note: '',
  sentAt: '2024-01-12T02:00:00.000Z' as Instant,
  state: 'ACCEPTED',
  reply: '',
}
const done: Referral = { ...sent, state: 'DONE', answeredAt: '2024-01-12T02:00:00.000Z' as Instant }
const lying = (referral: Referral, closedOn: string | null = null): Referred & { closedOn: Day | null } => ({
  referral,
  closedOn: closedOn as Day | null,
})

test('a case is read until the days after its last part are over, and without end while a part of it lies there', () => {
  expect(readUntilAll([], reader, clocks)).toBeNull()
  expect(readUntilAll([lying(sent)], reader, clocks)).toBeNull()
  expect(readUntilAll([lying(done)], reader, clocks)).toBe('2024-02-11')
  expect(readUntilAll([lying(done), lying(sent, '2024-01-20')], reader, clocks)).toBe('2024-02-19')
  expect(readUntilAll([lying(sent, '2024-01-20'), lying(done)], reader, clocks)).toBe('2024-02-19')
  expect(readUntilAll([lying(done), lying(sent)], reader, clocks)).toBeNull()
  // What was sent back, and what lies with another, opens nothing.
  expect(readUntilAll([lying({ ...sent, state: 'RETURNED' }), lying(done)], reader, clocks)).toBe('2024-02-11')
  expect(readUntilAll([lying({ ...sent, agencyCode: 'OTHER' }), lying(done)], reader, clocks)).toBe('2024-02-11')
})
