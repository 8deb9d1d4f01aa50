import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { VillageCode } from '@thaiqm/core/area/area-code.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { type Day, dayOf } from '@thaiqm/core/ledger/day.ts'
import type { HouseholdId, MemberId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { referProblem, reportProblem } from '@thaiqm/testing/deeds.ts'
import { headMember, importCommand, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { checkLedger, isSound } from '../cli/check-ledger.ts'
import { dutyQueryOf } from '../duty/duties-of-actor.ts'
import { findDuties } from '../duty/duty-store.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { narrowRange } from '../platform/narrow-range.ts'
import { findFacts } from '../sync/ledger-store.ts'
import { applyCommands, giveCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'
import { listHandedOver } from './handover-store.ts'
import { findHousehold } from './household-store.ts'
import { readTimelineOf } from './read-timeline.ts'

const database = useTestDatabase()
const parts = testParts(database)

const house = testId<HouseholdId>(1)
const wife = headMember({ id: testId<MemberId>(0xd002), firstName: 'จำปา', isHead: false, relation: 'SPOUSE' })
const roof = testId<ProblemId>(10)
const card = testId<ProblemId>(11)
const hers = testId<ProblemId>(12)
const drugs = testId<ProblemId>(13)
const newTambonOfficer: Actor = { ...people.tambonOfficer, personId: testId(0xa0fe), areaCode: '490301' }

const outcomes = (actor: Actor, ...given: HouseholdCommand[]) =>
  giveCommands(parts, actor, toHousehold(house, ...given))
const give = (actor: Actor, ...given: HouseholdCommand[]) => applyCommands(parts, actor, toHousehold(house, ...given))

const report = (problemId: ProblemId, kindCode: string, memberId: MemberId | null): HouseholdCommand =>
  reportProblem(problemId, kindCode, { memberId })
const refer = (problemId: ProblemId): HouseholdCommand => referProblem(problemId, 'MOPH')
const move: HouseholdCommand = {
  type: 'MoveHousehold',
  input: { areaCode: '49030101' as VillageCode, villageName: 'บ้านปลายทาง', reason: 'ย้ายตามทะเบียนบ้าน' },
}

const todayOf = async (actor: Actor) => {
  const query = dutyQueryOf(actor, dayOf(roundMorning))
  if (query === null) return []
  const found = await inTransaction(database.app, readingScope(actor), trx => findDuties(trx, query, 50))
  return found.map(d => `${d.kind} ${d.problemId === card ? 'card' : d.problemId === roof ? 'roof' : 'other'}`)
}

const handedOver = (actor: Actor, direction: 'received' | 'given', area?: string) =>
  inTransaction(database.app, readingScope(actor), trx =>
    listHandedOver(trx, { range: narrowRange(actor, area), direction, page: 1, pageSize: 10 }),
  )

const read = (actor: Actor) =>
  inTransaction(database.app, readingScope(actor), async trx => ({
    household: (await findHousehold(trx, parts.keys, house))?.household,
    facts: (await findFacts(trx, parts.keys, [house])).get(house)?.length,
    timeline: (await readTimelineOf(trx, parts, actor, house))?.entries,
  }))

beforeAll(async () => {
  await applyCommands(parts, systemActor, planRounds())
  await give(systemActor, importCommand([], { members: [headMember(), wife] }))
  await give(people.designatedOfficer, report(roof, 'P204', null), report(card, 'P501', headMember().id))
  await give(people.designatedOfficer, report(hers, 'P501', wife.id), report(drugs, 'P601', wife.id))
  await give(people.districtOfficer, refer(card), refer(hers))
})

test('with a death what waits for the dead is over, before the agency too, and betrays nothing that was hidden', async () => {
  expect(await todayOf(people.healthAgency)).toEqual(['referral-to-answer card', 'referral-to-answer other'])
  await give(people.villageHead, {
    type: 'RecordDeath',
    input: { memberId: wife.id, diedOn: '2024-01-10' as Day, newHeadId: null, note: '' },
  })
  expect(await todayOf(people.healthAgency)).toEqual(['referral-to-answer card'])
  expect(await todayOf(people.tambonOfficer)).toEqual(['problem-to-plan roof'])
  const states = (await read(people.designatedOfficer)).household?.problems.map(p => [p.id, p.state])
  expect(states).toEqual([
    [roof, 'OPEN'],
    [card, 'REFERRED'],
    [hers, 'CANCELLED'],
    [drugs, 'CANCELLED'],
  ])
  const told = async (actor: Actor) =>
    (await read(actor)).timeline?.slice(-3).map(({ type, problemId }) => [type, problemId])
  expect(await told(people.villageHead)).toEqual([
    ['ProblemReferred', hers],
    ['MemberDied', null],
    ['ProblemCancelled', hers],
  ])
  expect(await told(people.designatedOfficer)).toContainEqual(['ProblemCancelled', drugs])
})

test('a family that leaves the district is handed over with all that waits; the giver keeps knowing where it went', async () => {
  const before = await read(people.districtOfficer)
  expect(await outcomes(people.foreignOfficer, move)).not.toEqual(['applied'])
  await give(people.districtOfficer, move)

  expect(await todayOf(people.tambonOfficer)).toEqual([])
  expect(await todayOf(newTambonOfficer)).toEqual(['problem-to-plan roof'])
  expect(await read(people.districtOfficer)).toEqual({ household: undefined, facts: undefined, timeline: undefined })
  const after = await read(people.foreignOfficer)
  expect(after.facts).toBe((before.facts ?? 0) + 1)
  expect(after.household).toMatchObject({ areaCode: '49030101', problems: before.household?.problems })
  expect(after.timeline?.length).toBe((before.timeline?.length ?? 0) + 1)

  const row = { fromArea: '49010507', toArea: '49030101', movedOn: '2024-01-12', reason: 'ย้ายตามทะเบียนบ้าน' }
  expect(await handedOver(people.districtOfficer, 'given')).toEqual({
    rows: [{ householdId: null, ...row }],
    hasMore: false,
  })
  expect((await handedOver(people.districtOfficer, 'received')).rows).toEqual([])
  expect((await handedOver(people.foreignOfficer, 'received')).rows).toEqual([{ householdId: house, ...row }])
  expect((await handedOver(people.foreignOfficer, 'given')).rows).toEqual([])
  expect((await handedOver(people.province, 'given')).rows).toEqual([{ householdId: house, ...row }])
  expect((await handedOver({ ...people.foreignOfficer, areaCode: '4904' }, 'received', '4903')).rows).toEqual([])

  const referred = await inTransaction(database.app, readingScope({ ...people.healthAgency, areaCode: '49' }), trx =>
    sql`select agency_code, state, area_code from referrals where problem_id = ${card}`.execute(trx),
  )
  expect(referred.rows).toEqual([{ agency_code: 'MOPH', state: 'SENT', area_code: 49030101 }])
  const check = await checkLedger(parts)
  expect(isSound(check), JSON.stringify(check)).toBe(true)
})

test('who has given it writes to it no more; who has received it does', async () => {
  expect(await outcomes(people.districtOfficer, report(testId(20), 'P202', null))).not.toEqual(['applied'])
  await give(people.foreignOfficer, report(testId(21), 'P202', null))
})
