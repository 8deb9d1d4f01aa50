import { createHash, randomUUID } from 'node:crypto'
import { type Actor, readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { RoundLedger } from '@thaiqm/core/round/round-command.ts'
import type { CommandEnvelope, Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import { lockHouseholds, visibleHouseholdIds } from '../household/household-store.ts'
import { type CountedChange, saveCountedChanges } from '../measure/measure-store.ts'
import { enterScope, inTransaction, readingScope, type Scoped, writingScope } from '../platform/database/transaction.ts'
import { judgeHousehold, judgeOffice, type Working } from './judge-commands.ts'
import {
  appendFacts,
  feedChanges,
  findCommands,
  findOfficeDocuments,
  type JudgedCommand,
  type KnownCommand,
  lockOfficeDocuments,
  type NewFact,
  saveCommands,
  saveOfficeDocument,
  writeAudit,
} from './ledger-store.ts'
import type { OfficeDocument } from './office-ledger.ts'
import { countIntoRound, saveHouseholds } from './save-households.ts'
import type { ServerParts } from './server-parts.ts'

export interface CommandRun {
  readonly actor: Actor
  readonly deviceId: string
  readonly commands: readonly CommandEnvelope[]
  /** When each happened, for the loader of the practice province; now for everybody else. */
  readonly at?: readonly Instant[]
}

const hashOf = (command: CommandEnvelope): Uint8Array =>
  createHash('sha256')
    .update(JSON.stringify([command.ledgerKind, command.ledgerId, command.type, command.input]))
    .digest()

const hasSameContent = (known: KnownCommand, bodyHash: Uint8Array): boolean =>
  Buffer.compare(Buffer.from(known.body_hash), Buffer.from(bodyHash)) === 0

const otherContent = { code: 'same-id-other-content', details: {} }

const receiptOfKnown = (known: KnownCommand, bodyHash: Uint8Array): Receipt => {
  const commandId = known.command_id as Receipt['commandId']
  const parked = { commandId, receiptNumber: known.receipt_number, outcome: 'parked' as const, version: null }
  if (!hasSameContent(known, bodyHash)) return { ...parked, refusal: otherContent }
  if (known.outcome === 'applied')
    return { ...parked, outcome: 'already-applied', version: known.version, refusal: null }
  const details = JSON.parse(known.refusal_details ?? '{}')
  return { ...parked, refusal: { code: known.refusal_code ?? 'server-could-not-judge', details } }
}

/** What came under an id already used for something else is kept too, under an id of its own, for a person to look at. */
const quarantined = (envelope: CommandEnvelope, receivedAt: Instant): JudgedCommand => ({
  envelope: { ...envelope, commandId: randomUUID() as CommandEnvelope['commandId'] },
  bodyHash: hashOf(envelope),
  areaCode: null,
  outcome: 'parked',
  version: null,
  refusal: otherContent,
  receivedAt,
})

/**
 * The one way to write, for screens, phones, imports, the command line and the practice province: store, judge by the
 * rules of core, append facts, move the tables and counters beside them, tell others, write the audit; all in one
 * transaction for the batch. Every command gets a receipt; none is ever dropped.
 */
export const runCommands = async (parts: ServerParts, run: CommandRun): Promise<Receipt[]> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(parts.db, writingScope(run.actor), trx => judgeBatch(trx, parts, run))
    } catch (error) {
      const code = (error as { code?: string }).code ?? ''
      // Unique and serialisation conflicts, deadlocks: somebody else was faster; look again.
      if (!['23505', '40001', '40P01'].includes(code) || attempt === 3) {
        parts.log('commands-not-judged', { code, commands: run.commands.length })
        return keepUnjudged(parts, run, error)
      }
    }
  }
}

/** What could not be judged together is judged one by one; a command that faults alone is kept, and waits for a person. */
const keepUnjudged = async (parts: ServerParts, run: CommandRun, cause: unknown): Promise<Receipt[]> => {
  if (run.commands.length > 1) {
    const receipts: Receipt[] = []
    for (const [index, command] of run.commands.entries()) {
      const at = run.at?.[index]
      const alone = { ...run, commands: [command], ...(at === undefined ? {} : { at: [at] }) }
      receipts.push(...(await runCommands(parts, alone)))
    }
    return receipts
  }
  const refusal = { code: 'server-could-not-judge', details: {} }
  const receivedAt = parts.clock.now()
  // The place of the fault, never its message: that may hold a person's data.
  const place =
    cause instanceof Error
      ? (cause.stack ?? '')
          .split('\n')
          .filter(line => line.startsWith('    at '))
          .slice(0, 4)
          .join('')
      : ''
  parts.log('command-parked-by-fault', { type: run.commands[0]?.type ?? '', place })
  const judged = run.commands.map(envelope => ({
    envelope,
    bodyHash: hashOf(envelope),
    areaCode: null,
    outcome: 'parked' as const,
    version: null,
    refusal,
    receivedAt,
  }))
  const numbers = await inTransaction(parts.db, writingScope(run.actor), trx =>
    saveCommands(trx, parts.keys, run.actor, run.deviceId, judged),
  )
  return run.commands.map(({ commandId }) => ({
    commandId,
    receiptNumber: numbers.get(commandId) ?? 0,
    outcome: 'parked',
    version: null,
    refusal,
  }))
}

