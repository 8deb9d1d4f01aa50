import { type Day, dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { LedgerKind } from '@thaiqm/core/sync/command-envelope.ts'
import type { StoredCommand, StoredReceipt } from '../platform/field-rows.ts'
import { type HeardOfParked, isStillParked } from './still-parked.ts'

/** ในเครื่อง, ส่งแล้ว, ปลอดภัย; or with the server and waiting for an officer. */
export type WorkState = 'on-phone' | 'sent' | 'safe' | 'parked'

/** One thing that was done on this phone. */
export interface WorkDone {
  readonly commandId: string
  readonly ledgerKind: LedgerKind
  readonly ledgerId: string
  readonly type: string
  readonly doneAt: Instant
  readonly state: WorkState
  /** What the person reads out to the office; null before the server has it. */
  readonly receiptNumber: number | null
}

export interface WorkDay {
  readonly day: Day
  readonly done: readonly WorkDone[]
}

type Held = Pick<StoredCommand, 'commandId' | 'ledgerKind' | 'ledgerId' | 'type' | 'madeAt' | 'sequence'>

export interface KnownWork {
  /** Still on this phone: unsent, or sent and not backed up yet. */
  readonly held: readonly Held[]
  readonly receipts: readonly StoredReceipt[]
  readonly sentUpTo: number
  readonly heard: HeardOfParked
}

/** Everything this phone knows to have been done on it, by day, the newest first. */
export const workByDay = ({ held, receipts, sentUpTo, heard }: KnownWork): readonly WorkDay[] => {
  const isHeld = new Set<string>(held.map(command => command.commandId))
  const answered = new Set<string>(receipts.map(receipt => receipt.commandId))
  const stateOf = (receipt: StoredReceipt): WorkState => {
    if (isStillParked(receipt, heard)) return 'parked'
    // A command leaves the phone only when a backup has it.
    return isHeld.has(receipt.commandId) ? 'sent' : 'safe'
  }
  const done: readonly WorkDone[] = [
    ...held
      .filter(command => !answered.has(command.commandId))
      .map(({ commandId, ledgerKind, ledgerId, type, madeAt, sequence }) => ({
        commandId,
        ledgerKind,
        ledgerId,
        type,
        doneAt: madeAt,
        state: sequence > sentUpTo ? ('on-phone' as const) : ('sent' as const),
        receiptNumber: null,
      })),
    ...receipts.map(receipt => ({
      commandId: receipt.commandId,
      ledgerKind: receipt.ledgerKind ?? 'household',
      ledgerId: receipt.ledgerId,
      type: receipt.type,
      doneAt: receipt.madeAt ?? receipt.receivedAt,
      state: stateOf(receipt),
      receiptNumber: receipt.receiptNumber,
    })),
  ]
  const newestFirst = [...done].sort((a, b) => (a.doneAt < b.doneAt ? 1 : a.doneAt > b.doneAt ? -1 : 0))
  return [...Map.groupBy(newestFirst, one => dayOf(one.doneAt))].map(([day, ofDay]) => ({ day, done: ofDay }))
}
