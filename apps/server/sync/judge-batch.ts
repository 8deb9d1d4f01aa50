import { createHash, randomUUID } from 'node:crypto'
import { areaRange } from '@thaiqm/core/area/area-code.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { dayOf, type Instant } from '@thaiqm/core/ledger/day.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { type NeedOfProblem, needOfProblem } from '@thaiqm/core/need/need-of-problem.ts'
import type { Allocation, Offer } from '@thaiqm/core/offer/offer.ts'
import { offerCommandInputs } from '@thaiqm/core/offer/offer-command.ts'
import type { RoundLedger } from '@thaiqm/core/round/round-command.ts'
import type { CommandEnvelope, Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import { areCompanions, hasCompanion } from '@thaiqm/core/sync/companion.ts'
import type { CountedChange } from '../measure/measure-store.ts'
import { isSameBytes } from '../platform/same-bytes.ts'
import { hashOf, inputTextOf } from './command-text.ts'
import { judgeHousehold, judgeOffice, type Working } from './judge-commands.ts'
import type { CommandRun, LedgerTransaction, OwnStep } from './ledger.ts'
import type { JudgedCommand, KnownCommand, NewFact } from './ledger-store.ts'
import type { OfficeDocument } from './office-ledger.ts'
import { seenByDevice } from './seen-by-device.ts'
import type { ServerParts } from './server-parts.ts'

/** What judging needs of the server: the time, the catalogue; no database. */
export type JudgingParts = Pick<ServerParts, 'clock' | 'catalogue' | 'log'>

const otherContent = { code: 'same-id-other-content', details: {} }

const receiptOfKnown = (known: KnownCommand, bodyHash: Uint8Array): Receipt => {
  const commandId = known.command_id as Receipt['commandId']
  const parked = { commandId, receiptNumber: known.receipt_number, outcome: 'parked' as const, version: null }
  if (!isSameBytes(known.body_hash, bodyHash)) return { ...parked, refusal: otherContent }
  if (known.outcome === 'applied')
    return { ...parked, outcome: 'already-applied', version: known.version, refusal: null }
  const details = JSON.parse(known.refusal_details ?? '{}')
  return { ...parked, refusal: { code: known.refusal_code ?? 'server-could-not-judge', details } }
}

/** A command kept for a person to look at, whatever the rules would say of it. */
const kept = (
  envelope: CommandEnvelope,
  code: string,
  receivedAt: Instant,
  areaCode: number | null,
): JudgedCommand => ({
  envelope,
  bodyHash: hashOf(envelope),
  areaCode,
  outcome: 'parked',
  version: null,
  refusal: { code, details: {} },
  receivedAt,
})

/** Whether the bytes that came are those the device made: its own hash of the input, where it sent one. */
const isDamaged = (command: CommandEnvelope): boolean =>
  command.inputHash !== undefined &&
  createHash('sha256')
    .update(command.input === undefined ? '' : inputTextOf(command))
    .digest('hex') !== command.inputHash

const namingPart = offerCommandInputs.ConfirmAllocation.pick({ allocationId: true })

/** The part of an offer that a command speaks of, where there is such a part. */
const partNamed = (
  { ledgerKind, ledgerId, input }: CommandEnvelope,
  documents: ReadonlyMap<string, Working<OfficeDocument>>,
): Allocation | undefined => {
  const read = namingPart.safeParse(input)
  if (ledgerKind !== 'offer' || !read.success) return undefined
  const offer = documents.get(ledgerId)?.now as Offer | null | undefined
  return offer?.allocations.find(a => a.allocationId === read.data.allocationId)
}

/** The hardships that offers of a batch are taken for, or whose parts are spoken of; a malformed id is no id. */
const problemsSought = (
  commands: readonly CommandEnvelope[],
  documents: ReadonlyMap<string, Working<OfficeDocument>>,
): ProblemId[] =>
  commands.flatMap(envelope => {
    const { ledgerKind, type, input } = envelope
    if (ledgerKind !== 'offer') return []
    if (type === 'TakeFromOffer') {
      const read = offerCommandInputs.TakeFromOffer.safeParse(input)
      return read.success ? [read.data.problemId] : []
    }
    if (type !== 'ConfirmAllocation' && type !== 'ReleaseAllocation') return []
    const part = partNamed(envelope, documents)
    return part === undefined ? [] : [part.problemId]
  })

/** Brings a ledger of this batch back to how it stands now. */
const undoing = <Document>(working: Working<Document> | undefined): (() => void) => {
  const stood = working?.now ?? null
  return () => {
    if (working !== undefined) working.now = stood
  }
}

/** Whom to ask about households the actor does not reach: the area that has them now. */
const withAreas = async (trx: LedgerTransaction, judged: readonly JudgedCommand[]): Promise<JudgedCommand[]> => {
  const lost = judged.filter(
    c => c.areaCode === null && c.outcome === 'parked' && c.envelope.ledgerKind === 'household',
  )
  if (lost.length === 0) return [...judged]
  const areas = await trx.areasOf([...new Set(lost.map(c => c.envelope.ledgerId))])
  return judged.map(c => (lost.includes(c) ? { ...c, areaCode: areas.get(c.envelope.ledgerId) ?? null } : c))
}

/**
 * Judges a batch inside one transaction: store, decide by the rules of core, append facts, move the tables and counters
 * beside them, tell others, write the audit. Every command gets a receipt; none is ever dropped.
 */
export const judgeBatch = async (trx: LedgerTransaction, parts: JudgingParts, run: CommandRun): Promise<Receipt[]> => {
  const { actor, commands, deviceId } = run
  const known = await trx.findCommands(commands.map(c => c.commandId))
  const fresh = commands.filter(c => !known.has(c.commandId))
  const idsOf = (isHousehold: boolean) => [
    ...new Set(fresh.filter(c => (c.ledgerKind === 'household') === isHousehold).map(c => c.ledgerId)),
  ]
  const households = new Map<string, Working<Household>>()
  const documents = new Map<string, Working<OfficeDocument>>()
  if (run.parkAll === undefined) {
    for (const [id, { household, shardKey }] of await trx.lockHouseholds(actor, idsOf(true)))
      households.set(id, { before: household, now: household, shardKey })
    for (const [id, document] of await trx.lockDocuments(idsOf(false)))
      documents.set(id, { before: document, now: document, shardKey: 0 })
  }
  let rounds = await trx.rounds()
  const opened: RoundLedger[] = []
  let openedAt: Instant | undefined
  const facts: NewFact[] = []
  const counted: CountedChange[] = []
  const judged: JudgedCommand[] = []
  const seen = new Map<string, JudgedCommand>()
  // What this very batch did to a household was seen by the device that made it.
  const ownSteps = new Map<string, OwnStep[]>()

  const sought = run.parkAll === undefined ? problemsSought(fresh, documents) : []
  const ofProblems = sought.length === 0 ? [] : await trx.householdsOfProblems(sought)
  const findNeed = (id: ProblemId): NeedOfProblem | undefined => {
    // What this batch has done to a household holds before what is stored.
    const now = [...households.values()].flatMap(working =>
      working.now === null || working.now.status === 'MERGED' ? [] : working.now,
    )
    const stored = ofProblems.filter(household => !households.has(household.id))
    for (const household of [...now, ...stored]) {
      const need = needOfProblem(household, id)
      if (need !== undefined) return need
    }
    return undefined
  }

  /** Where a command belongs, for whoever has to look at it there. */
  const areaOf = (envelope: CommandEnvelope): number | null => {
    const { ledgerKind, ledgerId } = envelope
    const part = partNamed(envelope, documents)
    if (part !== undefined) return areaRange(part.areaCode).low
    if (ledgerKind !== 'meeting') return Number(households.get(ledgerId)?.now?.areaCode ?? 0) || null
    const meeting = documents.get(ledgerId)?.now as Meeting | null | undefined
    return meeting == null ? null : areaRange(meeting.areaCode).low
  }

  const judge = async (envelope: CommandEnvelope, now: Instant, isHalf = false): Promise<JudgedCommand> => {
    const areaCode = areaOf(envelope)
    if (run.parkAll !== undefined) return kept(envelope, run.parkAll.code, now, areaCode)
    if (run.unread?.has(envelope.commandId)) return kept(envelope, 'sealed-not-opened', now, areaCode)
    if (isDamaged(envelope)) return kept(envelope, 'damaged-on-the-way', now, areaCode)
    if (isHalf) return kept(envelope, 'companion-missing', now, areaCode)
    const { madeAt, ledgerId } = envelope
    const base: DecisionContext = {
      now,
      today: dayOf(now),
      actor,
      rounds,
      madeAt,
      wasAccepted: run.wasAccepted === true,
      findNeed,
      householdBeside: id => households.get(id)?.now ?? null,
      ...parts.catalogue,
    }
    const stored = households.get(ledgerId)?.before ?? null
    const inBatch = ownSteps.get(ledgerId) ?? []
    const context = { ...base, ...(await seenByDevice(trx, { envelope, deviceId, stored, inBatch, context: base })) }
    const result =
      envelope.ledgerKind === 'household'
        ? judgeHousehold(envelope, households, context, facts, counted)
        : judgeOffice(envelope, documents, context, facts)
    if (result.ok) ownSteps.set(ledgerId, [...inBatch, envelope])
    return {
      envelope,
      bodyHash: hashOf(envelope),
      areaCode: areaOf(envelope),
      outcome: result.ok ? 'applied' : 'parked',
      version: result.ok ? result.value : null,
      refusal: result.ok ? null : { code: result.code, details: result.details },
      receivedAt: now,
    }
  }

  /** Both halves of a deed that changes two ledgers, or neither (decision 0031). */
  const judgeCompanions = async (pair: readonly CommandEnvelope[], now: Instant): Promise<JudgedCommand[]> => {
    const before = { facts: facts.length, counted: counted.length, steps: new Map(ownSteps) }
    const undo = pair.flatMap(({ ledgerId }) => [undoing(households.get(ledgerId)), undoing(documents.get(ledgerId))])
    const halves: JudgedCommand[] = []
    for (const envelope of pair) halves.push(await judge(envelope, now))
    if (halves.every(half => half.outcome === 'applied')) return halves
    facts.length = before.facts
    counted.length = before.counted
    for (const back of undo) back()
    for (const { ledgerId } of pair) ownSteps.set(ledgerId, before.steps.get(ledgerId) ?? [])
    const refusal = { code: 'companion-refused', details: {} }
    return halves.map(half =>
      half.outcome === 'applied' ? { ...half, outcome: 'parked', version: null, refusal } : half,
    )
  }

  for (const [index, envelope] of commands.entries()) {
    const now = run.at?.[index] ?? parts.clock.now()
    const before = known.get(envelope.commandId)
    if (before !== undefined && !isSameBytes(before.body_hash, hashOf(envelope))) {
      // What came under an id already used is kept too, under an id of its own.
      const aside = { ...envelope, commandId: randomUUID() as CommandEnvelope['commandId'] }
      judged.push(kept(aside, otherContent.code, now, null))
    }
    if (before !== undefined || seen.has(envelope.commandId)) continue
    const next = commands[index + 1]
    const isPair =
      next !== undefined && areCompanions(envelope, next) && !known.has(next.commandId) && !seen.has(next.commandId)
    if (isPair || hasCompanion(envelope)) {
      const halves = isPair ? await judgeCompanions([envelope, next], now) : [await judge(envelope, now, true)]
      for (const half of halves) {
        seen.set(half.envelope.commandId, half)
        judged.push(half)
      }
      continue
    }
    const command = await judge(envelope, now)
    seen.set(envelope.commandId, command)
    judged.push(command)
    if (envelope.ledgerKind === 'round' && command.outcome === 'applied') {
      const round = documents.get(envelope.ledgerId)?.now as RoundLedger
      if (round.kind === 'RE_XRAY' && !rounds.some(r => r.id === round.id)) {
        opened.push(round)
        openedAt ??= command.receivedAt
      }
      rounds = [...rounds.filter(r => r.id !== round.id), round]
    }
  }

  const numbers = await trx.save({
    actor,
    deviceId,
    facts,
    households,
    counted,
    documents,
    commands: await withAreas(trx, judged),
    rounds,
    opened,
    // A round begins when its command came: a replay of a backup then counts into the same moment.
    at: openedAt ?? run.at?.[0] ?? parts.clock.now(),
  })
  return commands.map(envelope => {
    const before = known.get(envelope.commandId)
    if (before !== undefined) return receiptOfKnown(before, hashOf(envelope))
    const command = seen.get(envelope.commandId)
    return receiptOf(envelope.commandId, numbers.get(envelope.commandId) ?? 0, command)
  })
}

const receiptOf = (
  commandId: Receipt['commandId'],
  receiptNumber: number,
  command: JudgedCommand | undefined,
): Receipt => ({
  commandId,
  receiptNumber,
  outcome: command?.outcome === 'applied' ? 'applied' : 'parked',
  version: command?.version ?? null,
  refusal:
    command?.refusal === null || command === undefined
      ? null
      : { code: command.refusal.code, details: { ...command.refusal.details } as Record<string, never> },
})

/** A command that faults alone is kept too, unjudged, and waits for a person. */
export const keepUnjudged = async (trx: LedgerTransaction, parts: JudgingParts, run: CommandRun): Promise<Receipt[]> =>
  judgeBatch(trx, parts, { ...run, parkAll: { code: 'server-could-not-judge' } })
