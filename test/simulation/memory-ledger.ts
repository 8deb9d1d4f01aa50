import { type Actor, actorRange, readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { isInRange } from '@thaiqm/core/area/area-code.ts'
import type { RoundLedger } from '@thaiqm/core/round/round-command.ts'
import type { StoredHousehold } from '../../apps/server/household/household-store.ts'
import type { JudgedBatch, Ledger, LedgerTransaction } from '../../apps/server/sync/ledger.ts'
import type { KnownCommand, NewFact } from '../../apps/server/sync/ledger-store.ts'
import type { OfficeDocument } from '../../apps/server/sync/office-ledger.ts'
import type { PullSource } from '../../apps/server/sync/pull-area.ts'
import { DatabaseFault, type MemoryDatabase, type Transaction } from './memory-database.ts'
import type { KeptCommand, KeptFact } from './memory-state.ts'
import type { Planted } from './planted.ts'
import type { Life } from './scheduler.ts'

const knownOf = (command: KeptCommand): KnownCommand => ({
  command_id: command.envelope.commandId,
  receipt_number: command.receiptNumber,
  body_hash: command.bodyHash,
  outcome: command.outcome,
  version: command.version,
  refusal_code: command.refusal?.code ?? null,
  refusal_details: command.refusal === null ? null : JSON.stringify(command.refusal.details),
})

const reaches = (actor: Actor, { household }: StoredHousehold): boolean =>
  readsReferredOnly(actor) || isInRange(household.areaCode, actorRange(actor))

const factOf = ({ event, commandId, at, by, version }: NewFact): KeptFact => ({
  event: event as KeptFact['event'],
  commandId,
  at,
  by,
  version,
})

const save = async (
  database: MemoryDatabase,
  trx: Transaction,
  batch: JudgedBatch,
  planted: Planted,
): Promise<Map<string, number>> => {
  await database.statement(trx, 'append facts')
  const state = database.state()
  const first = new Map<string, number>()
  for (const fact of batch.facts) if (!first.has(fact.ledgerId)) first.set(fact.ledgerId, fact.version)
  for (const [id, version] of first) {
    await database.lock(trx, `ledger/${id}`)
    const held = state.facts.get(id)?.length ?? state.officeFacts.get(id)?.length ?? 0
    if (held !== version - 1) throw new DatabaseFault('23505')
  }
  await database.statement(trx, 'save commands')
  const numbers = new Map<string, number>()
  const kept: KeptCommand[] = []
  for (const { envelope, ...judged } of batch.commands) {
    await database.lock(trx, `command/${envelope.commandId}`)
    if (database.state().commands.has(envelope.commandId)) {
      if (planted.is('twice-at-once')) continue
      throw new DatabaseFault('23505')
    }
    const receiptNumber = database.nextReceipt()
    numbers.set(envelope.commandId, receiptNumber)
    kept.push({
      ...judged,
      envelope,
      deviceId: batch.deviceId,
      personId: batch.actor.personId,
      postId: batch.actor.postId,
      receiptNumber,
      transaction: trx.number,
      settledHow: null,
    })
  }
  const told = [...batch.households.values()].flatMap(({ before, now }) => {
    if (now === null || now === before) return []
    const areas = before === null || before.areaCode === now.areaCode ? [now.areaCode] : [before.areaCode, now.areaCode]
    return areas.map(area => ({
      transaction: trx.number,
      position: database.nextPosition(),
      ledgerId: now.id as string,
      areaCode: Number(area),
    }))
  })
  const audited = batch.commands.map(({ envelope }) => envelope.commandId as string)
  database.write(trx, committed => {
    for (const fact of batch.facts) {
      const { ledgerId: id } = fact
      if (fact.ledgerKind === 'household') committed.facts.set(id, [...(committed.facts.get(id) ?? []), factOf(fact)])
      else committed.officeFacts.set(id, [...(committed.officeFacts.get(id) ?? []), fact])
    }
    for (const [id, { before, now, shardKey }] of batch.households)
      if (now !== null && now !== before) committed.households.set(id, { household: now, shardKey })
    for (const [id, { before, now }] of batch.documents) {
      const kind = batch.facts.find(f => f.ledgerId === id)?.ledgerKind
      if (now === null || now === before || kind === undefined || kind === 'household') continue
      committed.documents.set(id, { kind, document: now })
      if (kind === 'person' && 'status' in now && now.status === 'DISABLED')
        for (const [token, session] of committed.sessions) if (session.personId === id) committed.sessions.delete(token)
    }
    for (const command of kept) committed.commands.set(command.envelope.commandId, command)
    committed.feed.push(...told)
    committed.audit.push(...audited)
  })
  return numbers
}

/** The ledger's port over the database in memory; every call is a statement. */
const openTransaction = (database: MemoryDatabase, trx: Transaction, planted: Planted): LedgerTransaction => {
  const state = () => database.state()
  return {
    findCommands: async ids => {
      await database.statement(trx, 'find commands')
      return new Map(
        ids.flatMap(id => {
          const command = state().commands.get(id)
          return command === undefined ? [] : [[id, knownOf(command)] as const]
        }),
      )
    },
    lockDevice: async id => {
      await database.statement(trx, 'lock device')
      if (!state().devices.has(id)) return undefined
      await database.lock(trx, `device/${id}`)
      const row = state().devices.get(id)
      return row && { personId: row.personId, upTo: row.upTo, safeUpTo: row.safeUpTo }
    },
    findHeldIds: async (deviceId, from, to) => {
      await database.statement(trx, 'find held')
      const held = new Map<number, string>()
      for (const { envelope, deviceId: by, refusal } of state().commands.values())
        if (by === deviceId && envelope.sequence >= from && envelope.sequence <= to)
          if (refusal?.code !== 'same-id-other-content') held.set(envelope.sequence, envelope.commandId)
      return held
    },
    advanceDevice: async (deviceId, actor, upTo) => {
      await database.statement(trx, 'advance device')
      await database.lock(trx, `device/${deviceId}`)
      database.write(trx, committed => {
        const known = committed.devices.get(deviceId)
        committed.devices.set(deviceId, {
          personId: actor.personId,
          postId: actor.postId,
          keyHash: null,
          safeUpTo: 0,
          holdsWaiting: 0,
          ...known,
          upTo: Math.max(known?.upTo ?? 0, upTo),
        })
      })
    },
    lockHouseholds: async (actor, ids) => {
      if (ids.length === 0) return new Map()
      await database.statement(trx, 'lock households')
      const found = new Map<string, StoredHousehold>()
      for (const id of [...ids].sort()) {
        const row = state().households.get(id)
        if (row === undefined || !reaches(actor, row)) continue
        await database.lock(trx, `ledger/${id}`)
        const locked = state().households.get(id)
        if (locked !== undefined && reaches(actor, locked)) found.set(id, locked)
      }
      return found
    },
    factsOf: async id => {
      await database.statement(trx, 'facts of')
      const { facts, commands } = state()
      return (facts.get(id) ?? []).map(fact => ({ ...fact, deviceId: commands.get(fact.commandId)?.deviceId ?? null }))
    },
    ownCommandsAfter: async (deviceId, ledgerId, version) => {
      await database.statement(trx, 'own commands')
      return [...state().commands.values()]
        .filter(c => c.deviceId === deviceId && c.envelope.ledgerId === ledgerId && (c.version ?? 0) > version)
        .sort((a, b) => a.envelope.sequence - b.envelope.sequence)
        .map(({ envelope }) => envelope)
    },
    areasOf: async ids =>
      new Map(
        ids.flatMap(id => {
          const row = state().households.get(id)
          return row === undefined ? [] : [[id, Number(row.household.areaCode)] as const]
        }),
      ),
    householdsOfProblems: async ids =>
      [...state().households.values()]
        .map(({ household }) => household)
        .filter(({ problems }) => problems.some(({ id }) => ids.includes(id))),
    lockDocuments: async ids => {
      const found = new Map<string, OfficeDocument>()
      if (ids.length === 0) return found
      await database.statement(trx, 'lock documents')
      for (const id of [...ids].sort()) {
        if (!state().documents.has(id)) continue
        await database.lock(trx, `ledger/${id}`)
        const row = state().documents.get(id)
        if (row !== undefined) found.set(id, row.document)
      }
      return found
    },
    rounds: async () => roundsIn(database),
    lockParked: async commandId => {
      await database.statement(trx, 'lock parked')
      await database.lock(trx, `command/${commandId}`)
      const row = state().commands.get(commandId)
      if (row === undefined || row.outcome === 'applied' || row.settledHow !== null) return undefined
      const { sequence: _s, basedOnVersion: _b, sealed: _x, inputHash: _h, ...parked } = row.envelope
      return parked
    },
    settleParked: async ({ commandId, how }) => {
      await database.statement(trx, 'settle parked')
      database.write(trx, committed => {
        const row = committed.commands.get(commandId)
        if (row !== undefined) committed.commands.set(commandId, { ...row, settledHow: how })
      })
    },
    save: batch => save(database, trx, batch, planted),
  }
}

export const roundsIn = (database: MemoryDatabase): RoundLedger[] =>
  [...database.state().documents.values()].flatMap(({ kind, document }) =>
    kind === 'round' ? [document as RoundLedger] : [],
  )

export const inMemory = async <Value>(
  database: MemoryDatabase,
  life: Life,
  work: (trx: Transaction) => Promise<Value>,
): Promise<Value> => {
  const trx = database.begin(life)
  try {
    const value = await work(trx)
    await database.commit(trx)
    return value
  } catch (error) {
    database.end(trx)
    throw error
  }
}

export const memoryLedger = (database: MemoryDatabase, life: () => Life, planted: Planted): Ledger => ({
  inTransaction: async (_actor, work) => {
    if (!planted.is('reply-before-commit'))
      return inMemory(database, life(), trx => work(openTransaction(database, trx, planted)))
    const trx = database.begin(life())
    try {
      const value = await work(openTransaction(database, trx, planted))
      void database.commit(trx).catch(() => database.end(trx))
      return value
    } catch (error) {
      database.end(trx)
      throw error
    }
  },
})

const endOf = (database: MemoryDatabase, trx: Transaction, planted: Planted): number =>
  planted.is('cursor-skips-late-commits') ? trx.number : database.oldestOpenExcept(trx)

/** An area's households by the same rules as PostgreSQL's feed: only what no open transaction can still come before. */
export const memoryPull = (database: MemoryDatabase, trx: Transaction, planted: Planted): PullSource => ({
  feedEnd: async () => {
    await database.statement(trx, 'feed end')
    return { transaction: String(endOf(database, trx, planted)), position: 0 }
  },
  changedAfter: async (after, range, most) => {
    await database.statement(trx, 'changed after')
    const end = endOf(database, trx, planted)
    const from = Number(after.transaction)
    const rows = database
      .state()
      .feed.filter(
        row =>
          row.transaction < end &&
          (row.transaction > from || (row.transaction === from && row.position > after.position)) &&
          row.areaCode >= range.low &&
          row.areaCode <= range.high,
      )
      .sort((a, b) => a.transaction - b.transaction || a.position - b.position)
    const page = rows.slice(0, most)
    const last = page.at(-1)
    return {
      ids: [...new Set(page.map(row => row.ledgerId))],
      cursor: last === undefined ? after : { transaction: String(last.transaction), position: last.position },
      more: rows.length > most,
    }
  },
  householdsById: async ids => {
    await database.statement(trx, 'households by id')
    return ids.flatMap(id => database.state().households.get(id)?.household ?? [])
  },
  householdsBehind: async (range, behind, most) => {
    await database.statement(trx, 'households behind')
    return [...database.state().households.values()]
      .map(({ household }) => household)
      .filter(({ areaCode, id }) => {
        const village = Number(areaCode)
        const isBehind = village > behind.village || (village === behind.village && id > behind.householdId)
        return village >= range.low && village <= range.high && isBehind
      })
      .sort((a, b) => Number(a.areaCode) - Number(b.areaCode) || (a.id < b.id ? -1 : 1))
      .slice(0, most)
  },
})
