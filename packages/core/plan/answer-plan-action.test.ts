import { planAction, proposePlan, recordHelp } from '@thaiqm/testing/deeds.ts'
import { contextFor, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { type Actor, systemActor } from '../access/actor.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '../household/household-command.ts'
import type { HouseholdId, OrganisationId, PlanActionId, PlanId, ProblemId } from '../ledger/identifiers.ts'
import type { AnswerPlanActionInput } from './answer-plan-action.ts'

const id = testId<ProblemId>(10)
const mend = testId<PlanActionId>(31)
const planned = testId<PlanId>(30)
const propose: HouseholdCommand = proposePlan(planned, [
  planAction(mend, [id], { what: 'มุงหลังคา', sector: 'REL', organisationId: testId<OrganisationId>(0xf001) }),
])
const approved = [
  { by: systemActor, command: importCommand([oldProblem(10, 'P201')]) },
  { by: people.tambonOfficer, command: propose },
  { by: people.districtChief, command: { type: 'ApprovePlan' as const, input: { planId: planned, note: '' } } },
]

const answer = (over: Partial<AnswerPlanActionInput> = {}): HouseholdCommand => ({
  type: 'AnswerPlanAction',
  input: {
    planId: planned,
    planActionId: mend,
    answer: 'DONE',
    words: 'มุงเสร็จแล้ว',
    evidence: [{ kind: 'document', reference: 'ใบรับมอบ' }],
    answeredBy: 'หลวงพ่อสมมติ',
    ...over,
  },
})

const holder = (householdId: number, planActionId: PlanActionId = mend): Actor => ({
  ...people.templeContact,
  organisationId: null,
  areaCode: '',
  task: { householdId: testId<HouseholdId>(householdId), planActionId },
})

const codeOf = (by: Actor, command = answer(), past = approved) => {
  const decided = decideHouseholdCommand(householdAfter(past), command, contextFor(by))
  return decided.ok ? 'accepted' : decided.code
}

test('the owner answers, by account or by a link for this very action; nobody else’s link or organisation does', () => {
  expect(codeOf(people.templeContact)).toBe('accepted')
  expect(codeOf({ ...people.templeContact, organisationId: testId<OrganisationId>(0xf002) })).toBe('action-unknown')
  expect(codeOf(people.healthAgency)).toBe('action-unknown')
  expect(codeOf(people.tambonOfficer)).toBe('accepted')
  expect(codeOf(holder(1))).toBe('accepted')
  expect(codeOf(holder(2))).toBe('action-unknown')
  expect(codeOf(holder(1, testId<PlanActionId>(99)))).toBe('action-unknown')
})

test('whoever holds a link does nothing but answer', () => {
  const note: HouseholdCommand = recordHelp([id], { assistanceId: testId(40) })
  expect(codeOf(people.templeContact, note)).toBe('accepted')
  expect(codeOf(holder(1), note)).toBe('not-permitted')
})

test('done counts as a finished action with its evidence, so that somebody else may verify', () => {
  const household = householdAfter([...approved, { by: people.templeContact, command: answer() }])
  expect(household.problems[0]).toMatchObject({
    state: 'IN_PROGRESS',
    doneActionIds: [mend],
    helpedBy: [people.templeContact.personId],
    evidence: [{ kind: 'document', reference: 'ใบรับมอบ' }],
  })
  expect(household.plans[0]?.actions[0]).toMatchObject({ state: 'DONE', doneOn: '2024-01-12', result: 'มุงเสร็จแล้ว' })
  const close: HouseholdCommand = {
    type: 'CloseProblem',
    input: { problemId: id, evidence: [], note: '', withoutOwnEvidence: 'ไม่มีภาพก่อนซ่อม' },
  }
  const decided = decideHouseholdCommand(household, close, contextFor(people.districtOfficer))
  expect(decided.ok).toBe(true)
})

test('accepted and cannot change nothing of the hardship, and may be thought over; words and a name are asked for', () => {
  const cannot = answer({ answer: 'CANNOT', words: 'ไม่มีช่าง', evidence: [] })
  const household = householdAfter([
    ...approved,
    { by: people.templeContact, command: answer({ answer: 'ACCEPTED', words: '' }) },
    { by: people.templeContact, command: cannot },
  ])
  expect(household.plans[0]?.actions[0]).toMatchObject({ state: 'CANNOT', doneOn: null, answer: { words: 'ไม่มีช่าง' } })
  expect(household.problems[0]).toMatchObject({ state: 'PLANNED', doneActionIds: [], helpedBy: [] })
  expect(codeOf(people.templeContact, answer(), [...approved, { by: people.templeContact, command: cannot }])).toBe(
    'accepted',
  )
  expect(codeOf(people.templeContact, answer({ words: ' ' }))).toBe('result-missing')
  expect(codeOf(people.templeContact, answer({ answer: 'CANNOT', words: '' }))).toBe('reason-missing')
  expect(codeOf(people.templeContact, answer({ answeredBy: '' }))).toBe('answerer-missing')
  expect(codeOf(people.templeContact, answer(), approved.slice(0, 2))).toBe('plan-not-approved')
  const done = [...approved, { by: people.templeContact, command: answer() }]
  expect(codeOf(people.templeContact, answer(), done)).toBe('action-already-done')
})
