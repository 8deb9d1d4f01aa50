import {
  changeReminderChoice,
  confirmReminderAddress,
  type ReminderChannelName,
  readReminderChoices,
  readReminderStatus,
  reminderChannelName,
  sendReminderCode,
  sendTestReminder,
} from '@thaiqm/contract/reminder/reminder-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { testText } from '@thaiqm/core/duty/confirm-text.ts'
import { isReminderAddress } from '@thaiqm/core/duty/reminder-address.ts'
import { addDays, dayOf } from '@thaiqm/core/ledger/day.ts'
import { refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { latestRounds } from '../duty/daily-round-store.ts'
import { findPersonNames } from '../person/person-store.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { answerRoute } from '../platform/http/answer-route.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { writeAudit } from '../sync/ledger-store.ts'
import { confirmByCode, sendCode, sendNow } from './confirm-address.ts'
import type { DeliveryParts } from './deliver-reminders.ts'
import { countReminded, findChoices, saveChoice } from './reminder-choice-store.ts'
import { countOfDay, findUnsent } from './reminder-store.ts'

const FIRST_HOUR = 7
const UNSENT_DAYS = 14
const MOST_UNSENT = 100
const MOST_ROUNDS = 7

/** How people are reminded: each keeps their own address and hours; the administrator sees what went out and what did not. */
export const registerReminderRoutes = ({ app, findActor, parts, installation, reminders }: HttpParts): void => {
  const { db, keys, clock } = parts
  const isPractice = () => installation.current().mode === 'practice'
  const delivery: DeliveryParts = { ...parts, reminders, isPractice }

  const choicesOf = (personId: string) =>
    inTransaction(db, systemScope, async trx => {
      const rows = await findChoices(trx, personId)
      return {
        choices: reminderChannelName.options.map(channel => {
          const row = rows.find(choice => choice.channel === channel)
          return {
            channel,
            isAvailable: reminders.channels.has(channel),
            address: row?.address ?? '',
            isConfirmed: row?.isConfirmed ?? false,
            isOn: row?.isOn ?? false,
            quietUntilHour: row?.quietUntilHour ?? FIRST_HOUR,
            isCodeSent: row?.codeHash != null && row.isCodeFresh,
          }
        }),
      }
    })

  answerRoute(app, findActor, readReminderChoices, async ({ actor }) => succeed(await choicesOf(actor.personId)))

  answerRoute(app, findActor, changeReminderChoice, async ({ actor, params, body }) => {
    const { personId } = actor
    const { channel } = params
    if (body.address !== '' && !isReminderAddress(channel, body.address)) return refuse('address-not-well-formed')
    if (body.address === '' && body.isOn) return refuse('address-missing')
    await inTransaction(db, systemScope, async trx => {
      await saveChoice(trx, { personId, channel, ...body })
      await writeAudit(trx, actor, [
        { at: clock.now(), act: 'ChangeReminders', objectKind: 'person', objectId: personId, areaCode: null },
      ])
    })
    return succeed(await choicesOf(personId))
  })

  answerRoute(app, findActor, sendReminderCode, async ({ actor, params }) => {
    const sent = await sendCode(delivery, actor.personId, params.channel)
    return sent.ok ? succeed(await choicesOf(actor.personId)) : sent
  })

  answerRoute(app, findActor, confirmReminderAddress, async ({ actor, params, body }) => {
    const confirmed = await confirmByCode(delivery, actor.personId, params.channel, body.code)
    return confirmed.ok ? succeed(await choicesOf(actor.personId)) : confirmed
  })

  const ownAddress = (personId: string, channel: ReminderChannelName) =>
    inTransaction(db, systemScope, async trx => {
      const choice = (await findChoices(trx, personId)).find(row => row.channel === channel)
      if (choice === undefined || choice.address === '') return refuse('address-missing')
      return choice.isConfirmed ? succeed(choice.address) : refuse('address-not-confirmed')
    })

  answerRoute(app, findActor, sendTestReminder, async ({ actor, params }) => {
    if (!hasAbility(actor, 'watch-reminders')) return refuse('not-permitted')
    const address = await ownAddress(actor.personId, params.channel)
    if (!address.ok) return address
    const sent = await sendNow(delivery, params.channel, address.value, testText(isPractice()))
    return sent.ok ? succeed({}) : sent
  })

  answerRoute(app, findActor, readReminderStatus, async ({ actor }) => {
    if (!hasAbility(actor, 'watch-reminders')) return refuse('not-permitted')
    const today = dayOf(clock.now())
    return inTransaction(db, systemScope, async trx => {
      const people = await countReminded(trx)
      const unsent = await findUnsent(trx, addDays(today, -UNSENT_DAYS), MOST_UNSENT)
      const names = await findPersonNames(
        trx,
        keys,
        unsent.map(row => row.personId),
      )
      return succeed({
        today,
        channels: reminderChannelName.options.map(channel => ({
          channel,
          isAvailable: reminders.channels.has(channel),
          people: people.get(channel) ?? 0,
        })),
        publicUrl: reminders.publicUrl,
        counts: await countOfDay(trx, today),
        unsent: unsent.map(({ dueAt, ...row }) => ({
          ...row,
          personName: names.get(row.personId)?.name ?? '',
          nextTryAt: row.state === 'waiting' ? dueAt : null,
        })),
        rounds: (await latestRounds(trx, MOST_ROUNDS)).map(({ day, finishedAt, steps }) => ({
          day,
          finishedAt,
          steps: Object.entries(steps)
            .map(([name, step]) => ({ name, ...step }))
            .sort((a, b) => a.at.localeCompare(b.at)),
        })),
      })
    })
  })
}
