import { createHmac, randomInt, randomUUID } from 'node:crypto'
import type { ReminderFault } from '@thaiqm/contract/reminder/reminder-faults.ts'
import type { ReminderChannelName } from '@thaiqm/contract/reminder/reminder-routes.ts'
import { confirmText } from '@thaiqm/core/duty/confirm-text.ts'
import type { ReminderText } from '@thaiqm/core/duty/reminder-text.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import { type Outcome, refuse, succeed } from '@thaiqm/core/ledger/outcome.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { isSameBytes } from '../platform/same-bytes.ts'
import type { SealingKeys } from '../platform/sealing.ts'
import type { DeliveryParts } from './deliver-reminders.ts'
import { type ChoiceRow, confirmChoice, countCodeTry, lockChoice, saveCode } from './reminder-choice-store.ts'

const CODES_A_DAY = 5
const MOST_TRIES = 5

/** Bound to the address it was sent to: a code for another one confirms nothing. */
const hashCode = (keys: SealingKeys, { personId, channel, address }: ChoiceRow, code: string): Buffer =>
  createHmac('sha256', keys.lookUp)
    .update(JSON.stringify(['reminder-code', personId, channel, address, code]))
    .digest()

/** Sends a message to an address at once, for somebody who waits for it. */
export const sendNow = async (
  { reminders, log }: Pick<DeliveryParts, 'reminders' | 'log'>,
  channelName: ReminderChannelName,
  address: string,
  text: ReminderText,
): Promise<Outcome<undefined, 'channel-off' | ReminderFault>> => {
  const channel = reminders.channels.get(channelName)
  if (channel === undefined) return refuse('channel-off')
  const delivery = await channel.send(address, { messageId: randomUUID(), ...text })
  if (delivery.end === 'sent') return succeed(undefined)
  log('reminder-not-sent', { channel: channelName, fault: delivery.fault })
  return refuse(delivery.fault)
}

/** Sends a person a code to their address; so many a day, so that nobody's mailbox can be filled from here. */
export const sendCode = async (parts: DeliveryParts, personId: string, channel: ReminderChannelName) => {
  const { db, keys, clock, isPractice, reminders } = parts
  if (!reminders.channels.has(channel)) return refuse('channel-off')
  const today = dayOf(clock.now())
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const prepared = await inTransaction(db, systemScope, async trx => {
    const choice = await lockChoice(trx, personId, channel)
    if (choice === undefined || choice.address === '') return refuse('address-missing')
    const sentThatDay = (choice.codesOn === today ? choice.codesSent : 0) + 1
    if (sentThatDay > CODES_A_DAY) return refuse('code-too-often', { most: CODES_A_DAY })
    await saveCode(trx, personId, channel, { hash: hashCode(keys, choice, code), on: today, sentThatDay })
    return succeed(choice.address)
  })
  return prepared.ok ? sendNow(parts, channel, prepared.value, confirmText(code, isPractice())) : prepared
}

/** Confirms an address by the code that came to it; five wrong ones make it worthless. */
export const confirmByCode = async (
  { db, keys }: Pick<DeliveryParts, 'db' | 'keys'>,
  personId: string,
  channel: ReminderChannelName,
  code: string,
): Promise<Outcome<undefined, 'code-wrong'>> =>
  inTransaction(db, systemScope, async trx => {
    const choice = await lockChoice(trx, personId, channel)
    if (choice === undefined || choice.codeHash === null || !choice.isCodeFresh || choice.codeTries >= MOST_TRIES)
      return refuse('code-wrong')
    const given = hashCode(keys, choice, code.trim())
    const isRight = isSameBytes(given, choice.codeHash)
    if (isRight) await confirmChoice(trx, personId, channel)
    else await countCodeTry(trx, personId, channel)
    return isRight ? succeed(undefined) : refuse('code-wrong')
  })
