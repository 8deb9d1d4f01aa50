import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { CommandEnvelope, Receipt, UnnumberedCommand } from '@thaiqm/core/sync/command-envelope.ts'
import type { DeviceState } from '@thaiqm/core/sync/device-state.ts'
import type { HouseholdView } from '../household/household-view.ts'
import type { Holdings } from '../sync/sync-routes.ts'

/** One durable step of a device's outbox. */
export interface DeviceChange {
  readonly state: DeviceState
  /** Kept for ever: the person reads their numbers out to the office. */
  readonly receipts?: readonly Receipt[]
  /** Everything the device still holds, numbered anew; only when the device goes on under another id. */
  readonly held?: readonly CommandEnvelope[]
}

/**
 * A device's outbox. Each call is one atomic step that is on disk before it resolves; nothing leaves the outbox except
 * what `forgettableUpTo(state)` allows after a `change`.
 */
export interface OutboxStore {
  state(): Promise<DeviceState>
  /** Numbers the command with the state's next sequence and keeps it, in one step. */
  add(command: UnnumberedCommand): Promise<CommandEnvelope>
  /** Commands behind a sequence, oldest first, as they travel. */
  after(sequence: number, most: number): Promise<readonly CommandEnvelope[]>
  /** Reads the state, decides (synchronously) and writes, in one step; also with another tab beside it. */
  change(decide: (state: DeviceState, held: () => readonly CommandEnvelope[]) => DeviceChange): Promise<void>
  /** The lowest sequence still here; the next one to be given when nothing is. */
  firstHeld(): Promise<number>
  holdings(): Promise<Holdings>
}

/** An area whose households the device holds. Areas of one device never lie inside one another. */
export interface HeldArea {
  readonly areaCode: string
  /** Where the server goes on; null before the first page. */
  readonly cursor: string | null
  /** Whether every household of the area has arrived once. */
  readonly isWhole: boolean
  readonly asOf: Instant | null
}

export interface AreaPage {
  readonly areaCode: string
  readonly households: readonly HouseholdView[]
  readonly gone: readonly string[]
  /** The cursor this page was asked with. When the area has another by now, another tab was faster: the page is passed over. */
  readonly after?: string | null
  readonly cursor: string
  /** A new beginning: households of the area that no page of it brings are forgotten when it is whole. */
  readonly isFresh: boolean
  readonly isWhole: boolean
  readonly asOf: Instant
}

/** Households on the device. Dropping them never touches the outbox. */
export interface CacheStore {
  areas(): Promise<readonly HeldArea[]>
  /** Rows, tombstones and cursor in one step: a cursor never runs ahead of its rows. Waiting commands are laid over. */
  savePage(page: AreaPage): Promise<void>
  dropArea(areaCode: string): Promise<void>
}

export interface DraftToSend {
  readonly draftId: string
  readonly householdId: string
  readonly areaCode: string
  readonly revision: number
  readonly changedAt: Instant
  /** Null for a draft that was sent as a form or given up: the server is told to forget it. */
  readonly sealed: string | null
}

/** Drafts whose newest revision the server does not have. */
export interface DraftOutbox {
  toSend(most: number): Promise<readonly DraftToSend[]>
  /** A refused one (handed over, another’s) is not sent again; it stays on the device. */
  markSent(draftId: string, revision: number, outcome: 'kept' | 'refused'): Promise<void>
  /** The server was restored from a backup: whatever is still here counts as unsent again. */
  sendAgain?(): Promise<void>
}

/** Photos of commands that were made; named by the SHA-256 of their bytes. */
export interface PhotoOutbox {
  toSend(most: number): Promise<readonly string[]>
  /** Null while the device is locked. */
  read(photoHash: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** `at` is when the server had it whole, by its own clock: a photo may leave the device when a backup was begun after that. */
  mark(photoHash: string, outcome: 'sent' | 'refused', at: Instant | null): Promise<void>
  /** The server was restored from a backup: whatever is still here counts as unsent again. */
  sendAgain?(): Promise<void>
}
