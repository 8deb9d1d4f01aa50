import { replayHousehold } from '@thaiqm/core/household/evolve-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { layOver } from '@thaiqm/core/household/lay-over.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
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

/** A household after the facts of its first command. */
const begun = (id: HouseholdId, facts: readonly PlacedFact[]): Household | null => {
  const [first] = facts
  return replayHousehold(
    id,
    facts.filter(({ at, by }) => at === first?.at && by === first.by),
  )
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
  const id = ledgerId as HouseholdId
  const facts = await trx.factsOf(id)
  const unseen = facts.filter(fact => fact.version > basedOnVersion && fact.deviceId !== deviceId)
  if (unseen.length === 0) return {}
  const base = replayHousehold(
    id,
    facts.filter(fact => fact.version <= basedOnVersion),
  )
  const own = [...(await trx.ownCommandsAfter(deviceId, id, basedOnVersion)), ...inBatch]
  // Whoever names no version had some: the household as it began is the least anybody can have seen.
  const seen = layOver(id, base ?? begun(id, facts), own, context)
  return seen === null ? {} : { seen, unseen }
}
