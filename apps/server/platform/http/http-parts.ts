import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { FastifyInstance } from 'fastify'
import type { InstallationState } from '../../installation/installation-state.ts'
import type { ReminderSettings } from '../../reminder/reminder-channel.ts'
import type { ServerParts } from '../../sync/server-parts.ts'
import type { UnsentWorkKeys } from '../unsent-work-keys.ts'
import type { FindActor, FindSender } from './answer-route.ts'

/** What a room needs to put its routes up. */
export interface HttpParts {
  readonly app: FastifyInstance
  readonly findActor: FindActor
  readonly findSender: FindSender
  readonly parts: ServerParts
  readonly unsentWork: UnsentWorkKeys
  readonly installation: InstallationState
  /** Where photos and uploaded workbooks lie. */
  readonly filesDir: string
  /** When the last backup that came to its end was begun, by the server's own clock. */
  readonly backedUpAt: () => Instant | null
  /** By which channels people are reminded. */
  readonly reminders: ReminderSettings
}
