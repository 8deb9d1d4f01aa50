import type { z } from 'zod'
import { type Outcome, refuse, succeed } from './outcome.ts'

/** A command as the wire carries it and the outbox keeps it: its input not yet read. */
export interface WrittenCommand {
  readonly type: string
  readonly input?: unknown
}

const MOST_FIELDS = 5

/** The command as its type demands; refused when the type is unknown or a field of the input is not as it must be. */
export const readCommand = <Command extends { readonly type: string }>(
  inputs: Readonly<Record<Command['type'], z.ZodType>>,
  { type, input }: WrittenCommand,
): Outcome<Command> => {
  if (!Object.hasOwn(inputs, type)) return refuse('command-unknown')
  const parsed = inputs[type as Command['type']].safeParse(input)
  if (!parsed.success) {
    const fields = parsed.error.issues.slice(0, MOST_FIELDS).map(issue => issue.path.join('.'))
    return refuse('not-well-formed', { fields })
  }
  // The table pairs each type with its own schema; what that schema let through is that type's input.
  return succeed({ type, input: parsed.data } as unknown as Command)
}
