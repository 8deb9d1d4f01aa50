import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { householdCommandInputs } from '@thaiqm/core/household/household-command.ts'
import { letterheadCommandInputs } from '@thaiqm/core/letterhead/letterhead.ts'
import { meetingCommandInputs } from '@thaiqm/core/meeting/meeting-command.ts'
import { offerCommandInputs } from '@thaiqm/core/offer/offer-command.ts'
import { organisationCommandInputs } from '@thaiqm/core/organisation/organisation-command.ts'
import { personCommandInputs } from '@thaiqm/core/person/person-command.ts'
import { roundCommandInputs } from '@thaiqm/core/round/round-command.ts'
import { commandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { expect, test } from 'vitest'
import type { z } from 'zod'

const folder = join(import.meta.dirname, 'commands')
const samples = readdirSync(folder).map(file => [file, JSON.parse(readFileSync(join(folder, file), 'utf8'))] as const)

const inputs: Readonly<Record<string, z.ZodType>> = {
  ...householdCommandInputs,
  ...roundCommandInputs,
  ...personCommandInputs,
  ...organisationCommandInputs,
  ...offerCommandInputs,
  ...meetingCommandInputs,
  ...letterheadCommandInputs,
}

test.each(samples)('%s, sent by a phone that has been away for weeks, still parses and loses nothing', (_, sample) => {
  const envelope = commandEnvelope.parse(sample)
  const input = inputs[envelope.type]?.parse(envelope.input)
  expect(input).toEqual(envelope.input)
})

test('there is a sample of every command a phone or an office may hold unsent', () => {
  const held = new Set(samples.map(([, sample]) => sample.type))
  const inputsHeld = {
    ...householdCommandInputs,
    ...offerCommandInputs,
    ...meetingCommandInputs,
    ...letterheadCommandInputs,
  }
  const unsampled = Object.keys(inputsHeld).filter(type => !held.has(type))
  expect(unsampled).toEqual([])
})
