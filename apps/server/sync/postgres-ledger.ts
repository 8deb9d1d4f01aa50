import { type Actor, readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { areaRange, isInRange, wholeRange } from '@thaiqm/core/area/area-code.ts'
import type { RoundLedger } from '@thaiqm/core/round/round-command.ts'
import { findHouseholdsOfProblems, lockHouseholds, visibleHouseholdIds } from '../household/household-store.ts'
import { foldSoon } from '../measure/fold-sums.ts'
import { saveCountedChanges } from '../measure/measure-store.ts'
import {
  enterScope,
  inTransaction,
  readingScope,
  type Scoped,
  systemScope,
  writingScope,
} from '../platform/database/transaction.ts'
import { openDocument } from '../platform/sealing.ts'
import { advanceDevice, findHeldIds, lockDevice } from './device-store.ts'
import type { JudgedBatch, Ledger, LedgerTransaction } from './ledger.ts'
import {
  appendFacts,
  feedChanges,
  findCommands,
  findHouseholdAreas,
  findOfficeDocuments,
  lockOfficeDocuments,
  saveCommands,
  saveOfficeDocument,
  writeAudit,
} from './ledger-store.ts'
import { countIntoRound, saveHouseholds } from './save-households.ts'
import { findOwnSteps, findPlacedFacts } from './seen-store.ts'
import type { ServerParts } from './server-parts.ts'
import { lockParked, settleParkedRow } from './sync-store.ts'

/** An agency or partner reaches only what was referred to it, as its own reading scope shows; others are bound by area. */
const reachable = async (trx: Scoped, actor: Actor, ids: readonly string[]): Promise<readonly string[]> => {
  if (!readsReferredOnly(actor)) return ids
  await enterScope(trx, readingScope(actor))
  const visible = await visibleHouseholdIds(trx, ids)
  await enterScope(trx, writingScope(actor))
  return ids.filter(id => visible.has(id))
}

/** A household handed over to another area is written where its receiver keeps it, beyond the giver's own area. */
const widened = (actor: Actor, { households }: JudgedBatch): boolean => {
  const { range } = writingScope(actor)
  return [...households.values()].some(
    ({ before, now }) =>
      before !== null && now !== null && before.areaCode !== now.areaCode && !isInRange(now.areaCode, range),
  )
}

const save = async (trx: Scoped, parts: ServerParts, batch: JudgedBatch): Promise<Map<string, number>> => {
  const { keys } = parts
  const { actor, deviceId, facts, households, counted, documents, commands, rounds, opened, at } = batch
  await appendFacts(trx, keys, facts)
  const feed = await saveHouseholds(trx, parts, households, rounds)
  await saveCountedChanges(trx, counted)
  for (const round of opened) await countIntoRound(trx, parts, round, rounds, at)
  for (const { before, now } of documents.values()) {
    if (now === null || now === before) continue
    const kind = facts.find(f => f.ledgerId === now.id)?.ledgerKind
    if (kind === undefined || kind === 'household') continue
    await saveOfficeDocument(trx, keys, kind, before, now)
    feed.push({ ledgerKind: kind, ledgerId: now.id, version: now.version, areaCode: null })
  }
  await feedChanges(trx, feed)
  const numbers = await saveCommands(trx, keys, actor, deviceId, commands)
  await writeAudit(
    trx,
    actor,
    commands.map(c => ({
      at: c.receivedAt,
      act: c.envelope.type,
      objectKind: c.envelope.ledgerKind,
      objectId: c.envelope.ledgerId,
      areaCode: c.areaCode,
      details: { outcome: c.outcome, refusal: c.refusal?.code ?? null },
    })),
  )
  return numbers
}

/** The ledger in PostgreSQL: one database transaction, in the writing scope of the actor. */
export const postgresLedger = (parts: ServerParts): Ledger => ({
  inTransaction: async (actor, work) => {
    let changes = 0
    const done = await inTransaction(parts.db, writingScope(actor), trx => {
      const open: LedgerTransaction = {
        findCommands: ids => findCommands(trx, ids),
        lockDevice: id => lockDevice(trx, id),
        findHeldIds: (id, from, to) => findHeldIds(trx, id, from, to),
        advanceDevice: (deviceId, by, upTo, at) =>
          advanceDevice(trx, {
            deviceId,
            personId: by.personId,
            postId: by.postId,
            areaLow: areaRange(by.areaCode).low,
            upTo,
            at,
          }),
        lockHouseholds: async (by, ids) => lockHouseholds(trx, parts.keys, await reachable(trx, by, ids)),
        factsOf: id => findPlacedFacts(trx, parts.keys, id),
        ownCommandsAfter: (deviceId, ledgerId, version) => findOwnSteps(trx, parts.keys, deviceId, ledgerId, version),
        areasOf: async ids => {
          await enterScope(trx, systemScope)
          const areas = await findHouseholdAreas(trx, ids)
          await enterScope(trx, writingScope(actor))
          return areas
        },
        householdsOfProblems: async ids => {
          await enterScope(trx, systemScope)
          const found = await findHouseholdsOfProblems(trx, parts.keys, ids)
          await enterScope(trx, writingScope(actor))
          return found.map(({ household }) => household)
        },
        lockDocuments: ids => lockOfficeDocuments(trx, parts.keys, ids),
        rounds: async () => (await findOfficeDocuments(trx, 'round', parts.keys)) as RoundLedger[],
        lockParked: async id => {
          const row = await lockParked(trx, id)
          return (
            row && {
              commandId: row.command_id,
              ledgerKind: row.ledger_kind,
              ledgerId: row.ledger_id,
              type: row.type,
              input: openDocument(parts.keys, row.body, row.ledger_id),
              madeAt: row.made_at,
            }
          )
        },
        settleParked: settlement => settleParkedRow(trx, settlement),
        save: async batch => {
          changes += batch.counted.length + batch.opened.length
          if (!widened(actor, batch)) return save(trx, parts, batch)
          await enterScope(trx, { ...writingScope(actor), range: wholeRange })
          const numbers = await save(trx, parts, batch)
          await enterScope(trx, writingScope(actor))
          return numbers
        },
      }
      return work(open)
    })
    foldSoon(parts.db, changes, code => parts.log('sums-not-folded', { code }))
    return done
  },
})
