import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { StoredReceipt } from '../platform/field-rows.ts'

/** What the server's last report says of parked work; nothing of it before the first one. */
export interface HeardOfParked {
  readonly heardAt?: Instant
  /** Parked commands of this device that an officer has still to settle. */
  readonly openParked?: readonly string[]
}

/** Whether an officer has still to look at it. A report made before the command was sent knows nothing of it. */
export const isStillParked = (
  { outcome, commandId, receivedAt }: Pick<StoredReceipt, 'outcome' | 'commandId' | 'receivedAt'>,
  { heardAt, openParked }: HeardOfParked,
): boolean =>
  outcome === 'parked' &&
  (openParked === undefined || heardAt === undefined || receivedAt >= heardAt || openParked.includes(commandId))
