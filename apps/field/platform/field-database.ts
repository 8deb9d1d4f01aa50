import type { DeviceId } from '@thaiqm/core/ledger/identifiers.ts'
import { type DeviceState, newDevice } from '@thaiqm/core/sync/device-state.ts'
import Dexie, { type EntityTable } from 'dexie'
import { randomBytes, toBase64Url } from '../vault/vault-crypto.ts'
import type { VaultRecord } from '../vault/vault-record.ts'
import { bringOver } from './field-database-upgrade.ts'
import type {
  Fact,
  StoredArea,
  StoredCommand,
  StoredDraft,
  StoredHousehold,
  StoredMeeting,
  StoredPack,
  StoredPhoto,
  StoredReceipt,
  StoredVillage,
} from './field-rows.ts'

export type FieldDatabase = Dexie & {
  readonly vault: EntityTable<VaultRecord, 'key'>
  readonly areas: EntityTable<StoredArea, 'areaCode'>
  readonly villages: EntityTable<StoredVillage, 'areaCode'>
  readonly households: EntityTable<StoredHousehold, 'householdId'>
  readonly meetings: EntityTable<StoredMeeting, 'meetingId'>
  readonly packs: EntityTable<StoredPack, 'areaCode'>
  readonly forms: EntityTable<StoredDraft, 'draftId'>
  readonly commands: EntityTable<StoredCommand, 'sequence'>
  readonly receipts: EntityTable<StoredReceipt, 'commandId'>
  readonly photos: EntityTable<StoredPhoto, 'hash'>
  readonly facts: EntityTable<Fact, 'key'>
}

/**
 * One database for each person who works on this phone. What names a household, a person or an answer lies in it sealed
 * (decision 0024). Answers and the outbox survive the phone being switched off in the middle: every write is on disk
 * before it counts as made (`strict`).
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
  database
    .version(2)
    .stores({
      vault: 'key',
      areas: 'areaCode',
      households: 'householdId, areaCode, sealed.keyId',
      packs: 'areaCode, [areaCode+revision]',
      forms: 'draftId, householdId',
    })
    .upgrade(bringOver)
  // What lay in clear goes once it has been brought over; households are fetched again.
  database.version(3).stores({ summaries: null, documents: null, drafts: null, parked: null })
  database.version(4).stores({ meetings: 'meetingId, areaCode' })
  return database
}

/** A device is one person's database on one phone; it gets its id when it is first opened. */
export const nameDevice = (database: FieldDatabase): Promise<void> =>
  database.transaction('rw', database.facts, async () => {
    if ((await database.facts.get('device')) !== undefined) return
    await database.facts.put({ key: 'device', value: newDevice(crypto.randomUUID() as DeviceId) })
  })

/** Where this device stands with the server. */
export const deviceStateIn = async (database: FieldDatabase): Promise<DeviceState> => {
  const known = (await database.facts.get('device'))?.value
  if (known === undefined) throw new Error('this device has not been named yet')
  return known as DeviceState
}

/** What this device shows to be known by when no session speaks for it; the server has only its hash. */
export const deviceKeyOf = (database: FieldDatabase): Promise<string> =>
  database.transaction('rw', database.facts, async () => {
    const known = (await database.facts.get('deviceKey'))?.value
    if (typeof known === 'string') return known
    const made = toBase64Url(randomBytes(32))
    await database.facts.put({ key: 'deviceKey', value: made })
    return made
  })
