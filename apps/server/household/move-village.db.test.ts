import { randomUUID } from 'node:crypto'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { importCommand, oldProblem, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { beforeAll, expect, test } from 'vitest'
import { checkLedger, isSound } from '../cli/check-ledger.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { findFacts } from '../sync/ledger-store.ts'
import { postgresLedger } from '../sync/postgres-ledger.ts'
import { postgresPull } from '../sync/postgres-pull.ts'
import { pullPage } from '../sync/pull-area.ts'
import { receivePush } from '../sync/receive-push.ts'
import { findParked } from '../sync/sync-store.ts'
import { applyCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'
import { moveVillage } from './move-village.ts'

const database = useTestDatabase()
const logged: string[] = []
const parts = testParts(database, { log: (event, details) => logged.push(`${event} ${JSON.stringify(details)}`) })
const house = testId<string>(1)
const newOfficer: Actor = { ...people.tambonOfficer, personId: testId(0xa0ff), areaCode: '490106' }

const pull = (actor: Actor, areaCode: string, cursor?: string) =>
  inTransaction(database.app, readingScope(actor), trx =>
    pullPage(postgresPull(trx, parts), decisionCatalogue, {
      actor,
      areaCode,
      cursor,
      limit: 50,
      epoch: 'e',
      asOf: roundMorning,
    }),
  )

beforeAll(async () => {
  await applyCommands(parts, systemActor, planRounds())
  await applyCommands(parts, systemActor, toHousehold(house, importCommand([oldProblem(10, 'P204')])))
})

test('a village that moves takes its history and waiting work along; phones of the old one forget it', async () => {
  const before = await pull(people.tambonOfficer, '49010507')
  if (!before.ok) throw new Error(before.code)
  expect(before.value.households.map(h => h.id)).toEqual([house])

  expect(
    await moveVillage(parts, { from: '49010507', to: '49010601', villageName: 'บ้านใหม่สมมติ', reason: 'แบ่งเขตใหม่' }),
  ).toBe(1)
  expect(await moveVillage(parts, { from: '49010507', to: '49010601', villageName: '', reason: 'แบ่งเขตใหม่' })).toBe(0)

  const left = await pull(people.tambonOfficer, '49010507', before.value.cursor)
  expect(left).toMatchObject({ ok: true, value: { households: [], gone: [house] } })
  const arrived = await pull(newOfficer, '49010601')
  expect(arrived).toMatchObject({ ok: true, value: { households: [{ id: house, areaCode: '49010601' }] } })
  const facts = await inTransaction(database.app, readingScope(newOfficer), trx => findFacts(trx, parts.keys, [house]))
  expect(facts.get(house)?.map(f => f.version)).toEqual([1, 2, 3, 4])

  // The old officer’s phone was away: what it still sends is kept, and whoever has the household now finds it.
  const late = {
    commandId: randomUUID(),
    sequence: 1,
    ledgerKind: 'household',
    ledgerId: house,
    type: 'RecordVisit',
    input: { roundId: reXrayRound.id, outcome: 'ABSENT', visitedAt: roundMorning, note: 'ก่อนย้ายเขต', photos: [] },
    madeAt: roundMorning,
    basedOnVersion: 3,
  } as unknown as CommandEnvelope
  const pushed = await receivePush(
    postgresLedger(parts),
    parts,
    'e',
    { actor: people.tambonOfficer, isDisabled: false },
    {
      deviceId: testId(0xd1),
      epoch: null,
      commands: [late],
    },
  )
  expect(pushed).toMatchObject({ ok: true, value: { upTo: 1, receipts: [{ outcome: 'parked' }] } })
  const parkedFor = async (actor: Actor) =>
    (await inTransaction(database.app, readingScope(actor), trx => findParked(trx, 10))).map(p => p.command_id)
  expect(await parkedFor(newOfficer)).toEqual([late.commandId])
  expect(await parkedFor(people.foreignOfficer)).toEqual([])

  // What waited before a second move goes along too.
  await moveVillage(parts, { from: '49010601', to: '49030101', villageName: '', reason: 'โอนอำเภอ' })
  expect(await parkedFor(newOfficer)).toEqual([])
  expect(await parkedFor(people.foreignOfficer)).toEqual([late.commandId])
  const check = await checkLedger(parts)
  expect(isSound(check), JSON.stringify(check)).toBe(true)
})
