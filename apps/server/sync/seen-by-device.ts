import { evolveHousehold } from '@thaiqm/core/household/evolve-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { decideHouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { parseHouseholdCommand } from './judge-commands.ts'
import type { LedgerTransaction, OwnStep, PlacedFact } from './ledger.ts'

export interface SeenQuestion {
  readonly envelope: CommandEnvelope
  readonly deviceId: string
  /** The household as the ledger has it before this batch. */
  readonly stored: Household | null
  /** Commands of this very batch that were applied to it. */
  readonly inBatch: readonly OwnStep[]
  readonly context: DecisionContext
}

/** Lays own commands over a household as the device did: by the rules, knowing nothing of what others did meanwhile. */
const laidOver = (id: string, base: Household | null, own: readonly OwnStep[], context: DecisionContext) =>
  own.reduce<Household | null>((household, step) => {
    const command = parseHouseholdCommand(step)
    const events = command.ok ? decideHouseholdCommand(household, command.value, context) : command
    if (!events.ok) return household
    const { now: at, actor } = context
    return events.value.reduce<Household | null>(
      (known, event) => evolveHousehold(id as HouseholdId, known, { event, at, by: actor.personId }),
      household,
    )
  }, base)

/** A household after the facts of its first command. */
const begun = (id: string, facts: readonly PlacedFact[]): Household | null => {
  const [first] = facts
  return facts
    .filter(({ at, by }) => at === first?.at && by === first.by)
    .reduce<Household | null>((known, fact) => evolveHousehold(id as HouseholdId, known, fact), null)
}

/**
 * The household as the person saw it, when others have changed it since: the server's version their device held, with the
 * device's own commands over it (decision 0020). Nothing when all there is was seen; a version of the future is not
 * believed.
 */
export const seenByDevice = async (
  trx: Pick<LedgerTransaction, 'factsOf' | 'ownCommandsAfter'>,
  { envelope, deviceId, stored, inBatch, context }: SeenQuestion,
): Promise<Pick<DecisionContext, 'seen' | 'unseen'>> => {
  const { ledgerId, basedOnVersion } = envelope
  if (stored === null || basedOnVersion === null || basedOnVersion >= stored.version) return {}
  const facts = await trx.factsOf(ledgerId)
  const unseen = facts.filter(fact => fact.version > basedOnVersion && fact.deviceId !== deviceId)
  if (unseen.length === 0) return {}
  const base = facts
    .filter(fact => fact.version <= basedOnVersion)
    .reduce<Household | null>((known, fact) => evolveHousehold(ledgerId as HouseholdId, known, fact), null)
  const own = [...(await trx.ownCommandsAfter(deviceId, ledgerId, basedOnVersion)), ...inBatch]
  // Whoever names no version had some: the household as it began is the least anybody can have seen.
  const seen = laidOver(ledgerId, base ?? begun(ledgerId, facts), own, context)
  return seen === null ? {} : { seen, unseen }
}
