import { householdCommandInputs } from '@thaiqm/core/household/household-command.ts'
import { expect, test } from 'vitest'
import { findRefusalSentence } from '../refusal/refusals.ts'
import { commands } from './commands.ts'

test('every command of the rules is described, with the very input the rules read', () => {
  expect(commands.map(c => c.type).sort()).toEqual(Object.keys(householdCommandInputs).sort())
  for (const { type, input } of commands) expect(input).toBe(householdCommandInputs[type])
})

test.each(commands.map(c => [c.type, c] as const))('%s has its names and a sentence for each refusal', (_, command) => {
  expect(command.nameTh).toMatch(/[ก-๙]/)
  expect(command.nameEn).toMatch(/^[A-Z]/)
  for (const code of command.refusals) expect(findRefusalSentence(code), code).toBeDefined()
})
