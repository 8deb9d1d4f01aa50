import { createHash, randomBytes } from 'node:crypto'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import { people } from '@thaiqm/testing/people.ts'
import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { openTestApp, type TestAnswer, type TestApp } from '../platform/http/test-app.ts'
import { addPeople, applyCommands, testParts } from '../sync/test-commands.ts'

const database = useTestDatabase()
let app: TestApp['app']
let call: TestApp['call']
let cookieOf: TestApp['cookieOf']

beforeAll(async () => {
  const parts = testParts(database)
  ;({ app, call, cookieOf } = await openTestApp(parts))
  await applyCommands(parts, systemActor, addPeople([people.tambonOfficer]))
})

const image = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(200_000)])
const hash = createHash('sha256').update(image).digest('hex')
const part = async (of: Buffer, photoHash: string, from: number, to: number, size = of.length) => {
  const headers = { cookie: await cookieOf(people.tambonOfficer), 'content-type': 'application/octet-stream' }
  const url = `/api/photos/${photoHash}?offset=${from}&size=${size}`
  const answer = await app.inject({ method: 'PATCH', url, headers, payload: of.subarray(from, to) })
  return { status: answer.statusCode, body: answer.json() as TestAnswer['body'] }
}

test('photos arrive byte for byte whatever part is cut, doubled or comes out of turn', async () => {
  const at = 65_536
  expect((await part(image, hash, at, 2 * at)).body).toMatchObject({ receivedBytes: 0, isWhole: false })
  for (let from = 0; from < image.length; from += at) {
    const done = await part(image, hash, from, from + at)
    expect(done.body).toMatchObject({ receivedBytes: Math.min(from + at, image.length) })
    if (from === at)
      expect((await part(image, hash, from, from + at)).body).toMatchObject({ receivedBytes: 2 * at, isWhole: false })
  }
  expect((await call(people.tambonOfficer, 'GET', `/api/photos/${hash}/progress`)).body).toMatchObject({
    isWhole: true,
  })
  expect((await part(image, hash, 0, at)).body).toMatchObject({ isWhole: true })
})

test('photos that are damaged, no picture, or nine megabytes too big are refused and leave nothing behind', async () => {
  const bad = Buffer.from(image)
  bad[5000] = (bad[5000] ?? 0) ^ 1
  expect((await part(bad, 'e'.repeat(64), 0, bad.length)).body.refusal?.code).toBe('photo-differs')
  expect((await call(people.tambonOfficer, 'GET', `/api/photos/${'e'.repeat(64)}/progress`)).body).toMatchObject({
    receivedBytes: 0,
    isWhole: false,
  })
  const words = Buffer.from('ไม่ใช่ภาพ')
  expect(
    (await part(words, createHash('sha256').update(words).digest('hex'), 0, words.length)).body.refusal?.code,
  ).toBe('photo-not-accepted')
  expect((await part(image, 'f'.repeat(64), 0, 100, 30_000_000)).status).toBe(400)
})
