import type { listDuties } from '@thaiqm/contract/duty/duty-routes.ts'
import type { readDutySummary } from '@thaiqm/contract/duty/duty-summary.ts'
import type { RouteReply } from '@thaiqm/contract/wire/route.ts'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import { addDays, type Day, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { MeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import { roundMorning } from '@thaiqm/testing/households.ts'
import { startMailServer } from '@thaiqm/testing/mail-server.ts'
import { callOff, open, plan } from '@thaiqm/testing/meetings.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { openTestApp } from '../platform/http/test-app.ts'
import { deliverReminders } from '../reminder/deliver-reminders.ts'
import { confirmChoice, saveChoice } from '../reminder/reminder-choice-store.ts'
import { smtpChannel } from '../reminder/smtp-channel.ts'
import { officeCommand } from '../sync/office-command.ts'
import { addPeople, applyCommands, planRounds, testParts } from '../sync/test-commands.ts'
import { runDailyRound } from './daily-round.ts'
import { dailySteps } from './daily-steps.ts'

const database = useTestDatabase()
let now = roundMorning
const parts = testParts(database, { clock: { now: () => now } })
const mail = await startMailServer()
afterAll(() => mail.close())

const { villageHead, tambonOfficer, districtOfficer, districtChief, foreignOfficer, province, healthAgency } = people
const [ofVillage, ofDistrict, ofOthers] = [testId<string>(0x901), testId<string>(0x902), testId<string>(0x903)]
const heldOn = '2024-02-15' as Day
const give = (actor: Actor, meeting: string, { type, input }: MeetingCommand) =>
  applyCommands(parts, actor, [officeCommand('meeting', meeting, type, input)])

let app: FastifyInstance
let cookieOf: (actor: Actor) => Promise<string>
const ask = async <Reply>(actor: Actor, url: string): Promise<Reply> => {
  const answer = await app.inject({ url, headers: { cookie: await cookieOf(actor) } })
  expect(answer.statusCode).toBe(200)
  return answer.json() as Reply
}
const on = (day: Day) => {
  now = `${day}T02:00:00.000Z` as Instant
}
/** What of meetings stands on somebody's page of a day, and what its numbers say of it. */
const told = async (actor: Actor, day: Day, kind = '') => {
  on(day)
  const list = await ask<RouteReply<typeof listDuties>>(actor, `/api/duties${kind === '' ? '' : `?kind=${kind}`}`)
  const { kinds } = await ask<RouteReply<typeof readDutySummary>>(actor, '/api/duties/summary')
  const counted = kinds
    .filter(one => one.kind.startsWith('meeting-'))
    .reduce((n, one) => n + one.overdue + one.within7Days + one.within14Days + one.within30Days, 0)
  if (kind === '') expect(counted).toBe(list.meetings.length)
  return list.meetings.map(one => `${one.kind} ${one.areaCode} ${one.dueOn}`)
}

beforeAll(async () => {
  ;({ app, cookieOf } = await openTestApp(parts))
  for (const batch of [planRounds(), addPeople(Object.values(people))]) await applyCommands(parts, systemActor, batch)
  await give(villageHead, ofVillage, plan({ level: 'VILLAGE', areaCode: '49010507', heldOn }))
  await give(districtOfficer, ofDistrict, plan({ heldOn: addDays(heldOn, -1) }))
  await give(foreignOfficer, ofOthers, plan({ areaCode: '4903', heldOn }))
})

test('a meeting comes before those who keep it a week ahead, the longest overdue first, and before nobody else', async () => {
  const village = `meeting-to-hold 49010507 ${heldOn}`
  const district = `meeting-to-hold 4901 ${addDays(heldOn, -1)}`
  expect(await told(villageHead, addDays(heldOn, -8))).toEqual([])
  expect(await told(villageHead, addDays(heldOn, -7))).toEqual([village])
  expect(await told(tambonOfficer, heldOn)).toEqual([village])
  expect(await told(districtOfficer, heldOn)).toEqual([district])
  expect(await told(districtChief, heldOn)).toEqual([district])
  expect(await told(foreignOfficer, heldOn)).toEqual([`meeting-to-hold 4903 ${heldOn}`])
  expect(await told(province, heldOn)).toEqual([])
  expect(await told(healthAgency, heldOn)).toEqual([])
  expect(await told(people.templeContact, heldOn)).toEqual([])
})

test('what its keepers leave undone is carried up by the day alone; one kind can be asked for', async () => {
  const village = `meeting-to-hold 49010507 ${heldOn}`
  const district = `meeting-to-hold 4901 ${addDays(heldOn, -1)}`
  expect(await told(districtOfficer, addDays(heldOn, 13))).toEqual([district])
  expect(await told(districtOfficer, addDays(heldOn, 14))).toEqual([district, village])
  expect(await told(districtOfficer, addDays(heldOn, 14), 'meeting-to-close')).toEqual([])
  expect(await told(districtOfficer, addDays(heldOn, 14), 'meeting-to-hold')).toEqual([district, village])
  expect(await told(districtOfficer, addDays(heldOn, 14), 'problem-due')).toEqual([])
  expect(await told(province, addDays(heldOn, 60))).toEqual([district, village, `meeting-to-hold 4903 ${heldOn}`])
})

test('its keepers are reminded a week ahead and when its day has passed: in words that name neither meeting nor village', async () => {
  await inTransaction(database.app, systemScope, async trx => {
    const { personId } = villageHead
    await saveChoice(trx, { personId, channel: 'email', address: 'head@example.go.th', isOn: true, quietUntilHour: 7 })
    await confirmChoice(trx, personId, 'email')
  })
  const channel = smtpChannel({ url: mail.url, from: 'ThaiQM <noreply@example.go.th>' })
  const reminders = { channels: new Map([['email' as const, channel]]), publicUrl: null }
  const mails: [number, string][] = []
  for (let left = -10; left <= 3; left += 1) {
    now = `${addDays(heldOn, left)}T01:00:00.000Z` as Instant
    expect(await runDailyRound(parts, dailySteps(parts, reminders))).toBe('finished')
    await deliverReminders({ ...parts, reminders, isPractice: () => false }, () => false)
    mails.push(...mail.received.splice(0).map(({ subject, text }): [number, string] => [left, `${subject}\n${text}`]))
  }
  expect(mails.map(([left]) => left)).toEqual([-7, 1])
  for (const [, text] of mails) {
    expect(text).toContain('จัดประชุมตามกำหนด 1 เรื่อง')
    expect(text).not.toMatch(/ศจพ|มุกดาหาร|49010507|ตัวอย่าง/)
  }
})

test('opened it waits to be closed; called off it waits no more, held after all it does again', async () => {
  await give(villageHead, ofVillage, open)
  expect(await told(villageHead, addDays(heldOn, 2))).toEqual([`meeting-to-close 49010507 ${heldOn}`])
  await give(districtChief, ofDistrict, callOff())
  expect(await told(districtOfficer, addDays(heldOn, 2))).toEqual([])
  await give(districtChief, ofDistrict, open)
  expect(await told(districtOfficer, addDays(heldOn, 2))).toEqual([`meeting-to-close 4901 ${addDays(heldOn, -1)}`])
})
