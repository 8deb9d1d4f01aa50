import { evolveHousehold } from '@thaiqm/core/household/evolve-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { decideHouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { parseHouseholdCommand } from '@thaiqm/core/household/lay-over.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Refusal } from '@thaiqm/core/ledger/outcome.ts'
import { currentRounds } from '@thaiqm/core/round/round.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { shardKeyOf } from '../household/household-rows.ts'
import { countedChanges } from '../measure/counted-changes.ts'
import type { CountedChange } from '../measure/measure-store.ts'
import type { NewFact } from './ledger-store.ts'
import { decideOfficeCommand, type OfficeDocument, officeLedgers } from './office-ledger.ts'

/** A ledger as this batch has made it so far. */
export interface Working<Document> {
  readonly before: Document | null
  now: Document | null
  readonly shardKey: number
}

/** What one command does to its household in this batch: facts for the ledger and changes of the counts, or a refusal. */
export const judgeHousehold = (
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

/** The same for a round, a person or a partner. */
export const judgeOffice = (
  envelope: CommandEnvelope,
  documents: Map<string, Working<OfficeDocument>>,
  context: DecisionContext,
  facts: NewFact[],
): { ok: true; value: number } | Refusal => {
  if (envelope.ledgerKind === 'household') throw new Error('a household is judged by its own rules')
  const working = documents.get(envelope.ledgerId)
  const events = decideOfficeCommand(envelope.ledgerKind, envelope.ledgerId, working?.now ?? null, envelope, context)
  if (!events.ok) return events
  let document = working?.now ?? null
  for (const event of events.value) {
    document = officeLedgers[envelope.ledgerKind].evolve(envelope.ledgerId, document, event, {
      at: context.now,
      by: context.actor.personId,
    })
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