const judgeBatch = async (trx: Scoped, parts: ServerParts, run: CommandRun): Promise<Receipt[]> => {
  const { actor, commands, deviceId } = run
  const { keys, catalogue } = parts
  const known = await findCommands(
    trx,
    commands.map(c => c.commandId),
  )
  const fresh = commands.filter(c => !known.has(c.commandId))
  const householdIds = [...new Set(fresh.filter(c => c.ledgerKind === 'household').map(c => c.ledgerId))]
  const officeIds = [...new Set(fresh.filter(c => c.ledgerKind !== 'household').map(c => c.ledgerId))]
  const reachable = await reachableHouseholds(trx, actor, householdIds)
  const stored = await lockHouseholds(trx, keys, reachable)
  const office = await lockOfficeDocuments(trx, keys, officeIds)
  let rounds = (await findOfficeDocuments(trx, 'round', keys)) as RoundLedger[]
  const opened: RoundLedger[] = []

  const households = new Map<string, Working<Household>>()
  const documents = new Map<string, Working<OfficeDocument>>()
  for (const [id, { household, shardKey }] of stored)
    households.set(id, { before: household, now: household, shardKey })
  for (const [id, document] of office) documents.set(id, { before: document, now: document, shardKey: 0 })

  const facts: NewFact[] = []
  const counted: CountedChange[] = []
  const judged: JudgedCommand[] = []
  const seen = new Map<string, JudgedCommand>()
  for (const [index, envelope] of commands.entries()) {
    const now = run.at?.[index] ?? parts.clock.now()
    const before = known.get(envelope.commandId)
    if (before !== undefined && !hasSameContent(before, hashOf(envelope))) judged.push(quarantined(envelope, now))
    if (before !== undefined || seen.has(envelope.commandId)) continue
    const context: DecisionContext = { now, today: dayOf(now), actor, rounds, ...catalogue }
    const result =
      envelope.ledgerKind === 'household'
        ? judgeHousehold(envelope, households, context, facts, counted)
        : judgeOffice(envelope, documents, context, facts)
    const areaCode = households.get(envelope.ledgerId)?.now?.areaCode
    const command: JudgedCommand = {
      envelope,
      bodyHash: hashOf(envelope),
      areaCode: areaCode === undefined ? null : Number(areaCode),
      outcome: result.ok ? 'applied' : 'parked',
      version: result.ok ? result.value : null,
      refusal: result.ok ? null : { code: result.code, details: result.details },
      receivedAt: now,
    }
    seen.set(envelope.commandId, command)
    judged.push(command)
    if (envelope.ledgerKind === 'round' && result.ok) {
      const round = documents.get(envelope.ledgerId)?.now as RoundLedger
      if (round.kind === 'RE_XRAY' && !rounds.some(r => r.id === round.id)) opened.push(round)
      rounds = [...rounds.filter(r => r.id !== round.id), round]
    }
  }

  await appendFacts(trx, keys, facts)
  const feed = await saveHouseholds(trx, parts, households, rounds)
  await saveCountedChanges(trx, counted)
  for (const round of opened) await countIntoRound(trx, parts, round, rounds, run.at?.[0] ?? parts.clock.now())
  for (const { before, now } of documents.values()) {
    if (now === null || now === before) continue
    const kind = facts.find(f => f.ledgerId === now.id)?.ledgerKind
    if (kind === undefined || kind === 'household') continue
    await saveOfficeDocument(trx, keys, kind, now)
    feed.push({ ledgerKind: kind, ledgerId: now.id, version: now.version, areaCode: null })
  }
  await feedChanges(trx, feed)
  const numbers = await saveCommands(trx, keys, actor, deviceId, judged)
  await writeAudit(
    trx,
    actor,
    judged.map(c => ({
      at: c.receivedAt,
      act: c.envelope.type,
      objectKind: c.envelope.ledgerKind,
      objectId: c.envelope.ledgerId,
      areaCode: c.areaCode,
      details: { outcome: c.outcome, refusal: c.refusal?.code ?? null },
    })),
  )
  return commands.map(envelope => {
    const before = known.get(envelope.commandId)
    if (before !== undefined) return receiptOfKnown(before, hashOf(envelope))
    const command = seen.get(envelope.commandId)
    return {
      commandId: envelope.commandId,
      receiptNumber: numbers.get(envelope.commandId) ?? 0,
      outcome: command?.outcome === 'applied' ? 'applied' : 'parked',
      version: command?.version ?? null,
      refusal:
        command?.refusal === null || command === undefined
          ? null
          : { ...command.refusal, details: { ...command.refusal.details } as Record<string, never> },
    }
  })
}

/** An agency or partner reaches only what was referred to it, as its own reading scope shows; others are bound by area. */
const reachableHouseholds = async (trx: Scoped, actor: Actor, ids: readonly string[]): Promise<readonly string[]> => {
  if (!readsReferredOnly(actor)) return ids
  await enterScope(trx, readingScope(actor))
  const visible = await visibleHouseholdIds(trx, ids)
  await enterScope(trx, writingScope(actor))
  return ids.filter(id => visible.has(id))
}
