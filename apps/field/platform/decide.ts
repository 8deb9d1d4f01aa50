import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { evolveHousehold } from '@thaiqm/core/household/evolve-household.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import {
  decideHouseholdCommand,
  type HouseholdCommand,
  type HouseholdCommandType,
  householdCommandInputs,
} from '@thaiqm/core/household/household-command.ts'
import type { HouseholdEvent } from '@thaiqm/core/household/household-event.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Outcome } from '@thaiqm/core/ledger/outcome.ts'
import type { Round } from '@thaiqm/core/round/round.ts'
import type { OwnCommand } from '../sync/outbox-store.ts'
import type { Clock } from './clock.ts'

/** Who decides here: the signed-in person, by the server's clock, under the rounds of the session. */
export interface Judge {
  readonly actor: Actor
  readonly clock: Clock
  readonly rounds: readonly Round[]
}

export const contextOf = ({ actor, clock, rounds }: Judge): DecisionContext => ({
  now: clock.now(),
  today: clock.today(),
  actor,
  rounds,
  ...decisionCatalogue,
})

const applied = (
  id: string,
  household: Household | null,
  events: readonly HouseholdEvent[],
  { now, actor }: DecisionContext,
): Household | null =>
  events.reduce<Household | null>(
    (known, event) => evolveHousehold(id as HouseholdId, known, { event, at: now, by: actor.personId }),
    household,
  )

/** The household after a command by the same rules the server has, or the refusal that says what to do. */
export const decideHere = (
  id: string,
  household: Household | null,
  command: HouseholdCommand,
  judge: Judge,
): Outcome<Household | null> => {
  const context = contextOf(judge)
  const decided = decideHouseholdCommand(household, command, context)
  return decided.ok ? { ok: true, value: applied(id, household, decided.value, context) } : decided
}

/**
 * The server's household with what still waits on this phone laid over it, in order. A command that the household no
 * longer allows is left out: the server will park it and say why.
 */
export const withWaiting = (
  id: string,
  household: Household | null,
  waiting: readonly OwnCommand[],
  judge: Judge,
): Household | null =>
  waiting.reduce<Household | null>((known, envelope) => {
    const input = householdCommandInputs[envelope.type as HouseholdCommandType]?.safeParse(envelope.input)
    if (input?.success !== true) return known
    const after = decideHere(id, known, { type: envelope.type, input: input.data } as HouseholdCommand, judge)
    return after.ok ? after.value : known
  }, household)
