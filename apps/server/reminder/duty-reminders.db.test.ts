import { systemActor } from '@thaiqm/core/access/actor.ts'
import { addDays, daysBetween, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { importCommand, oldProblem, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { startMailServer } from '@thaiqm/testing/mail-server.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { afterAll, expect, test } from 'vitest'
import { runDailyRound } from '../duty/daily-round.ts'
import { dailySteps } from '../duty/daily-steps.ts'
import { dutyQueryOf } from '../duty/duties-of-actor.ts'
import { findDuties } from '../duty/duty-store.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { officeCommand } from '../sync/office-command.ts'
import { addPeople, applyCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'
import { deliverReminders } from './deliver-reminders.ts'
import { confirmChoice, saveChoice } from './reminder-choice-store.ts'
import { smtpChannel } from './smtp-channel.ts'

const database = useTestDatabase()
const mail = await startMailServer()
afterAll(() => mail.close())

let now = roundMorning
const parts = testParts(database, { clock: { now: () => now } })
const officer = people.districtOfficer

test('a referral of the ledger reminds by e-mail at T-30, T-14, T-7 and overdue of its day, and names nobody', async () => {
  const { personId } = people.healthAgency
  await applyCommands(parts, systemActor, [
    ...planRounds(),
    ...addPeople([people.healthAgency]),
    ...toHousehold(testId(1), importCommand([oldProblem(10, 'P501')])),
  ])
  const dueOn = addDays(reXrayRound.opensOn, 90)
  const problemId = testId<ProblemId>(10)
  const about = { problemId, agencyCode: 'MOPH', organisationId: null, dueOn, note: 'บ้านของนายสมมติ' }
  await applyCommands(parts, officer, [
    officeCommand('household', testId(1), 'ReferProblem', about),
    officeCommand('household', testId(1), 'AcceptReferral', { problemId, reply: '' }),
  ])
  await inTransaction(database.app, systemScope, async trx => {
    await saveChoice(trx, {
      personId,
      channel: 'email',
      address: 'agency@example.go.th',
      isOn: true,
      quietUntilHour: 7,
    })
    await confirmChoice(trx, personId, 'email')
  })
  const channel = smtpChannel({ url: mail.url, from: 'ThaiQM <noreply@example.go.th>' })
  const reminders = { channels: new Map([['email' as const, channel]]), publicUrl: null }
  const mails: [number, string][] = []
  for (let left = 40; left >= -3; left -= 1) {
    const today = addDays(dueOn, -left)
    now = `${today}T01:00:00.000Z` as Instant
    // What the ledger holds for this agency, as its own today page shows it: the test must not count on an empty list.
    const query = dutyQueryOf(people.healthAgency, today)
    if (query === null) throw new Error('an agency has duties')
    const duties = await inTransaction(database.app, readingScope(people.healthAgency), trx =>
      findDuties(trx, query, 10),
    )
    expect(duties.map(({ kind, dueOn: due }) => [kind, daysBetween(today, due)])).toEqual(
      left <= 30 ? [['referral-to-finish', left]] : [],
    )
    expect(await runDailyRound(parts, dailySteps(parts, reminders))).toBe('finished')
    await deliverReminders({ ...parts, reminders, isPractice: () => false }, () => false)
    mails.push(...mail.received.splice(0).map(({ subject, text }): [number, string] => [left, `${subject}\n${text}`]))
  }
  expect(mails.map(([left]) => left)).toEqual([30, 14, 7, -1])
  for (const [, text] of mails) {
    expect(text).toContain('ดำเนินการเรื่องที่รับไว้ 1 เรื่อง')
    expect(text).not.toMatch(/สมมติ|P501|97\/1/)
  }
})
