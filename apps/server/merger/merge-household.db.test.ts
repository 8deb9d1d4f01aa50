import { randomUUID } from 'node:crypto'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdId, MemberId, PhotoHash } from '@thaiqm/core/ledger/identifiers.ts'
import type { CommandEnvelope, Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import { recordHelp } from '@thaiqm/testing/deeds.ts'
import { headMember, importCommand, oldProblem, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { checkLedger, isSound } from '../cli/check-ledger.ts'
import { findHousehold } from '../household/household-store.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { lookUpHash } from '../platform/sealing.ts'
import { numbered, officeCommand } from '../sync/office-command.ts'
import { runCommands } from '../sync/run-commands.ts'
import { applyCommands, giveCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'
import { findAlikeHouseholds } from './possible-duplicates-store.ts'

const database = useTestDatabase()
const logged: string[] = []
const parts = testParts(database, { log: (event, details) => logged.push(`${event} ${JSON.stringify(details)}`) })
const [survivor, duplicate] = [testId<HouseholdId>(1), testId<HouseholdId>(2)]
const [head, alsoHead, child] = [0xd001, 0xd201, 0xd202].map(n => testId<MemberId>(n)) as [MemberId, MemberId, MemberId]
const number = '1490100000013'

const give = (actor: Actor, commands: readonly CommandEnvelope[], deviceId: string = randomUUID()) =>
  runCommands(parts, { actor, deviceId, commands })

const saidOf = (receipts: readonly Receipt[]) => receipts.map(r => r.refusal?.code ?? r.outcome)

const household = (actor: Actor, id: HouseholdId): Promise<Household | undefined> =>
  inTransaction(database.app, readingScope(actor), async trx => (await findHousehold(trx, parts.keys, id))?.household)

const now = async (id: HouseholdId) => {
  const known = await household(systemActor, id)
  if (known === undefined) throw new Error('no such household')
  return known
}

const seen = async (id: HouseholdId, command: ReturnType<typeof officeCommand>) => ({
  ...command,
  basedOnVersion: (await now(id)).version,
})

const reason = 'บันทึกซ้ำ'
const merging = async () => [
  await seen(
    survivor,
    officeCommand('household', survivor, 'TakeOverFrom', {
      duplicateId: duplicate,
      reason,
      members: [
        { memberId: alsoHead, sameAs: head },
        { memberId: child, sameAs: null },
      ],
    }),
  ),
  await seen(duplicate, officeCommand('household', duplicate, 'MergeHousehold', { survivorId: survivor, reason })),
]

const why = 'เป็นคนละครอบครัว'
const undoing = async () => [
  await seen(
    duplicate,
    officeCommand('household', duplicate, 'UnmergeHousehold', { survivorId: survivor, reason: why }),
  ),
  await seen(survivor, officeCommand('household', survivor, 'GiveBackTo', { duplicateId: duplicate, reason: why })),
]

const problemRows = async (actor: Actor) =>
  inTransaction(database.app, readingScope(actor), async trx => {
    const { rows } = await sql<{ id: string; household: string }>`
      select problem_id as id, household_id as household from problems order by 1`.execute(trx)
    return rows.map(row => [Number.parseInt(row.id.slice(-4), 16), row.household])
  })

beforeAll(async () => {
  const one = importCommand([oldProblem(10, 'P204')], {
    members: [headMember({ id: head, nationalNumber: number, numberStatus: 'valid' })],
  })
  const two = importCommand([oldProblem(20, 'P204'), oldProblem(21, 'P302'), oldProblem(22, 'P601')], {
    members: [
      headMember({ id: alsoHead, nationalNumber: number, numberStatus: 'valid' }),
      headMember({ id: child, firstName: 'เด็ก', isHead: false, relation: 'CHILD' }),
    ],
  })
  await applyCommands(parts, systemActor, planRounds())
  await applyCommands(parts, systemActor, [...toHousehold(survivor, one), ...toHousehold(duplicate, two)])
})

test('one person in two records is found by the number, in one’s own area only', async () => {
  const ask = (actor: Actor) =>
    inTransaction(database.app, readingScope(actor), trx =>
      findAlikeHouseholds(trx, {
        range: { low: 49_000_000, high: 49_999_999 },
        areaCode: 49010507,
        houseCode: null,
        houseNumber: '',
        numberHashes: [lookUpHash(parts.keys, number)],
        except: survivor,
        restricted: false,
      }),
    )
  expect(await ask(people.tambonOfficer)).toMatchObject([{ household_id: duplicate, by_person: true, by_code: false }])
  expect(await ask(people.foreignOfficer)).toEqual([])
})

test('a half that comes alone, in the wrong order or with another half refused changes nothing', async () => {
  const [take, merge] = await merging()
  if (take === undefined || merge === undefined) throw new Error('a merging has two halves')
  const before = [await now(survivor), await now(duplicate)]
  expect(await giveCommands(parts, people.tambonOfficer, [take])).toEqual(['companion-missing'])
  expect(await giveCommands(parts, people.tambonOfficer, [merge])).toEqual(['companion-missing'])
  const turned = (await merging()).reverse()
  expect(await giveCommands(parts, people.tambonOfficer, turned)).toEqual(['companion-missing', 'companion-missing'])
  const [again, empty] = await merging()
  const unreasoned = officeCommand('household', duplicate, 'MergeHousehold', { survivorId: survivor, reason: '' })
  if (again === undefined || empty === undefined) throw new Error('a merging has two halves')
  expect(await giveCommands(parts, people.tambonOfficer, [again, unreasoned])).toEqual([
    'companion-refused',
    'reason-missing',
  ])
  expect([await now(survivor), await now(duplicate)]).toEqual(before)
})

test('merging moves hidden hardships too, is answered alike when sent twice, and rows equal the ledgers', async () => {
  const commands = numbered(await merging(), roundMorning)
  const device = randomUUID()
  expect(saidOf(await give(people.tambonOfficer, commands, device)), logged.join('\n')).toEqual(['applied', 'applied'])
  expect(saidOf(await give(people.tambonOfficer, commands, device))).toEqual(['already-applied', 'already-applied'])
  expect(await problemRows(systemActor)).toEqual([
    [10, survivor],
    [21, survivor],
    [22, survivor],
  ])
  expect((await now(duplicate)).status).toBe('MERGED')
  expect((await now(survivor)).members.map(m => m.id)).toEqual([head, child])
  expect(isSound(await checkLedger(parts))).toBe(true)

  const report = officeCommand('household', duplicate, 'RecordVisit', {
    roundId: reXrayRound.id,
    outcome: 'ABSENT',
    visitedAt: roundMorning,
    note: '',
    photos: [],
  })
  expect(await giveCommands(parts, people.tambonOfficer, [report])).toEqual(['household-merged'])
})

test('undoing it gives everything back, with what was done since', async () => {
  const work = officeCommand('household', survivor, 'StartWork', { problemId: testId(21), note: 'ติดต่อโรงเรียนแล้ว' })
  expect(await giveCommands(parts, people.tambonOfficer, [work])).toEqual(['applied'])
  expect(await giveCommands(parts, people.tambonOfficer, await undoing()), logged.join('\n')).toEqual([
    'applied',
    'applied',
  ])
  expect(await problemRows(systemActor)).toEqual([
    [10, survivor],
    [20, duplicate],
    [21, duplicate],
    [22, duplicate],
  ])
  const back = await now(duplicate)
  expect(back).toMatchObject({ status: 'ACTIVE' })
  expect(back.problems.find(p => p.id === testId(21))).toMatchObject({ state: 'IN_PROGRESS' })
  expect(isSound(await checkLedger(parts))).toBe(true)
})

test('a photo that may be shown goes along with its consent, there and back, and is in the rows of one household only', async () => {
  const photo = '1'.padStart(64, '0')
  const shownIn = () =>
    inTransaction(database.app, systemScope, async trx => {
      const { rows } = await sql<{ household: string }>`
        select household_id as household from consented_photos where photo_hash = ${photo}`.execute(trx)
      return rows.map(row => row.household)
    })
  const help = recordHelp([testId(21)], { evidence: [{ kind: 'photo', photo: photo as PhotoHash, caption: '' }] })
  const consent = { photo, consentedBy: 'นางสมมติ', consentedOn: '2024-01-12' }
  const deeds = [
    officeCommand('household', duplicate, help.type, help.input),
    officeCommand('household', duplicate, 'RecordPhotoConsent', consent),
  ]
  expect(await giveCommands(parts, people.tambonOfficer, deeds)).toEqual(['applied', 'applied'])
  expect(await shownIn()).toEqual([duplicate])
  expect(await giveCommands(parts, people.tambonOfficer, await merging())).toEqual(['applied', 'applied'])
  expect(await shownIn()).toEqual([survivor])
  expect(await giveCommands(parts, people.tambonOfficer, await undoing())).toEqual(['applied', 'applied'])
  expect(await shownIn()).toEqual([duplicate])
  expect((await now(survivor)).photoConsents).toEqual([])
  expect(isSound(await checkLedger(parts))).toBe(true)
})
