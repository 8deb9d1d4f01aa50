import type { ReminderChannelName } from '@thaiqm/contract/reminder/reminder-routes.ts'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import type { DatedDuty } from '@thaiqm/core/duty/duty-counts.ts'
import { addDays, type Day, type Instant } from '@thaiqm/core/ledger/day.ts'
import { startLineServer } from '@thaiqm/testing/line-server.ts'
import { startMailServer } from '@thaiqm/testing/mail-server.ts'
import { people } from '@thaiqm/testing/people.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runDailyRound } from '../duty/daily-round.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { addPeople, applyCommands, testParts } from '../sync/test-commands.ts'
import { type DeliveryParts, deliverReminders } from './deliver-reminders.ts'
import { lineChannel } from './line-channel.ts'
import { QUEUE_REMINDERS, queueReminders } from './queue-reminders.ts'
import type { ReminderChannel } from './reminder-channel.ts'
import { confirmChoice, saveChoice } from './reminder-choice-store.ts'
import { smtpChannel } from './smtp-channel.ts'

const database = useTestDatabase()
const mail = await startMailServer()
const line = await startLineServer('a-token')
const logged: string[] = []
const dueOn = '2024-03-31' as Day
const chief = people.districtChief
const officer = people.tambonOfficer
const lineId = `C${'0a'.repeat(16)}`

let now = '2024-02-01T01:00:00.000Z' as Instant
const parts = testParts(database, {
  clock: { now: () => now },
  log: (event, details) => void logged.push(`${event} ${JSON.stringify(details ?? {})}`),
})
const delivery = (...channels: ReminderChannel[]): DeliveryParts => ({
  ...parts,
  reminders: {
    channels: new Map(channels.map(channel => [channel.name, channel])),
    publicUrl: 'https://thaiqm.example.go.th',
  },
  isPractice: () => false,
})
const email = () => smtpChannel({ url: mail.url, from: 'ThaiQM <noreply@example.go.th>' })
const lineOut = () => lineChannel({ token: line.token, baseUrl: line.baseUrl })

/** Two things wait for the tambon officer and one for the chief; all are due on the same day. */
const duty = (kind: string): DatedDuty => ({ kind, dueOn, waitingSince: '2024-01-10' as Day })
const duties = new Map([
  [officer.personId as string, [duty('a'), duty('b')]],
  [chief.personId as string, [duty('a')]],
])
const queue = async (day: Day) => {
  now = `${day}T01:00:00.000Z` as Instant
  const channels: ReminderChannelName[] = ['email', 'line']
  const run = (today: Day) => queueReminders(parts, async ({ personId }) => duties.get(personId) ?? [], channels, today)
  await runDailyRound(parts, [{ name: QUEUE_REMINDERS, run }])
}
const deliver = (...channels: ReminderChannel[]) => deliverReminders(delivery(...channels), () => false)
const inSystem = <Value>(work: Parameters<typeof inTransaction<Value>>[2]) =>
  inTransaction(database.app, systemScope, work)
const rows = async () =>
  (
    await inSystem(trx =>
      sql`select person_id, reminder_day as day, channel, state, tries, doubts, last_fault as fault from reminders
      order by reminder_day, channel, person_id`.execute(trx),
    )
  ).rows
const choose = (personId: string, channel: ReminderChannelName, address: string, quietUntilHour = 7) =>
  inSystem(async trx => {
    await saveChoice(trx, { personId, channel, address, isOn: true, quietUntilHour })
    await confirmChoice(trx, personId, channel)
  })
/** As if a server had been ended in the middle of sending, longer ago than any try lasts. */
const forgetClaims = () =>
  inSystem(trx => sql`update reminders set claimed_at = now() - interval '11 minutes'`.execute(trx))

beforeAll(async () => {
  await applyCommands(parts, systemActor, addPeople(Object.values(people)))
})
beforeEach(async () => {
  for (const table of ['daily_rounds', 'reminders', 'reminder_choices'])
    await inSystem(trx => sql`delete from ${sql.table(table)}`.execute(trx))
  mail.received.length = 0
  line.shown.length = 0
  line.calls.length = 0
  mail.mood = 'takes'
  line.mood = 'takes'
  logged.length = 0
})
afterAll(async () => {
  await mail.close()
  await line.close()
})

