import type { AssignmentNeed, AssignmentOffer } from '@thaiqm/core/assignment/assignment.ts'
import { noPins } from '@thaiqm/core/assignment/assignment.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { HouseholdId, OfferId, OrganisationId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { proposeAssignment } from './propose-assignment.ts'
import { isSolverBusy, solveInWorker } from './solve-in-worker.ts'
import { NONE, type SolverTask } from './solver-task.ts'

const today = '2024-03-01' as Day

const need = (n: number, over: Partial<AssignmentNeed> = {}): AssignmentNeed => ({
  problemId: testId<ProblemId>(n),
  householdId: testId<HouseholdId>(100 + n),
  areaCode: '49010507',
  kindCode: 'P201',
  remedyIds: [],
  severity: 2,
  dueOn: '2024-03-20' as Day,
  quantity: 20,
  unit: 'แผ่น',
  budgetBaht: null,
  ...over,
})
const temple: AssignmentOffer = {
  offerId: testId<OfferId>(1000),
  organisationId: testId<OrganisationId>(2000),
  sector: 'REL',
  remedyIds: [],
  kindCodes: ['P201'],
  areaCode: '490105',
  unit: 'แผ่น',
  quantityLeft: 40,
  budgetLeftBaht: null,
  fromOn: '2024-01-01' as Day,
  untilOn: '2024-09-30' as Day,
}
const factory: AssignmentOffer = { ...temple, offerId: testId<OfferId>(1001), areaCode: '4901', quantityLeft: 30 }

const solve = (task: SolverTask) => solveInWorker(task, 5)
const needs = [
  need(1, { severity: 3 }),
  need(2, { dueOn: '2024-03-10' as Day, quantity: 30 }),
  need(3, { severity: 1 }),
]
const offers = [temple, factory]
const pairsOf = async (pins = noPins) => {
  const proposal = await proposeAssignment({ needs, offers, pins, today }, solve)
  if (!proposal.ok) return proposal.code
  return proposal.value.matches.map(m => [m.problemId, m.offerId]).sort()
}

test('in a thread of its own everybody is served when there is a way to', async () => {
  expect(await pairsOf()).toEqual([
    [testId(1), temple.offerId],
    [testId(2), factory.offerId],
    [testId(3), temple.offerId],
  ])
})

test('what people decide is kept, and the rest is the best that is left', async () => {
  const pinned = [{ problemId: testId<ProblemId>(1), offerId: factory.offerId }]
  const proposal = await proposeAssignment({ needs, offers, pins: { ...noPins, pinned }, today }, solve)
  if (!proposal.ok) throw new Error(proposal.code)
  expect(proposal.value.matches).toHaveLength(2)
  expect(proposal.value.matches).toContainEqual(pinned[0])
  expect(proposal.value.unserved).toMatchObject([{ problemId: testId(2), reason: 'used-up', before: 1, after: 1 }])
  const leftOut = [testId<ProblemId>(3)]
  expect(await pairsOf({ ...noPins, leftOut })).not.toContainEqual([testId(3), expect.anything()])
  expect(await pairsOf({ ...noPins, pinned, leftOut: [testId<ProblemId>(1)] })).toBe('pin-contradicts')
})

test('an answer that breaks a rule is thrown, never shown', async () => {
  const wrong = async (task: SolverTask) => ({
    offerOf: task.needs.map(() => 1),
    provenClasses: 1,
    classes: 1,
    open: null,
  })
  await expect(proposeAssignment({ needs, offers, pins: noPins, today }, wrong)).rejects.toThrow('overbooked')
  const none = async (task: SolverTask) => ({ ...(await wrong(task)), offerOf: task.needs.map(() => NONE) })
  const proposal = await proposeAssignment({ needs, offers, pins: noPins, today }, none)
  expect(proposal.ok && proposal.value.unserved.every(u => u.reason === 'not-proposed')).toBe(true)
})

test('of many who ask at once each is answered in turn, and the solver says when it has too many', async () => {
  expect(isSolverBusy()).toBe(false)
  const many = Array.from({ length: 6 }, () => pairsOf())
  expect(isSolverBusy()).toBe(true)
  const [first, ...others] = await Promise.all(many)
  for (const other of others) expect(other).toEqual(first)
  expect(isSolverBusy()).toBe(false)
})
