import { createHash, createHmac } from 'node:crypto'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import type { CommandId, HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import { inTransaction, readingScope, type Scoped, systemScope } from '../platform/database/transaction.ts'
import type { SealingKeys } from '../platform/sealing.ts'
import { uuidOfDigest } from '../platform/uuid-of-digest.ts'
import { QUEUE_REMINDERS, queueReminders } from '../reminder/queue-reminders.ts'
import type { ReminderSettings } from '../reminder/reminder-channel.ts'
import { numbered } from '../sync/office-command.ts'
import { runCommands } from '../sync/run-commands.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import type { DailyStep } from './daily-round.ts'
import { type Closing, findClosings, findSilentReferrals, type SilentReferral } from './daily-round-query-store.ts'
import { lastDayOfStep } from './daily-round-store.ts'
import { dutyQueryOf } from './duties-of-actor.ts'
import { findDutyDays } from './duty-store.ts'
import { findMeetingDutyDays, meetingDutyQueryOf } from './meeting-duty-store.ts'

const PAGE = 200
/** The device by which the system's own hand writes each day. */
const ROUND_DEVICE = '00000000-0000-7000-8000-000000000003'
/** A server that stood still for longer draws no call-backs from before. */
const LOOK_BACK_DAYS = 30

/** The id of a command by what it is about: the same deed on the same day is the same command. */
const idOf = (...about: readonly string[]): CommandId =>
  uuidOfDigest(
    createHash('sha256')
      .update(JSON.stringify(['daily-round', ...about]))
      .digest(),
  )

interface Deed {
  readonly householdId: HouseholdId
  readonly commandId: CommandId
  readonly command: HouseholdCommand
}

/** Gives commands as the system through the way of everybody; answers how many stood. */
const give = async (parts: ServerParts, deeds: readonly Deed[]): Promise<number> => {
  if (deeds.length === 0) return 0
  const commands = deeds.map(({ householdId, commandId, command: { type, input } }) => ({
    commandId,
    ledgerKind: 'household' as const,
    ledgerId: householdId,
    type,
    input,
    basedOnVersion: null,
  }))
  const receipts = await runCommands(parts, {
    actor: systemActor,
    deviceId: ROUND_DEVICE,
    commands: numbered(commands, parts.clock.now()),
  })
  return receipts.filter(({ outcome }) => outcome === 'applied').length
}

/** Page after page of what is found, until a page is not full. */
const eachPage = async <Row>(
  parts: ServerParts,
  find: (trx: Scoped, after: Row | undefined) => Promise<Row[]>,
  work: (rows: readonly Row[]) => Promise<number>,
): Promise<number> => {
  let acted = 0
  for (let after: Row | undefined; ; ) {
    const last: Row | undefined = after
    const rows = await inTransaction(parts.db, systemScope, trx => find(trx, last))
    acted += await work(rows)
    if (rows.length < PAGE) return acted
    after = rows.at(-1)
  }
}

const lapseSilentReferrals = (parts: ServerParts): DailyStep => ({
  name: 'lapseSilentReferrals',
  run: today =>
    eachPage<SilentReferral>(
      parts,
      (trx, after) => findSilentReferrals(trx, today, after, PAGE),
      rows =>
        give(
          parts,
          rows.map(({ householdId, problemId, agencyCode, isLead, answerBy }) => ({
            householdId,
            commandId: idOf('lapse', householdId, problemId, agencyCode, answerBy),
            command: {
              type: 'LapseReferral',
              input: { problemId, ...(isLead ? {} : { contributor: agencyCode }) },
            },
          })),
        ),
    ),
})

/**
 * Whether a closing is called back: one in twenty by a key of the server's own. Nobody without the key can tell which; with
 * it, an auditor can draw again and find the same.
 */
export const isDrawn = (
  keys: Pick<SealingKeys, 'lookUp'>,
  { problemId, closedOn }: Pick<Closing, 'problemId' | 'closedOn'>,
  share: number,
): boolean =>
  createHmac('sha256', keys.lookUp)
    .update(JSON.stringify(['call-back', problemId, closedOn]))
    .digest()
    .readUInt32BE(0) <
  share * 2 ** 32

const DRAW = 'drawCallBacks'

const drawCallBacks = (parts: ServerParts): DailyStep => ({
  name: DRAW,
  run: async today => {
    const last = await inTransaction(parts.db, systemScope, trx => lastDayOfStep(trx, DRAW, today))
    const earliest = addDays(today, -LOOK_BACK_DAYS)
    // A day more than since the last round: what was just being written over midnight came behind it. Drawn twice is once.
    const since = last === null ? earliest : addDays(last, -1)
    const from: Day = since > earliest ? since : earliest
    const share = parts.catalogue.clocks.callBackShare
    return eachPage<Closing>(
      parts,
      (trx, after) => findClosings(trx, from, today, after, PAGE),
      rows =>
        give(
          parts,
          rows
            .filter(closing => isDrawn(parts.keys, closing, share))
            .map(({ householdId, problemId, closedOn }) => ({
              householdId,
              commandId: idOf('draw', householdId, problemId, closedOn),
              command: { type: 'DrawCallBack', input: { problemId } },
            })),
        ),
    )
  },
})

const sendReminders = (parts: ServerParts, { channels }: Pick<ReminderSettings, 'channels'>): DailyStep => ({
  name: QUEUE_REMINDERS,
  run: today =>
    queueReminders(
      parts,
      (actor, day) =>
        inTransaction(parts.db, readingScope(actor), async trx => {
          const query = dutyQueryOf(actor, day)
          const meetings = meetingDutyQueryOf(actor, day)
          return [
            ...(query === null ? [] : await findDutyDays(trx, query)),
            ...(meetings === null ? [] : await findMeetingDutyDays(trx, meetings)),
          ]
        }),
      [...channels.keys()],
      today,
    ),
})

/** What the server does by itself each day, in this order: reminders speak of what the others have brought up. */
export const dailySteps = (parts: ServerParts, reminders: Pick<ReminderSettings, 'channels'>): readonly DailyStep[] => [
  lapseSilentReferrals(parts),
  drawCallBacks(parts),
  sendReminders(parts, reminders),
]
