import { referProblem } from '@thaiqm/testing/deeds.ts'
import { contextFor, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { systemActor } from '../access/actor.ts'
import { viewHousehold } from '../access/view-household.ts'
import type { HouseholdCommand } from '../household/household-command.ts'
import type { Day } from '../ledger/day.ts'
import type { ProblemId } from '../ledger/identifiers.ts'

const bed = testId<ProblemId>(10)
const water = testId<ProblemId>(11)
const refer = (problemId: ProblemId): HouseholdCommand => referProblem(problemId, 'MOPH')
const given = [
  { by: systemActor, command: importCommand([oldProblem(10, 'P106'), oldProblem(11, 'P205')]) },
  { by: people.districtOfficer, command: refer(bed) },
  { by: people.districtOfficer, command: refer(water) },
]
const accept = { type: 'AcceptReferral' as const, input: { problemId: bed, reply: '' } }
const cancel = { type: 'CancelProblem' as const, input: { problemId: bed, reason: 'บันทึกซ้ำ', survivorId: null } }

const seenOn = (past: Parameters<typeof householdAfter>[0], today: string) => {
  const { clocks, findForm } = contextFor(people.healthAgency)
  const reading = { today: today as Day, clocks: { ...clocks, workReferralOpenDays: 30 } }
  return viewHousehold(householdAfter(past), people.healthAgency, findForm, reading).problems.map(p => p.id)
}

test('an agency reads a case while it lies with it, however long', () => {
  expect(seenOn(given, '2026-01-01')).toEqual([bed, water])
  expect(seenOn([...given, { by: people.healthAgency, command: accept }], '2026-01-01')).toEqual([bed, water])
})

test('a case that is over is read 30 days more, on the last of them still, and others of the house go on', () => {
  const over = [...given, { by: people.districtChief, command: cancel }]
  expect(seenOn(over, '2024-02-11')).toEqual([bed, water])
  expect(seenOn(over, '2024-02-12')).toEqual([water])
})

test('officers of the area read it for ever', () => {
  const { clocks, findForm } = contextFor(people.districtChief)
  const over = householdAfter([...given, { by: people.districtChief, command: cancel }])
  const seen = viewHousehold(over, people.districtChief, findForm, { today: '2030-01-01' as Day, clocks })
  expect(seen.problems).toHaveLength(2)
})
