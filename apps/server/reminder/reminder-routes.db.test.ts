import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { startMailServer } from '@thaiqm/testing/mail-server.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { openTestApp } from '../platform/http/test-app.ts'
import { addPeople, applyCommands, testParts } from '../sync/test-commands.ts'
import { smtpChannel } from './smtp-channel.ts'

const database = useTestDatabase()
const mail = await startMailServer()
const now = '2024-02-01T01:00:00.000Z' as Instant
const officer = people.tambonOfficer
const administrator: Actor = { ...people.auditor, personId: testId(0xa0ff), postId: testId(0xb0ff), role: 'SYS' }
let app: FastifyInstance
let cookieOf: (actor: Actor) => Promise<string>

const call = async (actor: Actor, method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) => {
  const answer = await app.inject({
    method,
    url: `/api/reminders/${url}`,
    headers: { cookie: await cookieOf(actor) },
    ...(payload === undefined ? {} : { payload }),
  })
  const body = answer.json() as {
    refusal?: { code: string }
    choices?: readonly Record<string, unknown>[]
    [key: string]: unknown
  }
  return { status: answer.statusCode, code: body.refusal?.code, email: body.choices?.[0], body }
}
const change = (actor: Actor, address: string, isOn = true) =>
  call(actor, 'PUT', 'choices/email', { address, isOn, quietUntilHour: 8 })
const askForCode = async (actor: Actor) => {
  mail.received.length = 0
  const answer = await call(actor, 'POST', 'choices/email/code')
  return { ...answer, sentCode: /\d{6}/.exec(mail.received[0]?.text ?? '')?.[0] ?? '' }
}
const confirm = (actor: Actor, code: string) => call(actor, 'POST', 'choices/email/confirm', { code })

beforeAll(async () => {
  const parts = testParts(database, { clock: { now: () => now } })
  const reminders = {
    channels: new Map([['email' as const, smtpChannel({ url: mail.url, from: 'ThaiQM <noreply@example.go.th>' })]]),
    publicUrl: null,
  }
  ;({ app, cookieOf } = await openTestApp(parts, reminders))
  await applyCommands(parts, systemActor, addPeople([officer, people.districtChief, administrator]))
})
afterAll(() => mail.close())

test('an address becomes one’s own by repeating the code that came to it', async () => {
  expect((await call(officer, 'GET', 'choices')).body.choices).toMatchObject([
    { channel: 'email', isAvailable: true, address: '', isOn: false },
    { channel: 'line', isAvailable: false },
  ])
  expect((await change(officer, 'not an address')).code).toBe('address-not-well-formed')
  expect((await change(officer, '')).code).toBe('address-missing')
  expect((await askForCode(officer)).code).toBe('address-missing')
  expect((await change(officer, 'officer@example.go.th')).email).toMatchObject({
    isConfirmed: false,
    quietUntilHour: 8,
  })
  const { email, sentCode } = await askForCode(officer)
  expect(email).toMatchObject({ isCodeSent: true, isConfirmed: false })
  expect(mail.received[0]).toMatchObject({ to: ['officer@example.go.th'] })
  expect(mail.received[0]?.text).not.toContain(officer.name)
  expect((await confirm(officer, sentCode === '000000' ? '000001' : '000000')).code).toBe('code-wrong')
  expect((await confirm(people.districtChief, sentCode)).code).toBe('code-wrong')
  expect((await confirm(officer, ` ${sentCode} `)).email).toMatchObject({ isConfirmed: true, isCodeSent: false })
  expect((await confirm(officer, sentCode)).code).toBe('code-wrong')
})

test('other hours keep the address confirmed; another address is confirmed anew, and an old code does not do it', async () => {
  expect((await change(officer, 'officer@example.go.th', false)).email).toMatchObject({
    isConfirmed: true,
    isOn: false,
  })
  const { sentCode } = await askForCode(officer)
  expect((await change(officer, 'stranger@example.org')).email).toMatchObject({ isConfirmed: false, isCodeSent: false })
  expect((await confirm(officer, sentCode)).code).toBe('code-wrong')
})

test('five wrong codes make a code worthless, and a day has five codes', async () => {
  const chief = people.districtChief
  await change(chief, 'chief@example.go.th')
  const { sentCode } = await askForCode(chief)
  for (let n = 0; n < 5; n += 1) expect((await confirm(chief, 'nonsense')).code).toBe('code-wrong')
  expect((await confirm(chief, sentCode)).code).toBe('code-wrong')
  for (let n = 2; n <= 5; n += 1) expect((await askForCode(chief)).status).toBe(200)
  expect((await askForCode(chief)).code).toBe('code-too-often')
  expect(mail.received).toEqual([])
  await inTransaction(database.app, systemScope, trx =>
    sql`update reminder_choices set code_made_at = now() - interval '31 minutes'`.execute(trx),
  )
  expect((await call(chief, 'GET', 'choices')).email).toMatchObject({ isCodeSent: false })
})

test('the administrator sees what was sent and tries a channel out; nobody else does', async () => {
  expect((await call(officer, 'GET', 'status')).status).toBe(403)
  expect((await call(officer, 'POST', 'choices/email/test')).status).toBe(403)
  const status = await call(administrator, 'GET', 'status')
  expect(status.body).toMatchObject({ today: '2024-02-01', publicUrl: null, counts: [], unsent: [], rounds: [] })
  expect((await call(administrator, 'POST', 'choices/line/test')).code).toBe('address-missing')
  await change(administrator, 'admin@example.go.th')
  expect((await call(administrator, 'POST', 'choices/email/test')).code).toBe('address-not-confirmed')
  await confirm(administrator, (await askForCode(administrator)).sentCode)
  mail.received.length = 0
  expect((await call(administrator, 'POST', 'choices/email/test')).status).toBe(200)
  expect(mail.received).toMatchObject([{ to: ['admin@example.go.th'], subject: '[พื้นที่ฝึก] ทดสอบการแจ้งเตือน ThaiQM' }])
  mail.mood = 'refuses-sign-in'
  expect((await call(administrator, 'POST', 'choices/email/test')).code).toBe('channel-sign-in-refused')
})
