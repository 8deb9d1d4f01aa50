import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { HouseholdEvent, Recorded } from '@thaiqm/core/household/household-event.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { PersonId } from '@thaiqm/core/ledger/identifiers.ts'
import type { RefusalDetails } from '@thaiqm/core/ledger/outcome.ts'
import type { Letterhead } from '@thaiqm/core/letterhead/letterhead.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import type { Offer } from '@thaiqm/core/offer/offer.ts'
import type { Person } from '@thaiqm/core/person/person.ts'
import type { CommandEnvelope, LedgerKind } from '@thaiqm/core/sync/command-envelope.ts'
import { sql } from 'kysely'
import { saveLetterheadRow } from '../letterhead/letterhead-store.ts'
import { saveMeetingRow } from '../meeting/meeting-store.ts'
import { saveOfferRows } from '../offer/offer-store.ts'
import type { Scoped } from '../platform/database/transaction.ts'
import { insertNewRows, insertRows, type TableShape } from '../platform/database/write-rows.ts'
import { openDocument, type SealingKeys, sealDocument, sealJson } from '../platform/sealing.ts'
import { inputTextOf } from './command-text.ts'
import type { OfficeDocument, OfficeEvent, OfficeKind } from './office-ledger.ts'

const eventTable = {
  table: 'ledger_events',
  columns: {
    shard_key: 'int',
    ledger_kind: 'text',
    ledger_id: 'uuid',
    version: 'int',
    type: 'text',
    data: 'text',
    area_code: 'int',
    command_id: 'uuid',
    by_person: 'uuid',
    at: 'timestamptz',
  },
  key: [],
} as const satisfies TableShape<string>

/** A fact on its way into the ledger, at its place in it. */
export interface NewFact {
  readonly shardKey: number
  readonly ledgerKind: LedgerKind
  readonly ledgerId: string
  readonly version: number
  readonly event: HouseholdEvent | OfficeEvent
  readonly areaCode: number | null
  readonly commandId: string
  readonly by: PersonId
  readonly at: Instant
}

export const appendFacts = (trx: Scoped, keys: SealingKeys, facts: readonly NewFact[]): Promise<void> =>
  insertRows(
    trx,
    eventTable,
    facts.map(fact => ({
      shard_key: fact.shardKey,
      ledger_kind: fact.ledgerKind,
      ledger_id: fact.ledgerId,
      version: fact.version,
      type: fact.event.type,
      data: sealDocument(keys, fact.event, fact.ledgerId),
      area_code: fact.areaCode,
      command_id: fact.commandId,
      by_person: fact.by,
      at: fact.at,
    })),
  )

interface FactRow {
  readonly ledger_id: string
  readonly version: number
  readonly data: string
  readonly by_person: PersonId
  readonly at: Instant
}

export type RecordedFact = Recorded<HouseholdEvent> & { readonly version: number }

/** The whole ledgers of households, oldest fact first. */
export const findFacts = async (
  trx: Scoped,
  keys: SealingKeys,
  ids: readonly string[],
): Promise<Map<string, RecordedFact[]>> => {
  const { rows } = await sql<FactRow>`select ledger_id, version, data, by_person, at from ledger_events
    where ledger_id = any(${ids}::uuid[]) order by ledger_id, version`.execute(trx)
  const facts = new Map<string, RecordedFact[]>()
  for (const row of rows) {
    const event = openDocument(keys, row.data, row.ledger_id) as HouseholdEvent
    const own = facts.get(row.ledger_id) ?? []
    own.push({ event, at: row.at, by: row.by_person, version: row.version })
    facts.set(row.ledger_id, own)
  }
  return facts
}

export interface KnownCommand {
  readonly command_id: string
  readonly receipt_number: number
  readonly body_hash: Uint8Array
  readonly outcome: 'received' | 'applied' | 'parked'
  readonly version: number | null
  readonly refusal_code: string | null
  readonly refusal_details: string | null
}

export const findCommands = async (trx: Scoped, ids: readonly string[]): Promise<Map<string, KnownCommand>> => {
  const { rows } = await sql<KnownCommand>`select command_id, receipt_number, body_hash, outcome, version, refusal_code,
    refusal_details from commands where command_id = any(${ids}::uuid[])`.execute(trx)
  return new Map(rows.map(row => [row.command_id, row]))
}

export interface JudgedCommand {
  readonly envelope: CommandEnvelope
  readonly bodyHash: Uint8Array
  readonly areaCode: number | null
  readonly outcome: 'received' | 'applied' | 'parked'
  readonly version: number | null
  readonly refusal: { readonly code: string; readonly details: RefusalDetails } | null
  readonly receivedAt: Instant
}

