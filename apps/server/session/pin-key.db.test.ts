import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import { roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { openInstallationState } from '../installation/installation-state.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { createApp } from '../platform/http/create-app.ts'
import { hashPassword } from '../platform/password.ts'
import { readUnsentWorkKeys } from '../platform/unsent-work-keys.ts'
import { numbered, officeCommand } from '../sync/office-command.ts'
import { runCommands } from '../sync/run-commands.ts'
import { savePassword } from './session-store.ts'

const database = useTestDatabase()
let app: FastifyInstance

const post = (actor: Actor) => ({
  id: actor.postId,
  role: actor.role,
  areaCode: actor.areaCode,
  organisationId: null,
  agencyCode: null,
  designated: false,
  mayRecordLate: false,
})

beforeAll(async () => {
  const installation = await openInstallationState(database.app)
  await installation.change({ mode: 'practice', practiceDay: '2024-01-12' as Day, provinceCode: '49' })
  const filesDir = await mkdtemp(join(tmpdir(), 'thaiqm-pin-'))
  const unsentWork = await readUnsentWorkKeys(join(filesDir, 'keys', 'unsent-work.json'))
  const parts = {
    db: database.app,
    keys: { version: 1, seal: new Uint8Array(32).fill(7), lookUp: new Uint8Array(32).fill(9) },
    clock: { now: () => roundMorning },
    catalogue: decisionCatalogue,
    log: () => undefined,
  }
  const server = { parts, unsentWork, installation, filesDir, close: async () => undefined }
  app = await createApp(server, { token: '1234-5678', loadPractice: async () => undefined })
  await app.ready()
  const added = [people.villageHead, people.tambonOfficer, people.districtChief].map((actor, n) =>
    officeCommand('person', actor.personId, 'AddPerson', {
      username: `person-${n}`,
      name: actor.name,
      position: actor.position,
      phone: null,
      posts: [post(actor)],
    }),
  )
  const commands = numbered(added, roundMorning)
  const receipts = await runCommands(parts, { actor: systemActor, deviceId: testId(0x51), commands })
  expect(receipts.map(receipt => receipt.outcome)).toEqual(['applied', 'applied', 'applied'])
})

const signIn = async (actor: Actor): Promise<string> => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/practice/sign-in',
    payload: { personId: actor.personId },
  })
  return answer.cookies.map(c => `${c.name}=${c.value}`).join('; ')
}

/** A phone that has reported itself once, and what it keeps behind its PIN. */
const phoneOf = async (actor: Actor, n: number) => {
  const deviceId = testId<string>(n)
  const authorization = `Device ${deviceId}.${randomBytes(32).toString('base64url')}`
  const cookie = await signIn(actor)
  const holdings = { waiting: 0, unsafe: 0, drafts: 0, photos: 0, oldestWaitingAt: null }
  await app.inject({
    method: 'POST',
    url: '/api/devices/report',
    headers: { cookie, authorization },
    payload: { deviceId, epoch: null, holdings, appVersion: '2', deviceKind: '' },
  })
  const kept = await app.inject({
    method: 'POST',
    url: '/api/session/pin-key',
    headers: { cookie },
    payload: { deviceId },
  })
  const key = kept.json().key as string
  const byPin = (over: { key?: string; authorization?: string; deviceId?: string } = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/session/by-pin',
      headers: { authorization: over.authorization ?? authorization },
      payload: { deviceId: over.deviceId ?? deviceId, key: over.key ?? key },
    })
  return { deviceId, cookie, key, byPin }
}

test('a phone signs its person in again by what lies behind the PIN, under the same post', async () => {
  const { byPin } = await phoneOf(people.villageHead, 0x61)
  const answer = await byPin()
  expect(answer.statusCode).toBe(200)
  expect(answer.json().actor).toMatchObject({
    personId: people.villageHead.personId,
    postId: people.villageHead.postId,
  })
  expect(answer.cookies).toHaveLength(1)
})

test('nothing else signs in: another key, another device, no device key, another person’s device', async () => {
  const head = await phoneOf(people.villageHead, 0x62)
  const officer = await phoneOf(people.tambonOfficer, 0x63)
  expect((await head.byPin({ key: officer.key })).statusCode).toBe(401)
  expect((await head.byPin({ deviceId: officer.deviceId })).statusCode).toBe(401)
  expect((await head.byPin({ authorization: '' })).statusCode).toBe(401)
  expect((await head.byPin({ authorization: `Device ${head.deviceId}.${'A'.repeat(43)}` })).statusCode).toBe(401)
  expect((await head.byPin({ deviceId: testId<string>(0x6f) })).statusCode).toBe(401)
  const asked = await app.inject({
    method: 'POST',
    url: '/api/session/pin-key',
    headers: { cookie: head.cookie },
    payload: { deviceId: officer.deviceId },
  })
  expect(asked.statusCode).toBe(404)
})

test('another password ends it', async () => {
  const { byPin } = await phoneOf(people.tambonOfficer, 0x64)
  expect((await byPin()).statusCode).toBe(200)
  const hash = await hashPassword('another-long-password-2567')
  await inTransaction(database.app, systemScope, trx => savePassword(trx, people.tambonOfficer.personId, hash, false))
  expect((await byPin()).statusCode).toBe(401)
})

test('a lock by the office ends it', async () => {
  const { deviceId, byPin } = await phoneOf(people.villageHead, 0x65)
  expect((await byPin()).statusCode).toBe(200)
  const cookie = await signIn(people.districtChief)
  const locked = await app.inject({
    method: 'POST',
    url: `/api/devices/${deviceId}/lock`,
    headers: { cookie },
    payload: { isLocked: true },
  })
  expect(locked.statusCode).toBe(200)
  expect((await byPin()).statusCode).toBe(401)
})
