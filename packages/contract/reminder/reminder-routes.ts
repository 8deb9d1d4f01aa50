import { day, instant } from '@thaiqm/core/ledger/day.ts'
import { personId } from '@thaiqm/core/ledger/identifiers.ts'
import { z } from 'zod'
import { defineRoute } from '../wire/route.ts'
import { reminderFault } from './reminder-faults.ts'

export const reminderChannelName = z.enum(['email', 'line'])
export type ReminderChannelName = z.infer<typeof reminderChannelName>

/** How one person wants to be reminded by one channel. */
export const reminderChoice = z.object({
  channel: reminderChannelName,
  /** The administrator has set the channel up on this server. */
  isAvailable: z.boolean(),
  /** `''` while none is given. */
  address: z.string(),
  isConfirmed: z.boolean(),
  isOn: z.boolean(),
  /** Nothing is sent before this hour of the day in Bangkok. */
  quietUntilHour: z.number().int().min(0).max(23),
  isCodeSent: z.boolean(),
})
export type ReminderChoice = z.infer<typeof reminderChoice>

const choices = z.object({ choices: z.array(reminderChoice) })
const ofChannel = z.object({ channel: reminderChannelName })

export const readReminderChoices = defineRoute({
  method: 'GET',
  path: '/api/reminders/choices',
  room: 'reminder',
  access: 'signed-in',
  summary: 'How the person who asks wants to be reminded, and which channels this server has',
  reply: choices,
})

export const changeReminderChoice = defineRoute({
  method: 'PUT',
  path: '/api/reminders/choices/:channel',
  room: 'reminder',
  access: 'signed-in',
  summary: 'Change one’s own address, hours, or whether to be reminded at all; a new address is confirmed anew',
  params: ofChannel,
  body: z.object({
    address: z.string().trim().max(254),
    isOn: z.boolean(),
    quietUntilHour: z.number().int().min(0).max(23),
  }),
  reply: choices,
})

export const sendReminderCode = defineRoute({
  method: 'POST',
  path: '/api/reminders/choices/:channel/code',
  room: 'reminder',
  access: 'signed-in',
  summary: 'Send a code to one’s own address, to show that it is one’s own',
  params: ofChannel,
  reply: choices,
})

export const confirmReminderAddress = defineRoute({
  method: 'POST',
  path: '/api/reminders/choices/:channel/confirm',
  room: 'reminder',
  access: 'signed-in',
  summary: 'Repeat the code that came to one’s own address',
  params: ofChannel,
  body: z.object({ code: z.string().max(20) }),
  reply: choices,
})

export const sendTestReminder = defineRoute({
  method: 'POST',
  path: '/api/reminders/choices/:channel/test',
  room: 'reminder',
  access: 'signed-in',
  summary: 'Send a test to the administrator’s own confirmed address, at once',
  params: ofChannel,
  reply: z.object({}),
})

export const reminderState = z.enum(['waiting', 'sending', 'sent', 'given-up', 'withdrawn'])
export type ReminderState = z.infer<typeof reminderState>

export const readReminderStatus = defineRoute({
  method: 'GET',
  path: '/api/reminders/status',
  room: 'reminder',
  access: 'signed-in',
  summary: 'What was sent today, what was not and why, and what the system did by its own hand; for the administrator',
  reply: z.object({
    today: day,
    channels: z.array(z.object({ channel: reminderChannelName, isAvailable: z.boolean(), people: z.number().int() })),
    publicUrl: z.string().nullable(),
    counts: z.array(z.object({ channel: reminderChannelName, state: reminderState, n: z.number().int() })),
    /** Not sent, the newest first; at most 100. */
    unsent: z.array(
      z.object({
        personId,
        personName: z.string(),
        day,
        channel: reminderChannelName,
        state: reminderState,
        tries: z.number().int(),
        fault: reminderFault,
        nextTryAt: instant.nullable(),
      }),
    ),
    rounds: z.array(
      z.object({
        day,
        finishedAt: instant.nullable(),
        steps: z.array(
          z.object({
            name: z.string(),
            state: z.enum(['done', 'failed']),
            tries: z.number().int(),
            acted: z.number().int(),
            at: instant,
          }),
        ),
      }),
    ),
  }),
})
