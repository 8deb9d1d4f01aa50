import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { importCommand, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { appendPart } from '../photo/photo-files.ts'
import { showToOwner, useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { advanceDevice, hashDeviceKey, saveDeviceReport } from './device-store.ts'
import { findSender } from './find-sender.ts'
import { runCommands } from './run-commands.ts'
import { addPeople, applyCommands, planRounds, testParts, toHousehold } from './test-commands.ts'

const database = useTestDatabase()
const parts = testParts(database)
const house = testId<string>(1)
const head = people.villageHead

beforeAll(async () => {
  await showToOwner(database, 'commands', 'ledger_events')
  await applyCommands(parts, systemActor, [
    ...planRounds(),
    ...addPeople([head]),
    ...toHousehold(house, importCommand([])),
  ])
})

test('one command, brought at once by a phone and by its copy, has one effect', async () => {
  const visit = {
    commandId: randomUUID(),
    sequence: 1,
    ledgerKind: 'household',
    ledgerId: house,
    type: 'RecordVisit',
    input: { roundId: reXrayRound.id, outcome: 'ABSENT', visitedAt: roundMorning, note: '', photos: [] },
    madeAt: roundMorning,
    basedOnVersion: null,
  } as unknown as CommandEnvelope
  const bring = () => runCommands(parts, { actor: head, deviceId: randomUUID(), commands: [visit] })
  const given = (await Promise.all([bring(), bring(), bring(), bring()])).flat()
  expect(given.map(receipt => receipt.outcome).sort()).toEqual([
    'already-applied',
    'already-applied',
    'already-applied',
    'applied',
  ])
  expect(new Set(given.map(receipt => receipt.receiptNumber)).size).toBe(1)
  const { rows } = await sql<{ facts: number }>`select count(*)::int as facts from ledger_events
    where command_id = ${visit.commandId}`.execute(database.owner)
  expect(rows).toEqual([{ facts: 1 }])
})

test('a copied phone is known by its key under the id it has just taken, and under one it has already sent by', async () => {
  const [first, renewed, key] = [randomUUID(), randomUUID(), 'k'.repeat(43)]
  const born = { personId: head.personId, postId: head.postId, areaLow: 49010507, at: roundMorning }
  const holdings = { waiting: 0, unsafe: 0, drafts: 0, photos: 0, oldestWaitingAt: null }
  const said = { ...born, deviceId: first, keyHash: hashDeviceKey(key), deviceKind: '', appVersion: '', holdings }
  await inTransaction(database.app, systemScope, trx => saveDeviceReport(trx, said))
  expect((await findSender(parts, null, { deviceId: renewed, key }))?.actor.personId).toBe(head.personId)
  await inTransaction(database.app, systemScope, trx => advanceDevice(trx, { ...born, deviceId: renewed, upTo: 1 }))
  expect((await findSender(parts, null, { deviceId: renewed, key }))?.actor.personId).toBe(head.personId)
  expect(await findSender(parts, null, { deviceId: renewed, key: 'x'.repeat(43) })).toBeNull()
})

test('a photo whose last part arrived before the server fell is finished by an empty part', async () => {
  const filesDir = await mkdtemp(join(tmpdir(), 'thaiqm-photo-'))
  const bytes = new Uint8Array(100).fill(5)
  bytes.set([0xff, 0xd8, 0xff])
  const hash = createHash('sha256').update(bytes).digest('hex')
  // As the disk stands when the last byte was written and nothing after it was done.
  expect(await appendPart(filesDir, hash, 0, 101, bytes)).toEqual({ kind: 'more', receivedBytes: 100 })
  expect(await appendPart(filesDir, hash, 100, 100, new Uint8Array())).toEqual({
    kind: 'whole',
    contentType: 'image/jpeg',
  })
})
