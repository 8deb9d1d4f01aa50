import { systemActor } from '@thaiqm/core/access/actor.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { recordHelp } from '@thaiqm/testing/deeds.ts'
import { householdAfter, importCommand, oldProblem, reXrayRound } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { expect, test } from 'vitest'
import { photosOfHousehold, photosOfProblem } from './photos-of-household.ts'

const roof = testId<ProblemId>(0x100)
const toilet = testId<ProblemId>(0x101)
const hash = (n: number) => n.toString(16).padStart(64, '0') as never
const evidence = (n: number, caption = '') => [{ kind: 'photo' as const, photo: hash(n), caption }]

const imported = {
  by: systemActor,
  command: importCommand([oldProblem(0x100, 'P204'), oldProblem(0x101, 'P202')]),
}
const visit = {
  by: people.villageHead,
  at: '2023-12-20T03:00:00.000Z' as Instant,
  command: {
    type: 'RecordVisit',
    input: {
      roundId: reXrayRound.id,
      outcome: 'ABSENT',
      visitedAt: '2023-12-20T03:00:00.000Z' as Instant,
      note: '',
      photos: [hash(1)],
    },
  } as HouseholdCommand,
}
const help = {
  by: people.villageHead,
  command: recordHelp([roof], { assistanceId: testId(0x200), evidence: evidence(2, 'หลังคาใหม่') }),
}
const closing = {
  by: people.tambonOfficer,
  at: '2024-01-15T03:00:00.000Z' as Instant,
  command: {
    type: 'CloseProblem',
    input: { problemId: roof, evidence: evidence(3), note: '', withoutOwnEvidence: 'ไม่มีภาพก่อนแก้ไข' },
  } as HouseholdCommand,
}

const listed = (photos: ReturnType<typeof photosOfHousehold>) =>
  photos.map(photo => [Number(`0x${photo.hash}`), photo.of, photo.on, photo.caption].join(' ').trim())

const problemOf = (household: Household, id: ProblemId) => {
  const problem = household.problems.find(one => one.id === id)
  if (problem === undefined) throw new Error('no such problem')
  return problem
}

test('each photo once, the oldest first, with its day and what it shows', () => {
  const household = householdAfter([imported, visit, help, closing])
  expect(listed(photosOfHousehold(household))).toEqual([
    '1 house 2023-12-20',
    '2 help 2024-01-10 หลังคาใหม่',
    '3 result 2024-01-15',
  ])
})

test('a hardship shows its own photos; without any, the house', () => {
  const household = householdAfter([imported, visit, help])
  expect(listed(photosOfProblem(household, problemOf(household, roof)))).toEqual(['2 help 2024-01-10 หลังคาใหม่'])
  expect(listed(photosOfProblem(household, problemOf(household, toilet)))).toEqual(['1 house 2023-12-20'])
  const bare = householdAfter([imported])
  expect(photosOfProblem(bare, problemOf(bare, toilet))).toEqual([])
})

test('a day that is not certain is not said', () => {
  const reopened = householdAfter([
    imported,
    help,
    closing,
    {
      by: people.districtOfficer,
      at: '2024-01-20T03:00:00.000Z' as Instant,
      command: { type: 'ReopenProblem', input: { problemId: roof, reason: 'หลังคารั่วอีก' } } as HouseholdCommand,
    },
  ])
  expect(listed(photosOfProblem(reopened, problemOf(reopened, roof)))).toEqual([
    '3 result',
    '2 help 2024-01-10 หลังคาใหม่',
  ])
  const household = householdAfter([imported, visit])
  const unknown = { ...household, visits: household.visits.map(({ photos: _photos, ...rest }) => rest) }
  expect(photosOfHousehold(unknown)).toMatchObject([{ on: null, of: 'house' }])
})
