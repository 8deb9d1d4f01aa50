import { createHash } from 'node:crypto'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { evolveHousehold } from '@thaiqm/core/household/evolve-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import {
  decideHouseholdCommand,
  type HouseholdCommand,
  householdCommandInputs,
} from '@thaiqm/core/household/household-command.ts'
import { dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import { type Outcome, type Refusal, refuse } from '@thaiqm/core/ledger/outcome.ts'
import { currentRounds } from '@thaiqm/core/round/round.ts'
import type { RoundLedger } from '@thaiqm/core/round/round-command.ts'
import type { CommandEnvelope, Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import type { z } from 'zod'
import { householdRows, noRows, shardKeyOf } from '../household/household-rows.ts'
import { lockHouseholds, saveDocuments, saveRows, visibleHouseholdIds } from '../household/household-store.ts'
import { countedChanges } from '../measure/counted-changes.ts'
import { type CountedChange, saveCountedChanges } from '../measure/measure-store.ts'
import { enterScope, inTransaction, readingScope, type Scoped, writingScope } from '../platform/database/transaction.ts'
import { lookUpHash } from '../platform/sealing.ts'
import {
  addVillages,
  appendFacts,
  type FedChange,
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
import { decideOfficeCommand, type OfficeDocument, officeLedgers } from './office-ledger.ts'
import type { ServerParts } from './server-parts.ts'

export interface CommandRun {
  readonly actor: Actor
  readonly deviceId: string
  readonly commands: readonly CommandEnvelope[]
  /** When each happened, for the loader of the practice province; now for everybody else. */
  readonly at?: readonly Instant[]
}

/** A ledger as this batch has made it so far. */
interface Working<Document> {
  readonly before: Document | null
  now: Document | null
  readonly shardKey: number
}

const hashOf = (command: CommandEnvelope): Uint8Array =>
  createHash('sha256')
    .update(JSON.stringify([command.ledgerKind, command.ledgerId, command.type, command.input]))
    .digest()

const parseHouseholdCommand = ({ type, input }: CommandEnvelope): Outcome<HouseholdCommand, string> => {
  const schema = (householdCommandInputs as Readonly<Record<string, z.ZodType>>)[type]
  if (schema === undefined) return refuse('command-unknown')
  const parsed = schema.safeParse(input)
  // The table pairs each type with its own schema; what that schema let through is that type's input.
  return parsed.success
    ? { ok: true, value: { type, input: parsed.data } as unknown as HouseholdCommand }
    : refuse('not-well-formed', { fields: parsed.error.issues.slice(0, 5).map(issue => issue.path.join('.')) })
}

const receiptOfKnown = (known: KnownCommand, bodyHash: Uint8Array): Receipt => {
  const sameContent = Buffer.compare(Buffer.from(known.body_hash), Buffer.from(bodyHash)) === 0
  const commandId = known.command_id as Receipt['commandId']
  if (!sameContent) {
    const refusal = { code: 'same-id-other-content', details: {} }
    return { commandId, receiptNumber: known.receipt_number, outcome: 'parked', version: null, refusal }
  }
  return known.outcome === 'applied'
    ? {
        commandId,
        receiptNumber: known.receipt_number,
        outcome: 'already-applied',
        version: known.version,
        refusal: null,
      }
    : {
        commandId,
        receiptNumber: known.receipt_number,
        outcome: 'parked',
        version: null,
        refusal: {
          code: known.refusal_code ?? 'server-could-not-judge',
          details: JSON.parse(known.refusal_details ?? '{}'),
        },
      }
}

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
  const rounds = (await findOfficeDocuments(trx, 'round', keys)) as RoundLedger[]

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
    if (known.has(envelope.commandId) || seen.has(envelope.commandId)) continue
    const now = run.at?.[index] ?? parts.clock.now()
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
  }

  await appendFacts(trx, keys, facts)
  const feed = await saveHouseholds(trx, parts, households, rounds)
  await saveCountedChanges(trx, counted)
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
  if (actor.role !== 'AGENCY' && actor.role !== 'PARTNER') return ids
  await enterScope(trx, readingScope(actor))
  const visible = await visibleHouseholdIds(trx, ids)
  await enterScope(trx, writingScope(actor))
  return ids.filter(id => visible.has(id))
}

const judgeHousehold = (
  envelope: CommandEnvelope,
  households: Map<string, Working<Household>>,
  context: DecisionContext,
  facts: NewFact[],
  counted: CountedChange[],
): { ok: true; value: number } | Refusal => {
  const command = parseHouseholdCommand(envelope)
  if (!command.ok) return command
  const working = households.get(envelope.ledgerId)
  const events = decideHouseholdCommand(working?.now ?? null, command.value, context)
  if (!events.ok) return events
  let household = working?.now ?? null
  const bornIn = 'areaCode' in command.value.input ? command.value.input.areaCode : ''
  const shardKey = working?.shardKey ?? shardKeyOf(bornIn)
  for (const event of events.value) {
    household = evolveHousehold(envelope.ledgerId as HouseholdId, household, {
      event,
      at: context.now,
      by: context.actor.personId,
    })
    facts.push(factOf(envelope, event, household.version, shardKey, Number(household.areaCode), context))
  }
  if (household === null) throw new Error(`${envelope.type} was accepted and made no household`)
  if (events.value.length > 0) {
    const rounds = currentRounds(context.rounds)
    counted.push(...countedChanges(working?.now ?? null, household, shardKey, rounds, context.kinds, context.now))
  }
  if (working === undefined) households.set(envelope.ledgerId, { before: null, now: household, shardKey })
  else working.now = household
  return { ok: true, value: household.version }
}

const judgeOffice = (
  envelope: CommandEnvelope,
  documents: Map<string, Working<OfficeDocument>>,
  context: DecisionContext,
  facts: NewFact[],
): { ok: true; value: number } | Refusal => {
  if (envelope.ledgerKind === 'household') throw new Error('a household is judged by its own rules')
  const working = documents.get(envelope.ledgerId)
  const events = decideOfficeCommand(envelope.ledgerKind, working?.now ?? null, envelope.type, envelope.input, context)
  if (!events.ok) return events
  let document = working?.now ?? null
  for (const event of events.value) {
    document = officeLedgers[envelope.ledgerKind].evolve(envelope.ledgerId, document, event)
    facts.push(factOf(envelope, event, document.version, 0, null, context))
  }
  if (document === null) throw new Error(`${envelope.type} was accepted and made nothing`)
  if (working === undefined) documents.set(envelope.ledgerId, { before: null, now: document, shardKey: 0 })
  else working.now = document
  return { ok: true, value: document.version }
}

const factOf = (
  envelope: CommandEnvelope,
  event: NewFact['event'],
  version: number,
  shardKey: number,
  areaCode: number | null,
  { now, actor }: DecisionContext,
): NewFact => ({
  shardKey,
  ledgerKind: envelope.ledgerKind,
  ledgerId: envelope.ledgerId,
  version,
  event,
  areaCode,
  commandId: envelope.commandId,
  by: actor.personId,
  at: now,
})

/** Writes what stands beside the ledgers of a batch: documents, rows, counters, villages; answers what changed. */
const saveHouseholds = async (
  trx: Scoped,
  { keys, catalogue }: ServerParts,
  households: ReadonlyMap<string, Working<Household>>,
  rounds: readonly RoundLedger[],
): Promise<FedChange[]> => {
  const rowContext = {
    round: currentRounds(rounds)[0],
    kinds: catalogue.kinds,
    hashNumber: (n: string) => lookUpHash(keys, n),
  }
  const changed = [...households.values()].flatMap(({ before, now, shardKey }) =>
    now === null || now === before ? [] : [{ before, now, shardKey }],
  )
  await addVillages(
    trx,
    changed
      .filter(({ before, now }) => before === null && now.address.villageName !== '' && !now.areaCode.endsWith('00'))
      .map(({ now }) => ({ areaCode: now.areaCode, nameTh: now.address.villageName })),
  )
  await saveDocuments(
    trx,
    keys,
    changed.map(({ now, shardKey }) => ({ household: now, shardKey })),
  )
  await saveRows(
    trx,
    changed.map(({ before, now, shardKey }) => ({
      before: before === null ? noRows : householdRows(before, shardKey, rowContext),
      after: householdRows(now, shardKey, rowContext),
    })),
  )
  return changed.map(({ now }) => ({
    ledgerKind: 'household' as const,
    ledgerId: now.id,
    version: now.version,
    areaCode: Number(now.areaCode),
  }))
}
