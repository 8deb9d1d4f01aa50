import { clocks } from '@thaiqm/catalogue/clocks.ts'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { contextFor, householdAfter, importCommand, reXrayRound } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { systemActor } from '../access/actor.ts'
import { viewHousehold } from '../access/view-household.ts'
import { householdDuties } from '../duty/household-duties.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '../household/household-command.ts'
import type { Day } from '../ledger/day.ts'
import type { DataRequestId } from '../ledger/identifiers.ts'

const requestId = testId<DataRequestId>(70)
const asked = {
  requestId,
  kind: 'CORRECT' as const,
  askedBy: 'หัวหน้าครัวเรือน',
  receivedOn: '2024-01-10' as Day,
  words: 'รายได้ไม่ถูกต้อง',
}
const record = (over: Partial<typeof asked> = {}): HouseholdCommand => ({
  type: 'RecordDataRequest',
  input: { ...asked, ...over },
})
const answer = (over: object = {}): HouseholdCommand => ({
  type: 'AnswerDataRequest',
  input: { requestId, answer: 'DONE', words: '', ...over },
})
const begun = [{ by: systemActor, command: importCommand([]) }]
const recorded = [...begun, { by: people.districtOfficer, command: record() }]
const duties = (steps: typeof begun) => householdDuties(householdAfter(steps), reXrayRound, clocks)

test('a request is the district’s to answer within thirty days of being received; answered, it waits no more', () => {
  expect(duties(recorded)).toMatchObject([
    { kind: 'data-request-to-answer', holder: 'DISTRICT', waitingSince: '2024-01-10', dueOn: '2024-02-09' },
  ])
  const answered = [...recorded, { by: people.districtChief, command: answer() }]
  expect(duties(answered)).toEqual([])
  expect(householdAfter(answered).dataRequests).toMatchObject([
    { ...asked, answered: { answer: 'DONE', by: people.districtChief.personId } },
  ])
})

test('who asked, and in which words, is for those who answer', () => {
  const household = householdAfter(recorded)
  const seenBy = (actor: typeof people.villageHead) =>
    viewHousehold(household, actor, decisionCatalogue.findForm).dataRequests?.length ?? 0
  expect([people.districtOfficer, people.villageHead, people.tambonOfficer, people.healthAgency].map(seenBy)).toEqual([
    1, 0, 0, 0,
  ])
})

test.each([
  ['without an asker', begun, record({ askedBy: ' ' }), people.districtOfficer, 'asker-missing'],
  ['a correction of nothing', begun, record({ words: '' }), people.districtOfficer, 'request-words-missing'],
  ['received tomorrow', begun, record({ receivedOn: '2024-01-13' as Day }), people.districtOfficer, 'day-in-future'],
  ['by a tambon officer', begun, record(), people.tambonOfficer, 'not-permitted'],
  ['answered before it was asked', begun, answer(), people.districtOfficer, 'data-request-unknown'],
  ['declined without a reason', recorded, answer({ answer: 'DECLINED' }), people.districtOfficer, 'reason-missing'],
])('not %s', (_, steps, command, actor, code) => {
  expect(decideHouseholdCommand(householdAfter(steps), command, contextFor(actor))).toMatchObject({ ok: false, code })
})

test('not answered twice', () => {
  const answered = householdAfter([...recorded, { by: people.districtOfficer, command: answer() }])
  expect(decideHouseholdCommand(answered, answer(), contextFor(people.districtChief))).toMatchObject({
    code: 'data-request-answered',
  })
})
