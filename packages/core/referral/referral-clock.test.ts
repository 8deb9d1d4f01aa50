import { referProblem } from '@thaiqm/testing/deeds.ts'
import { contextFor, householdAfter, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { type Actor, systemActor } from '../access/actor.ts'
import { seesProblem } from '../access/visible-problem.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '../household/household-command.ts'
import type { Instant } from '../ledger/day.ts'
import type { ProblemId } from '../ledger/identifiers.ts'

const id = testId<ProblemId>(10)
const refer = (agencyCode: string, part?: 'CONTRIBUTING'): HouseholdCommand => referProblem(id, agencyCode, { part })
const accept: HouseholdCommand = { type: 'AcceptReferral', input: { problemId: id, reply: 'รับเรื่อง' } }
const complete: HouseholdCommand = { type: 'CompleteReferral', input: { problemId: id, result: 'ทำแล้ว' } }
const lapse = (contributor?: string): HouseholdCommand => ({
  type: 'LapseReferral',
  input: { problemId: id, contributor },
})
const agency = (agencyCode: string): Actor => ({ ...people.healthAgency, agencyCode })
const found = (kind: string) => ({ by: systemActor, command: importCommand([oldProblem(10, kind)]) })
const sent = (kind: string) => [found(kind), { by: people.districtOfficer, command: refer('MOPH') }]
const on = (day: string) => `${day}T03:00:00.000Z` as Instant
const codeOf = (steps: Parameters<typeof householdAfter>[0], by: Actor, command: HouseholdCommand, at?: Instant) => {
  const decided = decideHouseholdCommand(householdAfter(steps), command, contextFor(by, at))
  return decided.ok ? 'done' : decided.code
}

test('the agency has a day to answer by: seven days for an ordinary hardship, three for an urgent one', () => {
  expect(householdAfter(sent('P501')).problems[0]?.referral?.answerBy).toBe('2024-01-19')
  expect(householdAfter(sent('P302')).problems[0]?.referral?.answerBy).toBe('2024-01-15')
})

test('silence past that day brings it back by itself, and is counted', () => {
  expect(codeOf(sent('P501'), systemActor, lapse(), on('2024-01-19'))).toBe('referral-not-silent')
  const back = householdAfter([...sent('P501'), { by: systemActor, command: lapse(), at: on('2024-01-20') }])
  expect(back.problems[0]).toMatchObject({ state: 'IN_PROGRESS', lapsedCount: 1, referral: { state: 'LAPSED' } })
})

test('what was answered does not lapse, and nobody but the system lapses it', () => {
  const accepted = [...sent('P501'), { by: agency('MOPH'), command: accept }]
  expect(codeOf(accepted, systemActor, lapse(), on('2024-02-20'))).toBe('not-in-this-state')
  expect(codeOf(sent('P501'), people.districtChief, lapse(), on('2024-02-20'))).toBe('not-permitted')
})

test('a lead and a contributing agency each answer for themselves', () => {
  const both = [...sent('P501'), { by: people.districtOfficer, command: refer('DOPA', 'CONTRIBUTING') }]
  const answered = householdAfter([
    ...both,
    { by: agency('DOPA'), command: accept },
    { by: agency('DOPA'), command: complete },
  ]).problems[0]
  expect(answered).toMatchObject({
    state: 'REFERRED',
    referral: { agencyCode: 'MOPH', state: 'SENT' },
    contributions: [{ agencyCode: 'DOPA', state: 'DONE', reply: 'ทำแล้ว' }],
  })
  expect(codeOf(both, agency('LAO'), accept)).toBe('not-your-referral')
  expect(codeOf(both, people.districtOfficer, refer('DOPA', 'CONTRIBUTING'))).toBe('already-with-agency')
})

test('a contributing agency that is silent lapses without touching the lead', () => {
  const both = [...sent('P501'), { by: people.districtOfficer, command: refer('DOPA', 'CONTRIBUTING') }]
  const problem = householdAfter([...both, { by: systemActor, command: lapse('DOPA'), at: on('2024-01-20') }])
    .problems[0]
  expect(problem).toMatchObject({
    state: 'REFERRED',
    referral: { state: 'SENT' },
    contributions: [{ state: 'LAPSED' }],
  })
})

test('an agency reads a restricted case while it lies with it, and no more once it is sent back', () => {
  const isSeen = (steps: Parameters<typeof householdAfter>[0], by: Actor) => {
    const problem = householdAfter(steps).problems[0]
    return problem !== undefined && seesProblem(by, problem)
  }
  const contributing = [...sent('P601'), { by: people.designatedOfficer, command: refer('POLICE', 'CONTRIBUTING') }]
  const restricted = contributing.map(step =>
    step.by === people.districtOfficer ? { ...step, by: people.designatedOfficer } : step,
  )
  expect(isSeen(restricted, agency('MOPH'))).toBe(true)
  expect(isSeen(restricted, agency('POLICE'))).toBe(true)
  expect(isSeen(restricted, agency('LAO'))).toBe(false)
  const returned = [
    ...restricted,
    {
      by: agency('POLICE'),
      command: { type: 'ReturnReferral', input: { problemId: id, reason: 'นอกเขต' } } as HouseholdCommand,
    },
  ]
  expect(isSeen(returned, agency('POLICE'))).toBe(false)
})
