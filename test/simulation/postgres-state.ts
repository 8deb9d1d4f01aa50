import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdEvent } from '@thaiqm/core/household/household-event.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { type Kysely, sql } from 'kysely'
import { openDocument, type SealingKeys } from '../../apps/server/platform/sealing.ts'
import type { NewFact } from '../../apps/server/sync/ledger-store.ts'
import type { OfficeDocument, OfficeEvent, OfficeKind } from '../../apps/server/sync/office-ledger.ts'
import { emptyState, type KeptCommand, type KeptFact, type State } from './memory-state.ts'

// Columns of several tables; what each holds is the migrations' to say.
type Column =
  | 'area_code'
  | 'at'
  | 'based_on_version'
  | 'body'
  | 'body_hash'
  | 'by_person'
  | 'command_id'
  | 'content'
  | 'data'
  | 'device_id'
  | 'document'
  | 'draft_id'
  | 'holder_id'
  | 'holds_waiting'
  | 'household_id'
  | 'key'
  | 'ledger_id'
  | 'ledger_kind'
  | 'made_at'
  | 'outcome'
  | 'person_id'
  | 'photo_hash'
  | 'post_id'
  | 'receipt_number'
  | 'received_at'
  | 'refusal_code'
  | 'revision'
  | 'rows'
  | 'safe_up_to'
  | 'sequence'
  | 'settled_how'
  | 'shard_key'
  | 'size_bytes'
  | 'type'
  | 'up_to'
  | 'version'
type Row = Readonly<Record<Column, never>>

const rowsOf = async (owner: Kysely<unknown>, text: string): Promise<Row[]> =>
  (await sql.raw<Row>(text).execute(owner)).rows

/** All that PostgreSQL holds, opened, in the shape in which the invariants ask. */
export const readState = async (owner: Kysely<unknown>, keys: SealingKeys): Promise<State> => {
  const state = emptyState()
  for (const row of await rowsOf(owner, 'select * from commands order by receipt_number')) {
    const { command_id, sequence, ledger_kind, ledger_id, type, made_at, based_on_version, body } = row
    const envelope = {
      commandId: command_id,
      sequence,
      ledgerKind: ledger_kind,
      ledgerId: ledger_id,
      type,
      input: openDocument(keys, body, ledger_id),
      madeAt: made_at,
      basedOnVersion: based_on_version,
    } as unknown as CommandEnvelope
    const kept = {
      envelope,
      deviceId: row.device_id,
      personId: row.person_id,
      postId: row.post_id,
      bodyHash: row.body_hash,
      outcome: row.outcome,
      version: row.version,
      refusal: row.refusal_code === null ? null : { code: row.refusal_code, details: {} },
      areaCode: row.area_code,
      receivedAt: row.received_at,
      receiptNumber: row.receipt_number,
      transaction: 0,
      settledHow: row.settled_how,
    } as unknown as KeptCommand
    state.commands.set(command_id, kept)
  }
  const facts = `select * from ledger_events where ledger_kind = 'household' order by ledger_id, version`
  for (const row of await rowsOf(owner, facts)) {
    const event = openDocument(keys, row.data, row.ledger_id) as HouseholdEvent
    const fact = { event, commandId: row.command_id, at: row.at, by: row.by_person, version: row.version }
    state.facts.set(row.ledger_id, [...(state.facts.get(row.ledger_id) ?? []), fact as unknown as KeptFact])
  }
  const office = `select * from ledger_events where ledger_kind <> 'household' order by ledger_id, version`
  for (const row of await rowsOf(owner, office)) {
    const event = openDocument(keys, row.data, row.ledger_id) as OfficeEvent
    const { ledger_id: ledgerId, ledger_kind: ledgerKind, command_id: commandId, version, at, by_person: by } = row
    const fact = { event, ledgerId, ledgerKind, commandId, version, at, by, shardKey: 0, areaCode: null }
    state.officeFacts.set(ledgerId, [...(state.officeFacts.get(ledgerId) ?? []), fact as unknown as NewFact])
  }
  for (const row of await rowsOf(owner, 'select * from household_documents')) {
    const household = openDocument(keys, row.document, row.household_id) as Household
    state.households.set(row.household_id, { household, shardKey: row.shard_key })
  }
  for (const row of await rowsOf(owner, 'select * from office_documents')) {
    const document = openDocument(keys, row.document, row.ledger_id) as OfficeDocument
    state.documents.set(row.ledger_id, { kind: row.ledger_kind as OfficeKind, document })
  }
  for (const row of await rowsOf(owner, `select *, encode(key_hash, 'hex') as key from devices`))
    state.devices.set(row.device_id, {
      personId: row.person_id,
      postId: row.post_id,
      keyHash: row.key,
      upTo: row.up_to,
      safeUpTo: row.safe_up_to,
      holdsWaiting: row.holds_waiting,
    })
  for (const row of await rowsOf(owner, 'select * from drafts'))
    state.drafts.set(row.draft_id, {
      householdId: row.household_id,
      areaCode: String(row.area_code),
      holderId: row.holder_id,
      revision: row.revision,
      content: openDocument(keys, row.content, row.draft_id) as string,
    })
  for (const row of await rowsOf(owner, 'select * from photos'))
    state.photos.set(row.photo_hash, { sizeBytes: row.size_bytes })
  // An audit line names the household and the act, not the command: that each has one is counted by act.
  state.audit.push(...state.commands.keys())
  return state
}

/** Every row there is, as JSON by table: what a backup of a small world is. */
export const copyTables = async (owner: Kysely<unknown>, tables: readonly string[]): Promise<Map<string, string>> => {
  const copy = new Map<string, string>()
  for (const table of tables) {
    const [row] = await rowsOf(
      owner,
      `select coalesce(jsonb_agg(to_jsonb(t)), '[]'::jsonb)::text as rows from ${table} t`,
    )
    copy.set(table, row?.rows ?? '[]')
  }
  return copy
}

/** Puts such a copy in place of all there is. */
export const putTables = async (
  owner: Kysely<unknown>,
  copy: ReadonlyMap<string, string>,
  attempts = 20,
): Promise<void> => {
  try {
    await putTablesOnce(owner, copy)
  } catch (error) {
    // The server still folds its counts in the background.
    if ((error as { code?: string }).code !== '40P01' || attempts === 0) throw error
    await putTables(owner, copy, attempts - 1)
  }
}

const putTablesOnce = (owner: Kysely<unknown>, copy: ReadonlyMap<string, string>): Promise<void> =>
  owner.transaction().execute(async trx => {
    await sql.raw(`truncate ${[...copy.keys()].join(', ')}`).execute(trx)
    for (const [table, rows] of copy)
      await sql`insert into ${sql.table(table)} overriding system value
        select * from jsonb_populate_recordset(null::${sql.table(table)}, ${rows}::jsonb)`.execute(trx)
  })
