import type { ReminderFault } from '@thaiqm/contract/reminder/reminder-faults.ts'
import type { ReminderChannelName } from '@thaiqm/contract/reminder/reminder-routes.ts'
import type { ReminderText } from '@thaiqm/core/duty/reminder-text.ts'

export interface Message extends ReminderText {
  /** The same for every try of one message, so that whoever receives it can tell a second copy. */
  readonly messageId: string
}

/**
 * What became of a try: it arrived · it certainly did not, and another try may go better · it may have arrived, the
 * connection was lost after the message was handed over · it was turned down for good.
 */
export type Delivery =
  | { readonly end: 'sent' }
  | { readonly end: 'try-again' | 'unsure' | 'turned-down'; readonly fault: ReminderFault }

/** A way out of the house for reminders. Nothing but what `main.ts` was told may be one. */
export interface ReminderChannel {
  readonly name: ReminderChannelName
  /** The other side takes a message with the same id only once, so a try in doubt may simply be repeated. */
  readonly takesOnce: boolean
  send(address: string, message: Message): Promise<Delivery>
  close(): void
}

export type ReminderChannels = ReadonlyMap<ReminderChannelName, ReminderChannel>

/** Where reminders may go, and how this server is reached from outside. */
export interface ReminderSettings {
  readonly channels: ReminderChannels
  /** Without a slash at its end; null when the server was not told. */
  readonly publicUrl: string | null
}

export const noReminders: ReminderSettings = { channels: new Map(), publicUrl: null }
