import { contextFor, householdAfter, importCommand, importedHousehold, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { systemActor } from '../access/actor.ts'
import type { BatchId, ProblemId } from '../ledger/identifiers.ts'
import { decideHouseholdCommand, type HouseholdCommand } from './household-command.ts'

const first = testId<BatchId>(0xe001)
const second = testId<BatchId>(0xe002)
const undo = (batchId: BatchId): HouseholdCommand => ({ type: 'UndoBaselineHousehold', input: { batchId } })
const more = importCommand([oldProblem(10, 'P204'), oldProblem(11, 'P411')], { batchId: second })

test('the same household again adds nothing; a second file adds only the hardships that are new', () => {
  const household = importedHousehold([oldProblem(10, 'P204')])
  expect(decideHouseholdCommand(household, importCommand([oldProblem(10, 'P204')]), contextFor(systemActor))).toEqual({
    ok: true,
    value: [],
  })
  expect(decideHouseholdCommand(household, more, contextFor(systemActor))).toMatchObject({
    ok: true,
    value: [{ type: 'ProblemImported', problemId: testId(11), batchId: second }],
  })
})

test('an import is taken back while nothing builds on it, and can be repeated after', () => {
  const undone = householdAfter([
    { by: systemActor, command: importCommand([oldProblem(10, 'P204')]) },
    { by: people.districtOfficer, command: undo(first) },
  ])
  expect(undone).toMatchObject({ status: 'WITHDRAWN', problems: [] })
  const again = decideHouseholdCommand(undone, importCommand([oldProblem(10, 'P204')]), contextFor(systemActor))
  expect(again.ok && again.value.map(e => e.type)).toEqual([
    'HouseholdRegistered',
    'MembersRecorded',
    'ProblemImported',
  ])
})

test('a later file’s hardships go back with it and leave the first file’s', () => {
  const kept = householdAfter([
    { by: systemActor, command: importCommand([oldProblem(10, 'P204')]) },
    { by: systemActor, command: more },
    { by: people.districtOfficer, command: undo(second) },
  ])
  expect(kept).toMatchObject({ status: 'ACTIVE', problems: [{ id: testId(10) }] })
})

test.each<[string, HouseholdCommand]>([
  [
    'a cause was written',
    { type: 'AnalyseCauses', input: { problemId: testId<ProblemId>(10), causeCodes: [], rootCause: 'ไม่มีเงิน' } },
  ],
  ['work was begun', { type: 'StartWork', input: { problemId: testId<ProblemId>(10), note: '' } }],
  ['a later file builds on it', more],
])('an import is not taken back once %s', (_, work) => {
  const household = householdAfter([
    { by: systemActor, command: importCommand([oldProblem(10, 'P204')]) },
    { by: work === more ? systemActor : people.tambonOfficer, command: work },
  ])
  expect(decideHouseholdCommand(household, undo(first), contextFor(people.districtOfficer))).toMatchObject({
    ok: false,
    code: 'work-builds-on-it',
  })
})
