import type { DecisionContext } from '../ledger/decision-context.ts'
import type { HouseholdId } from '../ledger/identifiers.ts'
import { type Outcome, succeed } from '../ledger/outcome.ts'
import { readCommand, type WrittenCommand } from '../ledger/written-command.ts'
import { evolveHousehold } from './evolve-household.ts'
import type { Household } from './household.ts'
import { decideHouseholdCommand, type HouseholdCommand, householdCommandInputs } from './household-command.ts'

/** A household's command as its type demands, or the refusal to read it. */
export const parseHouseholdCommand = (written: WrittenCommand): Outcome<HouseholdCommand> =>
  readCommand<HouseholdCommand>(householdCommandInputs, written)

/** The household after one command by the rules, or the refusal that says what to do. */
export const afterCommand = (
  id: string,
  household: Household | null,
  command: HouseholdCommand,
  context: DecisionContext,
): Outcome<Household | null> => {
  const events = decideHouseholdCommand(household, command, context)
  if (!events.ok) return events
  const { now: at, actor } = context
  return succeed(
    events.value.reduce<Household | null>(
      (known, event) => evolveHousehold(id as HouseholdId, known, { event, at, by: actor.personId }),
      household,
    ),
  )
}

/**
 * A household with commands laid over it in order, as a phone shows what it has not sent yet and as the server finds out
 * what that phone showed (decision 0020). What the household no longer allows, or nobody can read, is left out.
 */
export const layOver = (
  id: string,
  household: Household | null,
  commands: readonly WrittenCommand[],
  context: DecisionContext,
): Household | null =>
  commands.reduce<Household | null>((known, written) => {
    const command = parseHouseholdCommand(written)
    // They were accepted where they were given.
    const after = command.ok ? afterCommand(id, known, command.value, { ...context, wasAccepted: true }) : command
    return after.ok ? after.value : known
  }, household)