const commandTable = {
  table: 'commands',
  columns: {
    command_id: 'uuid',
    device_id: 'uuid',
    sequence: 'int',
    ledger_kind: 'text',
    ledger_id: 'uuid',
    type: 'text',
    body: 'text',
    body_hash: 'bytea',
    based_on_version: 'int',
    made_at: 'timestamptz',
    person_id: 'uuid',
    post_id: 'uuid',
    area_code: 'int',
    received_at: 'timestamptz',
    outcome: 'text',
    version: 'int',
    refusal_code: 'text',
    refusal_details: 'text',
  },
  key: ['command_id'],
} as const satisfies TableShape<string>

/** The same command came twice at the same moment, from a phone and its copy: whoever is later judges anew. */
class CameTwiceAtOnce extends Error {
  /** As PostgreSQL names a unique violation. */
  readonly code = '23505'
}

/**
 * Stores commands with what was made of them; answers their receipt numbers. One that somebody else has stored since it
 * was looked for undoes the transaction, for its effect is in this one a second time.
 */
export const saveCommands = async (
  trx: Scoped,
  keys: SealingKeys,
  actor: Actor,
  deviceId: string,
  commands: readonly JudgedCommand[],
): Promise<Map<string, number>> => {
  const rows = await insertNewRows<{ command_id: string; receipt_number: number }>(
    trx,
    commandTable,
    commands.map(({ envelope, bodyHash, areaCode, receivedAt, outcome, version, refusal }) => ({
      command_id: envelope.commandId,
      device_id: deviceId,
      sequence: envelope.sequence,
      ledger_kind: envelope.ledgerKind,
      ledger_id: envelope.ledgerId,
      type: envelope.type,
      body: sealJson(keys, inputTextOf(envelope), envelope.ledgerId),
      body_hash: bodyHash,
      based_on_version: envelope.basedOnVersion,
      made_at: envelope.madeAt,
      person_id: actor.personId,
      post_id: actor.postId,
      area_code: areaCode,
      received_at: receivedAt,
      outcome,
      version,
      refusal_code: refusal?.code ?? null,
      refusal_details: refusal === null ? null : JSON.stringify(refusal.details),
    })),
    ['command_id', 'receipt_number'],
  )
  if (rows.length < commands.length) throw new CameTwiceAtOnce()
  return new Map(rows.map(row => [row.command_id, row.receipt_number]))
}

const feedTable = {
  table: 'change_feed',
  columns: { ledger_kind: 'text', ledger_id: 'uuid', version: 'int', area_code: 'int' },
  key: [],
} as const satisfies TableShape<string>

const auditTable = {
  table: 'audit',
  columns: {
    at: 'timestamptz',
    person_id: 'uuid',
    post_id: 'uuid',
    role: 'text',
    act: 'text',
    object_kind: 'text',
    object_id: 'text',
    area_code: 'int',
    details: 'text',
  },
  key: [],
} as const satisfies TableShape<string>

export interface FedChange {
  readonly ledgerKind: LedgerKind
  readonly ledgerId: string
  readonly version: number
  readonly areaCode: number | null
}

export const feedChanges = (trx: Scoped, changes: readonly FedChange[]): Promise<void> =>
  insertRows(
    trx,
    feedTable,
    changes.map(c => ({ ledger_kind: c.ledgerKind, ledger_id: c.ledgerId, version: c.version, area_code: c.areaCode })),
  )

