import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdEvent, Recorded } from '@thaiqm/core/household/household-event.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { RoundLedger } from '@thaiqm/core/round/round-command.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import type { StoredHousehold } from '../household/household-store.ts'
import type { CountedChange } from '../measure/measure-store.ts'
import type { Working } from './judge-commands.ts'
import type { JudgedCommand, KnownCommand, NewFact } from './ledger-store.ts'
import type { OfficeDocument } from './office-ledger.ts'
import type { Settlement } from './sync-store.ts'

/** How far the server holds a device's commands, and how far a backup does. */
export interface DeviceMarks {
  readonly personId: string
  readonly upTo: number
  readonly safeUpTo: number
}

/** A fact with its place in the ledger and the device its command came from; null for the server's own. */
export interface PlacedFact extends Recorded<HouseholdEvent> {
  readonly version: number
  readonly deviceId: string | null
}

/** An own command in what a device had before its eyes. */
export type OwnStep = Pick<CommandEnvelope, 'ledgerId' | 'type' | 'input'>

/** A parked command as it was kept. */
export type ParkedEnvelope = Omit<CommandEnvelope, 'sequence' | 'basedOnVersion' | 'sealed' | 'inputHash'>

/** All that a batch has brought about, to be written in one go. */
export interface JudgedBatch {
  readonly actor: Actor
  readonly deviceId: string
  readonly facts: readonly NewFact[]
  readonly households: ReadonlyMap<string, Working<Household>>
  readonly counted: readonly CountedChange[]
  readonly documents: ReadonlyMap<string, Working<OfficeDocument>>
  readonly commands: readonly JudgedCommand[]
  readonly rounds: readonly RoundLedger[]
  /** Rounds that begin with this batch: every household enters their counts. */
  readonly opened: readonly RoundLedger[]
  readonly at: Instant
}

/**
 * One open transaction of the ledger, in the writing scope of one actor. The rules of a batch are written against this;
 * PostgreSQL stands behind it, and in the simulated world a store in memory does.
 */
export interface LedgerTransaction {
  findCommands(commandIds: readonly string[]): Promise<Map<string, KnownCommand>>
  /** Locked until the end, so that two batches of one device come one after the other; undefined when never heard of. */
  lockDevice(deviceId: string): Promise<DeviceMarks | undefined>
  /** Which command came under which sequence of a device; what was kept apart under another id does not count. */
  findHeldIds(deviceId: string, from: number, to: number): Promise<Map<number, string>>
  advanceDevice(deviceId: string, actor: Actor, upTo: number, at: Instant): Promise<void>
  /** Households this actor reaches, locked for writing in one order. */
  lockHouseholds(actor: Actor, ids: readonly string[]): Promise<Map<string, StoredHousehold>>
  /** A household's whole ledger, oldest fact first. */
  factsOf(id: string): Promise<readonly PlacedFact[]>
  /** A device's own commands that were applied to a household behind a version, in the order it made them. */
  ownCommandsAfter(deviceId: string, ledgerId: string, version: number): Promise<readonly OwnStep[]>
  /** Where households are that the actor does not reach: whoever has them now finds what was parked about them. */
  areasOf(ids: readonly string[]): Promise<Map<string, number>>
  /** Households of these hardships, wherever they are, as they stand; not locked. */
  householdsOfProblems(problemIds: readonly string[]): Promise<readonly Household[]>
  lockDocuments(ids: readonly string[]): Promise<Map<string, OfficeDocument>>
  rounds(): Promise<RoundLedger[]>
  /** A parked command nobody has settled yet, locked. */
  lockParked(commandId: string): Promise<ParkedEnvelope | undefined>
  settleParked(settlement: Settlement): Promise<void>
  /** Writes the batch; answers the receipt number of each command by its id. */
  save(batch: JudgedBatch): Promise<Map<string, number>>
}

export interface Ledger {
  inTransaction<Value>(actor: Actor, work: (trx: LedgerTransaction) => Promise<Value>): Promise<Value>
}

/** What came in, of whom, and from which device. */
export interface CommandRun {
  readonly actor: Actor
  readonly deviceId: string
  readonly commands: readonly CommandEnvelope[]
  /** When each happened, for the loader of the practice province and for replays of a backup; now for everybody else. */
  readonly at?: readonly Instant[]
  /** They were applied before: a replay of a backup. */
  readonly wasAccepted?: boolean
  /** Everything is kept and nothing judged, with this refusal: the account is disabled. */
  readonly parkAll?: { readonly code: string }
  /** Ids of commands whose sealed input this server could not open: kept as they came. */
  readonly unread?: ReadonlySet<string>
}
