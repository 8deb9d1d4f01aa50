import { randomBytes } from 'node:crypto'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { openTestApp } from '../platform/http/test-app.ts'
import { hashPassword } from '../platform/password.ts'
import { addPeople, applyCommands, testParts } from '../sync/test-commands.ts'
import { savePassword } from './session-store.ts'

const database = useTestDatabase()
let app: FastifyInstance

let cookieOf: (actor: Actor) => Promise<string>

beforeAll(async () => {
  const parts = testParts(database)
  ;({ app, cookieOf } = await openTestApp(parts))
  await applyCommands(parts, systemActor, addPeople([people.villageHead, people.tambonOfficer, people.districtChief]))
})

/** A phone that has reported itself once, and what it keeps behind its PIN. */
const phoneOf = async (actor: Actor, n: number) => {
  const deviceId = testId<string>(n)
  const authorization = `Device ${deviceId}.${randomBytes(32).toString('base64url')}`
  const cookie = await cookieOf(actor)
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
  const cookie = await cookieOf(people.districtChief)
  const locked = await app.inject({
    method: 'POST',
    url: `/api/devices/${deviceId}/lock`,
    headers: { cookie },
    payload: { isLocked: true },
  })
  expect(locked.statusCode).toBe(200)
  expect((await byPin()).statusCode).toBe(401)
})
