import { contextFor, reXrayRound } from '@thaiqm/testing/households.ts'
import { people } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import type { AreaCode } from '../area/area-code.ts'
import type { Day } from '../ledger/day.ts'
import { deadlinesFor, recordingOf, roundPhase } from './round.ts'
import { decideRoundCommand, evolveRound, type RoundCommand } from './round-command.ts'

const day = (text: string) => text as Day

test('the phase of a round follows its days', () => {
  const phases = ['2023-11-30', '2023-12-01', '2024-01-31', '2024-02-01', '2024-09-30', '2024-10-01'].map(d =>
    roundPhase(reXrayRound, '49010507', day(d)),
  )
  expect(phases).toEqual(['PLANNED', 'OPEN', 'OPEN', 'RESOLVING', 'RESOLVING', 'CLOSED'])
})

test('scenario 10: after midnight of the deadline a form is late, one begun in time may still be sent within the grace', () => {
  expect(recordingOf(reXrayRound, '49010507', day('2024-02-01'), day('2024-02-01'))).toBe('late')
  expect(recordingOf(reXrayRound, '49010507', day('2024-01-31'), day('2024-02-07'))).toBe('in-grace')
  expect(recordingOf(reXrayRound, '49010507', day('2024-01-31'), day('2024-02-08'))).toBe('late')
  expect(recordingOf(reXrayRound, '49010507', day('2024-01-12'), day('2024-01-12'))).toBe('in-time')
  expect(recordingOf(reXrayRound, '49010507', day('2023-11-28'), day('2023-11-28'))).toBe('not-yet')
})

test('the narrowest area with an own deadline decides', () => {
  const override = (areaCode: string, recordBy: string) => ({
    areaCode: areaCode as AreaCode,
    recordBy: day(recordBy),
    resolveBy: day('2024-09-30'),
    reason: 'น้ำท่วม',
  })
  const round = { ...reXrayRound, overrides: [override('4904', '2024-02-15'), override('490401', '2024-02-29')] }
  expect(deadlinesFor(round, '49040103').recordBy).toBe('2024-02-29')
  expect(deadlinesFor(round, '49040501').recordBy).toBe('2024-02-15')
  expect(deadlinesFor(round, '49010507').recordBy).toBe('2024-01-31')
})

test('saying again what stands is no new fact; a day that differs is', () => {
  const { id, overrides: _overrides, ...details } = reXrayRound
  const known = evolveRound(id, null, { type: 'RoundPlanned', ...details })
  const override = {
    areaCode: '4904' as AreaCode,
    recordBy: day('2024-02-15'),
    resolveBy: day('2024-09-30'),
    reason: 'น้ำท่วม',
  }
  const later = evolveRound(id, known, { type: 'DeadlineOverridden', ...override })
  const factsOf = (command: RoundCommand) => {
    const decided = decideRoundCommand(later, command, contextFor(people.province))
    return decided.ok ? decided.value.map(event => event.type) : decided.code
  }
  expect(factsOf({ type: 'ChangeRound', input: details })).toEqual([])
  expect(factsOf({ type: 'ChangeRound', input: { ...details, recordBy: day('2024-02-02') } })).toEqual(['RoundChanged'])
  expect(factsOf({ type: 'OverrideDeadline', input: override })).toEqual([])
  expect(factsOf({ type: 'OverrideDeadline', input: { ...override, reason: 'ถนนขาด' } })).toEqual([
    'DeadlineOverridden',
  ])
})
