import { randomUUID } from 'node:crypto'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { baselineRound, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { expect } from 'vitest'
import type { TestDatabase } from '../platform/database/test-database.ts'
import { numbered, officeCommand } from './office-command.ts'
import { runCommands } from './run-commands.ts'
import type { ServerParts } from './server-parts.ts'

type Command = ReturnType<typeof officeCommand>

/** A test's server on its database: the clock stands on a morning of the round, nothing is logged. */
export const testParts = (database: Pick<TestDatabase, 'app'>, over: Partial<ServerParts> = {}): ServerParts => ({
  // The database is there only once the file's tests run.
  get db() {
    return database.app
  },
  keys: { version: 1, seal: new Uint8Array(32).fill(7), lookUp: new Uint8Array(32).fill(9) },
  clock: { now: () => roundMorning },
  catalogue: decisionCatalogue,
  log: () => undefined,
  ...over,
})

/** Gives commands in one batch, as of a device of its own; of each what became of it: `applied`, or its refusal's code. */
export const giveCommands = async (
  parts: ServerParts,
  actor: Actor,
  commands: readonly Command[],
): Promise<readonly string[]> => {
  const sent = numbered(commands, parts.clock.now())
  const receipts = await runCommands(parts, { actor, deviceId: randomUUID(), commands: sent })
  return receipts.map(receipt => receipt.refusal?.code ?? receipt.outcome)
}

/** Gives commands that must all stand. */
export const applyCommands = async (parts: ServerParts, actor: Actor, commands: readonly Command[]): Promise<void> =>
  expect(await giveCommands(parts, actor, commands)).toEqual(commands.map(() => 'applied'))

export const toHousehold = (id: string, ...commands: readonly HouseholdCommand[]): Command[] =>
  commands.map(({ type, input }) => officeCommand('household', id, type, input))

/** The rounds of 2565 and 2567, as the builders know them. */
export const planRounds = (): Command[] =>
  [baselineRound, reXrayRound].map(({ id, overrides: _overrides, ...round }) =>
    officeCommand('round', id, 'PlanRound', round),
  )

/** Accounts of these people, each with the one post they act under. */
export const addPeople = (actors: readonly Actor[]): Command[] =>
  actors.map(({ personId, postId, name, position, task: _task, ...post }, n) =>
    officeCommand('person', personId, 'AddPerson', {
      username: `person-${n}`,
      name,
      position,
      phone: null,
      posts: [{ id: postId, ...post }],
    }),
  )
