import type { DecisionContext } from '../ledger/decision-context.ts'
import type { HouseholdId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { evolveHousehold } from './evolve-household.ts'
import type { Household } from './household.ts'
import { decideHouseholdCommand, type HouseholdCommand, householdCommandInputs } from './household-command.ts'

/** A command as the wire carries it and the outbox keeps it: its input not yet read. */
export interface WrittenCommand {
  readonly type: string
  readonly input?: unknown
}

/** The command as its type demands; refused when the type is unknown or a field of the input is not as it must be. */
export const parseHouseholdCommand = ({ type, input }: WrittenCommand): Outcome<HouseholdCommand> => {
  if (!Object.hasOwn(householdCommandInputs, type)) return refuse('command-unknown')
  const parsed = householdCommandInputs[type as HouseholdCommand['type']].safeParse(input)
  // The table pairs each type with its own schema; what that schema let through is that type's input.
  return parsed.success
    ? succeed({ type, input: parsed.data } as HouseholdCommand)
    : refuse('not-well-formed', { fields: parsed.error.issues.slice(0, 5).map(issue => issue.path.join('.')) })
}

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
    const after = command.ok ? afterCommand(id, known, command.value, context) : command
    return after.ok ? after.value : known
  }, household)