export interface AuditLine {
  readonly at: Instant
  readonly act: string
  readonly objectKind: string
  readonly objectId: string | null
  readonly areaCode: number | null
  /** Codes and counts only: never a name, a number, a free text. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
}

/** Who acted or looked. Part of the act itself: written in the same transaction. */
export const writeAudit = (trx: Scoped, actor: Actor, lines: readonly AuditLine[]): Promise<void> =>
  insertRows(
    trx,
    auditTable,
    lines.map(line => ({
      at: line.at,
      person_id: actor.personId,
      post_id: actor.postId,
      role: actor.role,
      act: line.act,
      object_kind: line.objectKind,
      object_id: line.objectId,
      area_code: line.areaCode,
      details: JSON.stringify(line.details ?? {}),
    })),
  )

/** The villages of households, whoever has them now. */
export const findHouseholdAreas = async (trx: Scoped, ids: readonly string[]): Promise<Map<string, number>> => {
  const { rows } = await sql<{ household_id: string; area_code: number }>`select household_id, area_code
    from household_documents where household_id = any(${ids}::uuid[])`.execute(trx)
  return new Map(rows.map(row => [row.household_id, row.area_code]))
}

/** Office documents of one kind, as they stand. */
export const findOfficeDocuments = async (
  trx: Scoped,
  kind: OfficeKind,
  keys: SealingKeys,
): Promise<OfficeDocument[]> => {
  const { rows } = await sql<{ ledger_id: string; document: string }>`select ledger_id, document from office_documents
    where ledger_kind = ${kind}`.execute(trx)
  return rows.map(row => openDocument(keys, row.document, row.ledger_id) as OfficeDocument)
}

export const findOfficeDocumentsById = async (
  trx: Scoped,
  kind: OfficeKind,
  keys: SealingKeys,
  ids: readonly string[],
): Promise<OfficeDocument[]> => {
  const { rows } = await sql<{ ledger_id: string; document: string }>`select ledger_id, document from office_documents
    where ledger_kind = ${kind} and ledger_id = any(${ids}::uuid[])`.execute(trx)
  return rows.map(row => openDocument(keys, row.document, row.ledger_id) as OfficeDocument)
}

export const lockOfficeDocuments = async (
  trx: Scoped,
  keys: SealingKeys,
  ids: readonly string[],
): Promise<Map<string, OfficeDocument>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ ledger_id: string; document: string }>`select ledger_id, document from office_documents
    where ledger_id = any(${ids}::uuid[]) order by ledger_id for update`.execute(trx)
  return new Map(rows.map(row => [row.ledger_id, openDocument(keys, row.document, row.ledger_id) as OfficeDocument]))
}

export const saveOfficeDocument = async (
  trx: Scoped,
  keys: SealingKeys,
  kind: OfficeKind,
  before: OfficeDocument | null,
  document: OfficeDocument,
): Promise<void> => {
  await sql`insert into office_documents (ledger_kind, ledger_id, version, document)
    values (${kind}, ${document.id}, ${document.version}, ${sealDocument(keys, document, document.id)})
    on conflict (ledger_kind, ledger_id) do update set version = excluded.version, document = excluded.document`.execute(
    trx,
  )
  if (kind === 'offer') await saveOfferRows(trx, before as Offer | null, document as Offer)
  if (kind === 'letterhead') await saveLetterheadRow(trx, document as Letterhead)
  if (kind === 'meeting') await saveMeetingRow(trx, document as Meeting)
  if (kind === 'person') {
    const { username, status } = document as Person
    await sql`insert into credentials (person_id, username) values (${document.id}, ${username})
      on conflict (person_id) do update set username = excluded.username`.execute(trx)
    if (status === 'DISABLED') await sql`delete from sessions where person_id = ${document.id}`.execute(trx)
  }
}

/** A household that moves takes its facts along, and what waits for a person about it: whoever has it now sees both. */
export const moveLedgers = async (
  trx: Scoped,
  moves: readonly { readonly ledgerId: string; readonly areaCode: number }[],
): Promise<void> => {
  if (moves.length === 0) return
  const ids = moves.map(m => m.ledgerId)
  const areas = moves.map(m => m.areaCode)
  await sql`update ledger_events e set area_code = t.area from unnest(${ids}::uuid[], ${areas}::int[]) as t(id, area)
    where e.ledger_id = t.id`.execute(trx)
  await sql`update commands c set area_code = t.area from unnest(${ids}::uuid[], ${areas}::int[]) as t(id, area)
    where c.ledger_id = t.id and c.outcome <> 'applied' and c.settled_at is null`.execute(trx)
  // Whoever has the household now keeps the links that were given out for it.
  await sql`update task_links l set area_code = t.area from unnest(${ids}::uuid[], ${areas}::int[]) as t(id, area)
    where l.household_id = t.id`.execute(trx)
}

/** Villages that households name and the area table does not have yet. */
export const addVillages = async (
  trx: Scoped,
  villages: readonly { readonly areaCode: string; readonly nameTh: string }[],
): Promise<void> => {
  if (villages.length === 0) return
  await sql`insert into areas (area_code, code, level, name_th, name_en, parent_code)
    select t.code, t.code::int, 'VILLAGE', t.name, t.name, left(t.code, 6)
    from unnest(${villages.map(v => v.areaCode)}::text[], ${villages.map(v => v.nameTh)}::text[]) as t(code, name)
    order by t.code on conflict (area_code) do nothing`.execute(trx)
}
