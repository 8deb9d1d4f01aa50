import { contextFor, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { systemActor } from '../access/actor.ts'
import type { HouseholdCommand } from '../household/household-command.ts'
import { decideHouseholdCommand } from '../household/household-command.ts'
import type { Day } from '../ledger/day.ts'
import type { AssistanceId, ProblemId } from '../ledger/identifiers.ts'

const toilet = testId<ProblemId>(10)

const help: HouseholdCommand = {
  type: 'RecordAssistance',
  input: {
    assistanceId: testId<AssistanceId>(20),
    problemIds: [toilet],
    planActionId: null,
    sector: 'REL',
    agencyCode: null,
    organisationId: null,
    giverName: 'วัดตัวอย่าง',
    what: 'สังกะสี 40 แผ่น',
    quantity: 40,
    unit: 'แผ่น',
    valueBaht: 12_000,
    givenOn: '2024-01-10' as Day,
    evidence: [],
    completes: true,
  },
}

const close = (
  evidence: Extract<HouseholdCommand, { type: 'CloseProblem' }>['input']['evidence'],
): HouseholdCommand => ({
  type: 'CloseProblem',
  input: { problemId: toilet, evidence, note: '' },
})

const paper = { kind: 'document' as const, reference: 'ใบตรวจรับงาน 1/2567' }

const helped = householdAfter([
  { by: systemActor, command: importCommand([oldProblem(10, 'P204')]) },
  { by: people.tambonOfficer, command: help },
])

test('whoever recorded the help does not verify it', () => {
  expect(decideHouseholdCommand(helped, close([paper]), contextFor(people.tambonOfficer))).toMatchObject({
    ok: false,
    code: 'verifier-is-recorder',
  })
})

test('without evidence nothing is solved', () => {
  expect(decideHouseholdCommand(helped, close([]), contextFor(people.districtOfficer))).toMatchObject({
    ok: false,
    code: 'evidence-missing',
  })
})

test('an open hardship without help cannot be closed', () => {
  const open = householdAfter([{ by: systemActor, command: importCommand([oldProblem(10, 'P204', 'IN_PROGRESS')]) }])
  expect(decideHouseholdCommand(open, close([paper]), contextFor(people.districtOfficer))).toMatchObject({
    ok: false,
    code: 'no-help-recorded',
  })
})

test('another officer verifies with evidence, and it is solved', () => {
  const closed = householdAfter([
    { by: systemActor, command: importCommand([oldProblem(10, 'P204')]) },
    { by: people.tambonOfficer, command: help },
    { by: people.districtOfficer, command: close([paper]) },
  ])
  expect(closed.problems[0]).toMatchObject({
    state: 'RESOLVED',
    closedOn: '2024-01-12',
    closedBy: people.districtOfficer.personId,
  })
})

test('a foreign district may not, whatever the state', () => {
  expect(decideHouseholdCommand(helped, close([paper]), contextFor(people.foreignOfficer))).toMatchObject({
    ok: false,
    code: 'outside-area',
  })
})
