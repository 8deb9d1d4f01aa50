import type { Household } from '@thaiqm/core/household/household.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { CommandEnvelope, Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import Dexie, { type EntityTable } from 'dexie'
import type { HouseholdSummary } from '../household/household-summary.ts'
import type { Draft } from '../survey/draft.ts'

/** A household whole. Lists never read this table: they read `summaries`. */
export interface HouseholdDocument {
  readonly householdId: string
  readonly areaCode: string
  readonly household: Household
}

export interface StoredVillage {
  readonly areaCode: string
  readonly nameTh: string
  readonly nameEn: string
  /** When its households were last fetched; null before the first time. */
  readonly asOf: Instant | null
}

export interface StoredPhoto {
  readonly hash: string
  readonly bytes: Blob
  /** Of a form not sent yet; to be uploaded; uploaded; or not accepted by the server. */
  readonly state: 'draft' | 'waiting' | 'sent' | 'refused'
}

export interface StoredReceipt extends Receipt {
  readonly ledgerId: string
  readonly type: string
  readonly receivedAt: Instant
}

export interface ParkedCommand {
  readonly commandId: string
  readonly command: CommandEnvelope
  readonly receipt: Receipt
}

export interface Fact {
  readonly key: string
  readonly value: string | number | null
}

export type FieldDatabase = Dexie & {
  readonly villages: EntityTable<StoredVillage, 'areaCode'>
  readonly summaries: EntityTable<HouseholdSummary, 'householdId'>
  readonly documents: EntityTable<HouseholdDocument, 'householdId'>
  readonly drafts: EntityTable<Draft, 'householdId'>
  readonly commands: EntityTable<CommandEnvelope, 'sequence'>
  readonly parked: EntityTable<ParkedCommand, 'commandId'>
  readonly receipts: EntityTable<StoredReceipt, 'commandId'>
  readonly photos: EntityTable<StoredPhoto, 'hash'>
  readonly facts: EntityTable<Fact, 'key'>
}

/**
 * One database for each person who signs in on this phone. Answers and the outbox survive the phone being switched off
 * in the middle: every write is on disk before it counts as made (`strict`).
 */
export const openFieldDatabase = (personId: string): FieldDatabase => {
  const database = new Dexie(`thaiqm-field-${personId}`, {
    chromeTransactionDurability: 'strict',
  }) as FieldDatabase
  database.version(1).stores({
    villages: 'areaCode',
    summaries: 'householdId, areaCode, waiting',
    documents: 'householdId, areaCode',
    drafts: 'householdId',
    commands: 'sequence, ledgerId',
    parked: 'commandId',
    receipts: 'commandId, ledgerId, receiptNumber',
    photos: 'hash, state',
    facts: 'key',
  })
  return database
}

/** A device of the outbox is one person's database on one phone: its sequence numbers are gap-free. */
export const deviceIdOf = (database: FieldDatabase): Promise<string> =>
  database.transaction('rw', database.facts, async () => {
    const known = (await database.facts.get('deviceId'))?.value
    if (typeof known === 'string') return known
    const made = crypto.randomUUID()
    await database.facts.put({ key: 'deviceId', value: made })
    return made
  })
