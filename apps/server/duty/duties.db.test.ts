import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { type Day, dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { referProblem, reportProblem } from '@thaiqm/testing/deeds.ts'
import { importCommand, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { applyCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'
import { dutyQueryOf } from './duties-of-actor.ts'
import { countDuties, findDuties } from './duty-store.ts'

const database = useTestDatabase()
let now = roundMorning
const parts = testParts(database, { clock: { now: () => now } })

const house = testId<string>(1)
const card = testId<ProblemId>(10)
const drugs = testId<ProblemId>(11)

const give = (actor: Actor, ...given: HouseholdCommand[]) => applyCommands(parts, actor, toHousehold(house, ...given))

const todayOf = (actor: Actor, at: Instant) => {
  const query = dutyQueryOf(actor, dayOf(at))
  return query === null
    ? Promise.resolve([])
    : inTransaction(database.app, readingScope(actor), async trx =>
        (await findDuties(trx, query, 50)).map(d => `${d.kind} ${d.problemId === drugs ? 'drugs' : 'card'} ${d.dueOn}`),
      )
}
const on = (day: string) => `${day}T02:00:00.000Z` as Instant

beforeAll(async () => {
  await applyCommands(parts, systemActor, planRounds())
  await give(systemActor, importCommand([]))
  await give(people.designatedOfficer, reportProblem(card, 'P501'), reportProblem(drugs, 'P601'))
})

test('what waits stands before who has to act, the hidden only before who may see it, and of others nothing', async () => {
  expect(await todayOf(people.tambonOfficer, on('2024-01-12'))).toEqual(['problem-to-plan card 2024-02-11'])
  expect(await todayOf(people.villageHead, on('2024-01-12'))).toEqual([])
  expect(await todayOf(people.foreignOfficer, on('2024-06-12'))).toEqual([])
  expect(await todayOf(people.auditor, on('2024-06-12'))).toEqual([])
})

test('what nobody does is carried up by the day alone: tambon, district, chief, province', async () => {
  expect(await todayOf(people.districtOfficer, on('2024-02-24'))).toEqual([])
  expect(await todayOf(people.districtOfficer, on('2024-02-25'))).toEqual(['problem-to-plan card 2024-02-11'])
  expect(await todayOf(people.designatedOfficer, on('2024-02-25'))).toEqual([
    'problem-to-plan drugs 2024-01-19',
    'problem-to-plan card 2024-02-11',
  ])
  expect(await todayOf(people.province, on('2024-04-11'))).toEqual(['problem-to-plan card 2024-02-11'])
})

test('an agency reads its own; silence past its day stands before the district at once', async () => {
  await give(people.districtOfficer, referProblem(card, 'MOPH'))
  await give(people.designatedOfficer, referProblem(drugs, 'POLICE'))
  expect(await todayOf(people.healthAgency, on('2024-01-12'))).toEqual(['referral-to-answer card 2024-01-19'])
  expect(await todayOf({ ...people.healthAgency, agencyCode: 'LAO' }, on('2024-01-12'))).toEqual([])
  expect(await todayOf(people.districtOfficer, on('2024-01-19'))).toEqual([])
  expect(await todayOf(people.districtOfficer, on('2024-01-20'))).toEqual(['referral-to-answer card 2024-01-19'])
})

test('the numbers are those of the list, by how soon', async () => {
  const at = dayOf(on('2024-02-25'))
  const query = dutyQueryOf(people.designatedOfficer, at)
  if (query === null) throw new Error('an officer has duties')
  const counts = await inTransaction(database.app, readingScope(people.designatedOfficer), trx =>
    countDuties(trx, query, '2024-02-24' as Day),
  )
  const listed = await todayOf(people.designatedOfficer, on('2024-02-25'))
  expect(counts.reduce((n, c) => n + c.overdue + c.within7Days + c.within14Days + c.within30Days, 0)).toBe(
    listed.length,
  )
  now = on('2024-02-25')
  expect(counts).toContainEqual({
    kind: 'referral-to-answer',
    overdue: 2,
    within7Days: 0,
    within14Days: 0,
    within30Days: 0,
    newlyWaiting: 0,
  })
})