test('T-30, T-14, T-7 and overdue come by e-mail on their days and on no other', async () => {
  await choose(officer.personId, 'email', 'officer@example.go.th')
  for (let left = 35; left >= -9; left -= 1) {
    await queue(addDays(dueOn, -left))
    await deliver(email())
  }
  expect(mail.received.map(({ to, subject }) => [...to, subject.replace(/^.*ThaiQM /, '')])).toEqual([
    ['officer@example.go.th', '1 มี.ค. 2567: ครบกำหนดภายใน 15–30 วัน 2 เรื่อง'],
    ['officer@example.go.th', '17 มี.ค. 2567: ครบกำหนดภายใน 8–14 วัน 2 เรื่อง'],
    ['officer@example.go.th', '24 มี.ค. 2567: ครบกำหนดภายใน 7 วัน 2 เรื่อง'],
    ['officer@example.go.th', '1 เม.ย. 2567: เกินกำหนด 2 เรื่อง'],
    ['officer@example.go.th', '8 เม.ย. 2567: เกินกำหนด 2 เรื่อง'],
  ])
  expect(mail.received[0]?.text).toContain('https://thaiqm.example.go.th/today')
})

test('a day the server stood still is made up for on the next', async () => {
  await choose(officer.personId, 'email', 'officer@example.go.th')
  await queue(addDays(dueOn, -16))
  await queue(addDays(dueOn, -12))
  await deliver(email())
  expect(mail.received.map(one => one.subject)).toEqual([
    'แจ้งเตือนงาน ThaiQM 19 มี.ค. 2567: ครบกำหนดภายใน 8–14 วัน 2 เรื่อง',
  ])
})

test('only a confirmed address of an active person is written to, by the channels that are on, after its quiet hours', async () => {
  await choose(officer.personId, 'email', 'officer@example.go.th', 9)
  await choose(officer.personId, 'line', lineId, 6)
  await inSystem(trx =>
    saveChoice(trx, {
      personId: chief.personId,
      channel: 'email',
      address: 'stranger@example.org',
      isOn: true,
      quietUntilHour: 0,
    }),
  )
  await queue(addDays(dueOn, -7))
  await deliver(email(), lineOut())
  expect([mail.received.length, line.shown.length]).toEqual([0, 1])
  expect(line.shown[0]?.text).toContain('• ครบกำหนดภายใน 7 วัน 2 เรื่อง')
  now = `${addDays(dueOn, -7)}T01:59:59.000Z` as Instant
  await deliver(email(), lineOut())
  expect(mail.received).toHaveLength(0)
  now = `${addDays(dueOn, -7)}T02:00:00.000Z` as Instant
  await deliver(email(), lineOut())
  expect(mail.received.map(one => one.to)).toEqual([['officer@example.go.th']])
  await deliver(email(), lineOut())
  expect([mail.received.length, line.calls.length]).toEqual([1, 1])
})

test('whoever changes the address or leaves before it is sent gets nothing', async () => {
  await choose(officer.personId, 'email', 'officer@example.go.th')
  await queue(addDays(dueOn, -7))
  await inSystem(trx =>
    saveChoice(trx, {
      personId: officer.personId,
      channel: 'email',
      address: 'other@example.org',
      isOn: true,
      quietUntilHour: 7,
    }),
  )
  await deliver(email())
  expect(mail.received).toEqual([])
  expect(await rows()).toMatchObject([{ state: 'withdrawn', fault: null }])
})

test('two servers at once send each reminder once', async () => {
  await choose(officer.personId, 'email', 'officer@example.go.th')
  await choose(chief.personId, 'email', 'chief@example.go.th')
  await queue(addDays(dueOn, -7))
  await Promise.all([deliver(email()), deliver(email()), deliver(email())])
  expect(mail.received.flatMap(one => one.to).sort()).toEqual(['chief@example.go.th', 'officer@example.go.th'])
})

