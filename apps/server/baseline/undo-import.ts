import { randomUUID } from 'node:crypto'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { decideUndoBaselineHousehold } from '@thaiqm/core/household/import-baseline-household.ts'
import { dayOf } from '@thaiqm/core/ledger/day.ts'
import type { BatchId, CommandId } from '@thaiqm/core/ledger/identifiers.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { lockHouseholds } from '../household/household-store.ts'
import { inTransaction, systemScope, writingScope } from '../platform/database/transaction.ts'
import { runCommands } from '../sync/run-commands.ts'
import { findHouseholdsOfBatch, setBatchState } from './baseline-store.ts'
import type { BaselineRoom } from './run-import.ts'

const HOUSEHOLDS_AT_ONCE = 200

interface Undoable {
  readonly ledgerId: string
  readonly version: number
}

interface Judged {
  /** Households whose import can be taken back now; those taken back already are not among them. */
  readonly undoable: readonly Undoable[]
  /** Households that work builds on, or that are no longer within reach. */
  readonly blocked: number
}

const judge = async (
  { parts }: BaselineRoom,
  actor: Actor,
  batchId: BatchId,
  ids: readonly string[],
): Promise<Judged> => {
  const stored = await inTransaction(parts.db, writingScope(actor), trx => lockHouseholds(trx, parts.keys, ids))
  const now = parts.clock.now()
  const context = { now, today: dayOf(now), actor, rounds: [], ...parts.catalogue }
  const undoable: Undoable[] = []
  let blocked = ids.length - stored.size
  for (const { household } of stored.values()) {
    const events = decideUndoBaselineHousehold(household, { batchId }, context)
    if (events.ok && events.value.length > 0) undoable.push({ ledgerId: household.id, version: household.version })
    if (!events.ok && events.code === 'work-builds-on-it') blocked += 1
  }
  return { undoable, blocked }
}

const slicesOf = (ids: readonly string[]): (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / HOUSEHOLDS_AT_ONCE) }, (_, at) =>
    ids.slice(at * HOUSEHOLDS_AT_ONCE, (at + 1) * HOUSEHOLDS_AT_ONCE),
  )

const householdsOf = ({ parts }: BaselineRoom, batchId: BatchId): Promise<readonly string[]> =>
  inTransaction(parts.db, systemScope, trx => findHouseholdsOfBatch(trx, batchId))

/** How many households of a batch cannot be taken back: all or nothing is undone, so any stops the undoing. */
export const countBlocked = async (room: BaselineRoom, actor: Actor, batchId: BatchId): Promise<number> => {
  let blocked = 0
  for (const ids of slicesOf(await householdsOf(room, batchId)))
    blocked += (await judge(room, actor, batchId, ids)).blocked
  return blocked
}

/**
 * Takes a batch back household by household. Whoever was faster and built on a household in the meantime keeps it: the
 * batch is then DONE again, and asked once more the undoing says how many stand in its way.
 */
export const runUndo = async (
  room: BaselineRoom,
  batchId: BatchId,
  actor: Actor,
  isStopping: () => boolean,
): Promise<void> => {
  const { parts } = room
  let kept = 0
  let sequence = 0
  const deviceId = randomUUID()
  for (const ids of slicesOf(await householdsOf(room, batchId))) {
    if (isStopping()) return
    const { undoable, blocked } = await judge(room, actor, batchId, ids)
    kept += blocked
    if (undoable.length === 0) continue
    const commands = undoable.map(({ ledgerId, version }): CommandEnvelope => {
      sequence += 1
      return {
        commandId: randomUUID() as CommandId,
        sequence,
        ledgerKind: 'household',
        ledgerId,
        type: 'UndoBaselineHousehold',
        input: { batchId },
        madeAt: parts.clock.now(),
        basedOnVersion: version,
      }
    })
    const receipts = await runCommands(parts, { actor, deviceId, commands })
    kept += receipts.filter(({ outcome }) => outcome === 'parked').length
  }
  if (kept > 0) parts.log('import-undone-in-part', { batchId, kept })
  await inTransaction(parts.db, systemScope, trx => setBatchState(trx, batchId, kept > 0 ? 'DONE' : 'UNDONE'))
}
