import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'
import { callRoute, type Send } from './call-route.ts'

const route = defineRoute({
  method: 'GET',
  path: '/api/example',
  room: 'session',
  access: 'open',
  summary: 'An example',
  reply: z.object({ count: z.number() }),
})

const answering =
  (status: number, body: unknown, contentType = 'application/json'): Send =>
  async () => ({
    ok: status < 400,
    status,
    headers: { get: name => (name === 'content-type' ? contentType : null) },
    json: async () => body,
  })

const failing: Send = () => Promise.reject(new TypeError('no network'))

test.each([
  ['a reply of the contract', answering(200, { count: 1 }), { ok: true, value: { count: 1 } }],
  ['a reply of another shape', answering(200, { many: 1 }), { ok: false, kind: 'other-version' }],
  ['no network', failing, { ok: false, kind: 'offline' }],
  ['a captive portal’s page', answering(200, '<html>', 'text/html'), { ok: false, kind: 'offline' }],
  ['a fault', answering(500, {}), { ok: false, kind: 'server-fault', status: 500 }],
])('%s', async (_, send, outcome) => {
  expect(await callRoute(send, route, {})).toEqual(outcome)
})
