import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { watchDiskRoom } from '../disk-room.ts'
import { refuseWithoutRoom } from './refuse-without-room.ts'

const serverWith = (hasRoom: () => boolean) => {
  const app = Fastify()
  refuseWithoutRoom(app, hasRoom)
  const answer = async () => ({ ok: true })
  for (const path of ['/api/commands', '/api/devices/report', '/api/session']) app.post(path, answer)
  app.get('/api/households', answer)
  app.patch('/api/photos/:photoHash', answer)
  return app
}

test('a full disk takes no new work in, and says when to come again', async () => {
  const app = serverWith(() => false)
  for (const [method, url] of [
    ['POST', '/api/commands'],
    ['PATCH', '/api/photos/abc'],
  ] as const) {
    const answer = await app.inject({ method, url, payload: {} })
    expect(answer.statusCode).toBe(503)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThanOrEqual(5)
    expect(answer.json()).toMatchObject({ refusal: { code: 'no-room-on-server' } })
  }
})

test('looking goes on, and so does what looking needs', async () => {
  const app = serverWith(() => false)
  expect((await app.inject({ method: 'GET', url: '/api/households' })).statusCode).toBe(200)
  for (const url of ['/api/session', '/api/devices/report'])
    expect((await app.inject({ method: 'POST', url, payload: {} })).statusCode).toBe(200)
})

test('with room everything is let in', async () => {
  const app = serverWith(() => true)
  expect((await app.inject({ method: 'POST', url: '/api/commands', payload: {} })).statusCode).toBe(200)
})

test('a folder that is not there yet counts as having room', () => {
  const logged: string[] = []
  expect(watchDiskRoom('/nowhere/at/all', event => logged.push(event))()).toBe(true)
  expect(logged).toEqual([])
})
