import { type Actor, systemActor, systemPersonId } from '@thaiqm/core/access/actor.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { PersonId, PostId } from '@thaiqm/core/ledger/identifiers.ts'
import { actorOf } from '@thaiqm/core/person/person.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { findPerson } from '../person/person-store.ts'
import { actorOfLink } from '../plan/task-link.ts'
import { findTaskLink } from '../plan/task-link-store.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { openDocument } from '../platform/sealing.ts'
import { writeAudit } from '../sync/ledger-store.ts'
import { runCommands } from '../sync/run-commands.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import type { ArchivedCommand, ArchivedEntry } from './read-archive.ts'
import { findKnownIds, type OwnerDatabase, putCommands, putRow } from './restore-store.ts'

/** A command that was applied once and is not now: it is kept, parked, and a person must look. */
export interface ReplayDifference {
  readonly commandId: string
  readonly code: string
}

export interface Replayed {
  commands: number
  alreadyThere: number
  rows: number
  readonly differences: ReplayDifference[]
}

const toInstant = (text: string): Instant => new Date(text).toISOString() as Instant

const envelopeOf = (parts: ServerParts, row: ArchivedCommand): CommandEnvelope => ({
  commandId: row.command_id as CommandEnvelope['commandId'],
  sequence: row.sequence,
  ledgerKind: row.ledger_kind,
  ledgerId: row.ledger_id,
  type: row.type,
  input: openDocument(parts.keys, row.body, row.ledger_id),
  madeAt: toInstant(row.made_at),
  basedOnVersion: row.based_on_version,
})

/** Whoever sent it, with the rights of that moment: people are restored by the same replay, in the same order. */
const actorFor = async (parts: ServerParts, row: ArchivedCommand): Promise<Actor | undefined> => {
  if (row.person_id === systemPersonId) return systemActor
  const person = await inTransaction(parts.db, systemScope, trx => findPerson(trx, parts.keys, row.person_id))
  if (person === undefined) {
    const link = await inTransaction(parts.db, systemScope, trx => findTaskLink(trx, row.person_id))
    return link && actorOfLink(link)
  }
  const post = person.posts.find(p => p.id === row.post_id) ?? person.posts[0]
  return post === undefined ? undefined : actorOf(person, post)
}

/** Keeps commands just as they were kept: what was parked is not judged a second time. */
const keep = async (parts: ServerParts, owner: OwnerDatabase, rows: readonly ArchivedCommand[]): Promise<void> => {
  await putCommands(owner, rows)
  for (const row of rows) {
    const who = { ...systemActor, personId: row.person_id as PersonId, postId: row.post_id as PostId }
    await inTransaction(parts.db, systemScope, trx =>
      writeAudit(trx, who, [
        {
          at: toInstant(row.received_at),
          act: row.type,
          objectKind: row.ledger_kind,
          objectId: row.ledger_id,
          areaCode: typeof row.area_code === 'number' ? row.area_code : null,
          details: { outcome: row.outcome, refusal: typeof row.refusal_code === 'string' ? row.refusal_code : null },
        },
      ]),
    )
  }
}

/** The commands of one transaction, as they were judged: together, each as of the moment it was received. */
const replayTogether = async (
  parts: ServerParts,
  owner: OwnerDatabase,
  rows: readonly ArchivedCommand[],
  into: Replayed,
): Promise<void> => {
  const known = await findKnownIds(
    owner,
    rows.map(row => row.command_id),
  )
  const fresh = rows.filter(row => !known.has(row.command_id))
  into.alreadyThere += rows.length - fresh.length
  into.commands += fresh.length
  const applied = fresh.filter(row => row.outcome === 'applied')
  const parked = fresh.filter(row => row.outcome !== 'applied')
  const [first] = applied
  if (first !== undefined) {
    const actor = await actorFor(parts, first)
    const receipts =
      actor === undefined
        ? []
        : await runCommands(parts, {
            actor,
            deviceId: first.device_id,
            commands: applied.map(row => envelopeOf(parts, row)),
            at: applied.map(row => toInstant(row.received_at)),
            wasAccepted: true,
          })
    const judged = applied.map((row, index) => {
      const receipt = receipts[index]
      if (receipt?.outcome === 'applied' && receipt.version === row.version) return row
      const code = receipt?.outcome === 'applied' ? 'other-version' : (receipt?.refusal?.code ?? 'sender-unknown')
      into.differences.push({ commandId: row.command_id, code })
      if (receipt?.outcome === 'applied') return { ...row, version: receipt.version }
      const refusal = receipt?.refusal ?? { code: 'server-could-not-judge', details: {} }
      const refused = { refusal_code: refusal.code, refusal_details: JSON.stringify(refusal.details) }
      return { ...row, ...refused, outcome: 'parked' as const, version: null }
    })
    await putCommands(owner, judged)
  }
  if (parked.length > 0) await keep(parts, owner, parked)
}

type Together = [ArchivedCommand, ...ArchivedCommand[]]

const firstReceipt = (group: Together): number => Math.min(...group.map(row => row.receipt_number))

/** Of two transactions that touched one ledger, the one with the lower receipts came first, whatever their numbers. */
const GROUPS_HELD = 2000

/**
 * Replays an archive: every command that the database does not have, through the same door as when it came. Commands of
 * one transaction go together; rows beside the ledgers follow the commands written before them.
 * Records of transactions before `mark` are in the copy already.
 */
export const replayArchive = async (
  parts: ServerParts,
  owner: OwnerDatabase,
  entries: AsyncIterable<ArchivedEntry>,
  mark: string,
  onProgress: (commands: number) => void,
): Promise<Replayed> => {
  const replayed: Replayed = { commands: 0, alreadyThere: 0, rows: 0, differences: [] }
  const held: Together[] = []
  const release = async (most: number): Promise<void> => {
    if (held.length <= most) return
    held.sort((a, b) => firstReceipt(a) - firstReceipt(b))
    for (const group of held.splice(0, held.length - most)) {
      await replayTogether(parts, owner, group, replayed)
      onProgress(replayed.commands)
    }
  }
  for await (const entry of entries) {
    if (entry.kind === 'row') {
      await release(0)
      if (BigInt(entry.transaction) < BigInt(mark)) continue
      await putRow(owner, entry.table, entry.row, entry.isGone)
      replayed.rows += 1
      continue
    }
    const { row } = entry
    if (BigInt(row.transaction_id) < BigInt(mark)) {
      replayed.alreadyThere += 1
      continue
    }
    const group = held.at(-1)
    const belongs =
      group?.[0].transaction_id === row.transaction_id &&
      group[0].device_id === row.device_id &&
      group[0].person_id === row.person_id &&
      group[0].post_id === row.post_id
    if (group !== undefined && belongs) group.push(row)
    else held.push([row])
    if (held.length > 2 * GROUPS_HELD) await release(GROUPS_HELD)
  }
  await release(0)
  return replayed
}
