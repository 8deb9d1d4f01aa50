import { expect, test } from 'vitest'
import { isReminderAddress } from './reminder-address.ts'

const lineId = `U${'0123456789abcdef'.repeat(2)}`

test.each([
  ['email', 'somchai@moi.go.th', true],
  ['email', 'somchai.k+thaiqm@mail.example.org', true],
  ['email', 'somchai@moi', false],
  ['email', 'a@b.th, other@c.th', false],
  ['email', 'a@b.th\nBcc: other@c.th', false],
  ['email', '"a b"@c.th', false],
  ['email', `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.th`, false],
  ['line', lineId, true],
  ['line', lineId.replace('U', 'C'), true],
  ['line', lineId.replace('U', 'X'), false],
  ['line', 'somchai', false],
] as const)('%s %j → %s', (channel, address, isGood) => {
  expect(isReminderAddress(channel, address)).toBe(isGood)
})
