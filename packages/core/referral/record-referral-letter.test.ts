import { referProblem } from '@thaiqm/testing/deeds.ts'
import { contextFor, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { type Actor, systemActor } from '../access/actor.ts'
import { viewHousehold } from '../access/view-household.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '../household/household-command.ts'
import type { Day, Instant } from '../ledger/day.ts'
import type { ProblemId } from '../ledger/identifiers.ts'

const id = testId<ProblemId>(10)
type Step = Parameters<typeof householdAfter>[0][number]
const by = (actor: Actor, command: HouseholdCommand, at?: Instant): Step => ({
  by: actor,
  command,
  ...(at === undefined ? {} : { at }),
})
const letter = (number: string, over: object = {}): HouseholdCommand => ({
  type: 'RecordReferralLetter',
  input: {
    problemId: id,
    agencyCode: 'MOPH',
    number,
    writtenOn: '2024-01-12' as Day,
    references: [],
    cases: 3,
    ...over,
  },
})
const giveBack: HouseholdCommand = { type: 'ReturnReferral', input: { problemId: id, reason: 'นอกเขต' } }
const sent: readonly Step[] = [
  by(systemActor, importCommand([oldProblem(10, 'P501')])),
  by(people.districtOfficer, referProblem(id, 'MOPH')),
]
const decide = (steps: readonly Step[], actor: Actor, command: HouseholdCommand) => {
  const decided = decideHouseholdCommand(householdAfter([...steps]), command, contextFor(actor))
  return decided.ok ? decided.value.length : decided.code
}
const problemAfter = (...steps: readonly Step[]) => householdAfter([...sent, ...steps]).problems[0]

test('a letter’s number and day are kept on the referral, with whose office and hand wrote it', () => {
  const written = problemAfter(by(people.districtOfficer, letter(' มห 0118/1 ', { references: ['หนังสือ ก'] })))
  expect(written).toMatchObject({
    state: 'REFERRED',
    referral: {
      state: 'SENT',
      letter: {
        number: 'มห 0118/1',
        writtenOn: '2024-01-12',
        references: ['หนังสือ ก'],
        cases: 3,
        officeArea: '4901',
        by: people.districtOfficer.personId,
      },
    },
  })
  expect(written?.referral?.earlierLetter).toBeUndefined()
})

test('the same letter again is a copy and no new fact; another one keeps the last before it', () => {
  const once = [...sent, by(people.districtOfficer, letter('มห 0118/1'))]
  expect(decide(once, people.districtChief, letter('มห 0118/1'))).toBe(0)
  const twice = problemAfter(by(people.districtOfficer, letter('1')), by(people.districtOfficer, letter('2')))
  expect(twice?.referral).toMatchObject({ letter: { number: '2' }, earlierLetter: { number: '1' } })
})

test('no number, a day to come, another agency or a referral that is over is refused', () => {
  expect(decide(sent, people.districtOfficer, letter('  '))).toBe('letter-number-missing')
  expect(decide(sent, people.districtOfficer, letter('1', { writtenOn: '2024-01-13' }))).toBe('letter-day-to-come')
  expect(decide(sent, people.districtOfficer, letter('1', { agencyCode: 'LAO' }))).toBe('referral-not-waiting')
  const returned = [...sent, by(people.healthAgency, giveBack)]
  expect(decide(returned, people.districtOfficer, letter('1'))).toBe('referral-not-waiting')
})

test('sent again to the agency that returned it, it refers to the letter before; to another agency it does not', () => {
  const back = [by(people.districtOfficer, letter('1')), by(people.healthAgency, giveBack)]
  const again = problemAfter(...back, by(people.districtOfficer, referProblem(id, 'MOPH')))
  expect(again?.referral).toMatchObject({ state: 'SENT', earlierLetter: { number: '1', writtenOn: '2024-01-12' } })
  expect(again?.referral?.letter).toBeUndefined()
  const elsewhere = problemAfter(...back, by(people.districtOfficer, referProblem(id, 'LAO')))
  expect(elsewhere?.referral?.earlierLetter).toBeUndefined()
})

test('a contributing agency’s letter is its own', () => {
  const both = problemAfter(
    by(people.districtOfficer, referProblem(id, 'DOPA', { part: 'CONTRIBUTING' })),
    by(people.province, letter('มห 0017/9', { agencyCode: 'DOPA' })),
  )
  expect(both?.referral?.letter).toBeUndefined()
  expect(both?.contributions?.[0]?.letter).toMatchObject({ number: 'มห 0017/9', officeArea: '49' })
})

test('an answer given before its giver saw the letter still stands: a letter is no other’s word', () => {
  const seen = householdAfter([...sent])
  const now = householdAfter([...sent, by(people.districtOfficer, letter('1'))])
  const accept: HouseholdCommand = { type: 'AcceptReferral', input: { problemId: id, reply: 'รับเรื่อง' } }
  const context = { ...contextFor(people.healthAgency), seen }
  expect(decideHouseholdCommand(now, accept, context).ok).toBe(true)
  // A second office that had not seen the first one's letter does not write over it.
  expect(decideHouseholdCommand(now, letter('2'), { ...contextFor(people.districtOfficer), seen })).toMatchObject({
    code: 'changed-by-another',
  })
})

test('the agency reads the number to answer by; a partner reads it without what the letter refers to', () => {
  const { findForm, clocks, today } = contextFor(people.healthAgency)
  const written = householdAfter([...sent, by(people.districtOfficer, letter('1', { references: ['หนังสือ ก'] }))])
  const seenBy = (actor: Actor) =>
    viewHousehold(written, actor, findForm, { today, clocks }).problems[0]?.referral?.letter
  expect(seenBy(people.healthAgency)).toMatchObject({ number: '1', references: ['หนังสือ ก'] })
  expect(seenBy({ ...people.healthAgency, role: 'PARTNER' })).toMatchObject({ number: '1', references: [] })
})