test('a busy server is tried again later and later, for three days, and then given up', async () => {
  await choose(officer.personId, 'email', 'officer@example.go.th')
  const day = addDays(dueOn, -7)
  await queue(day)
  mail.mood = 'is-busy'
  let tries = 0
  for (let hour = 1; hour < 23; hour += 1) {
    now = `${day}T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant
    tries += await deliver(email())
  }
  expect(tries).toBeGreaterThan(4)
  expect(tries).toBeLessThan(10)
  expect(await rows()).toMatchObject([{ state: 'waiting', fault: 'channel-busy', tries }])
  await queue(addDays(day, 2))
  expect(await rows()).toMatchObject([{ state: 'waiting' }])
  await queue(addDays(day, 3))
  expect(await rows()).toMatchObject([{ state: 'given-up', fault: 'channel-busy' }])
  mail.mood = 'takes'
  now = `${addDays(day, 3)}T20:00:00.000Z` as Instant
  await deliver(email())
  expect(mail.received).toEqual([])
  expect(logged.join()).not.toContain('officer@')
})

test('an address that is turned down is not tried again', async () => {
  await choose(officer.personId, 'email', 'nobody@example.go.th')
  await choose(officer.personId, 'line', lineId)
  await queue(addDays(dueOn, -7))
  mail.mood = 'knows-no-such-person'
  line.mood = 400
  await deliver(email(), lineOut())
  await deliver(email(), lineOut())
  expect(await rows()).toMatchObject([
    { channel: 'email', state: 'given-up', fault: 'address-refused', tries: 1 },
    { channel: 'line', state: 'given-up', fault: 'address-refused', tries: 1 },
  ])
})

test('killed between sending and writing it down: one more copy at most, never a third, and one message id', async () => {
  await choose(officer.personId, 'email', 'officer@example.go.th')
  await queue(addDays(dueOn, -7))
  // The server dies each time after the mail is out: nothing is written down any more.
  const killed = (): ReminderChannel => {
    const out = email()
    return { ...out, send: (...given) => out.send(...given).then(() => Promise.reject(new Error('killed'))) }
  }
  for (let restart = 0; restart < 4; restart += 1) {
    await deliver(killed()).catch(() => undefined)
    await deliver(email())
    await forgetClaims()
  }
  expect(mail.received).toHaveLength(2)
  expect(new Set(mail.received.map(one => one.messageId)).size).toBe(1)
  expect(await rows()).toMatchObject([{ state: 'given-up', fault: 'interrupted' }])
})

test('a connection lost in the middle counts as a doubt too', async () => {
  await choose(officer.personId, 'email', 'officer@example.go.th')
  await queue(addDays(dueOn, -7))
  mail.mood = 'takes-and-hangs-up'
  for (const hour of ['01', '05', '09', '13']) {
    now = `${addDays(dueOn, -7)}T${hour}:00:00.000Z` as Instant
    await deliver(email())
  }
  expect(mail.received).toHaveLength(2)
  expect(await rows()).toMatchObject([{ state: 'given-up', fault: 'connection-lost', tries: 2 }])
})

test('LINE tells a second copy by its key: tried until it is known to be there, shown once', async () => {
  await choose(officer.personId, 'line', lineId)
  await queue(addDays(dueOn, -7))
  line.mood = 'hang-up'
  for (const hour of ['01', '03', '06', '10']) {
    now = `${addDays(dueOn, -7)}T${hour}:00:00.000Z` as Instant
    await deliver(lineOut())
  }
  line.mood = 'takes'
  now = `${addDays(dueOn, -7)}T23:00:00.000Z` as Instant
  await deliver(lineOut())
  expect(line.shown).toHaveLength(1)
  expect(await rows()).toMatchObject([{ state: 'sent' }])
})

test('a practice clock set back: the days after it come again', async () => {
  await choose(officer.personId, 'email', 'officer@example.go.th')
  const day = addDays(dueOn, -7)
  for (const on of [day, addDays(day, -3), day]) {
    await queue(on)
    await deliver(email())
  }
  expect(mail.received).toHaveLength(2)
})
