import { randomUUID } from 'node:crypto'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import { referProblem } from '@thaiqm/testing/deeds.ts'
import { importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { testId } from '@thaiqm/testing/people.ts'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { numbered } from '../sync/office-command.ts'
import { runCommands } from '../sync/run-commands.ts'
import { applyCommands, giveCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'
import { commandsBetween } from './backup-store.ts'
import type { ArchivedCommand, ArchivedEntry } from './read-archive.ts'
import { replayArchive } from './replay-archive.ts'
import { openWalls } from './restore-store.ts'

const made = useTestDatabase()
const orderly = useTestDatabase()
const faulty = useTestDatabase()
const house = testId<string>(1)
let archived: ArchivedCommand[]

async function* inOrder(rows: readonly ArchivedCommand[]): AsyncGenerator<ArchivedEntry> {
  for (const row of rows) yield { kind: 'command', row }
}
const replay = async (database: typeof made, rows: readonly ArchivedCommand[]) => {
  await openWalls(database.owner)
  return replayArchive(testParts(database), database.owner, inOrder(rows), '0', () => undefined)
}

beforeAll(async () => {
  const causes: HouseholdCommand = {
    type: 'AnalyseCauses',
    input: { problemId: testId(10), causeCodes: [], rootCause: 'ไม่มีเงิน' },
  }
  const household = toHousehold(house, importCommand([oldProblem(10, 'P204')]), causes)
  for (const command of [...planRounds(), ...household]) await applyCommands(testParts(made), systemActor, [command])
  // A note of before names were looked for in it: it would be refused today.
  const [named] = toHousehold(house, referProblem(testId(10), 'RELIGION', { note: 'บ้านนายสมมติ บ้านตัวอย่าง' }))
  const commands = numbered(named === undefined ? [] : [named], testParts(made).clock.now())
  const givenAgain = { actor: systemActor, deviceId: randomUUID(), commands }
  expect(await runCommands(testParts(made), { ...givenAgain, wasAccepted: true })).toMatchObject([
    { outcome: 'applied' },
  ])
  const rows = await inTransaction(made.app, systemScope, trx =>
    commandsBetween(trx, { transaction: '0', receipt: 0 }, '9999999999', 10),
  )
  archived = rows.map(({ content }) => JSON.parse(content) as ArchivedCommand)
  expect(archived.map(row => row.outcome)).toEqual(['applied', 'applied', 'applied', 'applied', 'applied'])
})

test('of two transactions the one with the lower receipt comes first, whatever their numbers', async () => {
  const backwards = [...archived].reverse().map((row, index) => ({ ...row, transaction_id: String(1000 + index) }))
  expect(await replay(orderly, backwards)).toMatchObject({ commands: 5, differences: [] })
  const { rows } = await inTransaction(orderly.app, systemScope, trx =>
    sql<{ version: number; at: Instant }>`select d.version, e.at from household_documents d join ledger_events e
      on e.ledger_id = d.household_id and e.type = 'CausesAnalysed' where household_id = ${house}`.execute(trx),
  )
  expect(rows).toHaveLength(1)
})

test('words are not screened anew: a note that would be refused today comes back as it was', async () => {
  const { rows } = await inTransaction(orderly.app, systemScope, trx =>
    sql<{ outcome: string }>`select outcome from commands where type = 'ReferProblem'`.execute(trx),
  )
  expect(rows).toEqual([{ outcome: 'applied' }])
  // The same words given anew are held back.
  const again = toHousehold(
    house,
    referProblem(testId(10), 'CIVIL', { note: 'บ้านนายสมมติ บ้านตัวอย่าง', part: 'CONTRIBUTING' }),
  )
  expect(await giveCommands(testParts(orderly), systemActor, again)).toEqual(['need-names-household'])
})

test('what came out otherwise is kept, parked and named', async () => {
  const [first, second, imported, analysed] = archived as [
    ArchivedCommand,
    ArchivedCommand,
    ArchivedCommand,
    ArchivedCommand,
  ]
  const done = await replay(faulty, [first, second, analysed])
  expect(done).toMatchObject({
    commands: 3,
    differences: [{ commandId: analysed.command_id, code: 'household-unknown' }],
  })
  const { rows } = await inTransaction(faulty.app, systemScope, trx =>
    sql<{ outcome: string; refusal_code: string; receipt_number: number }>`select outcome, refusal_code, receipt_number
      from commands where command_id = ${analysed.command_id}`.execute(trx),
  )
  expect(rows).toEqual([
    { outcome: 'parked', refusal_code: 'household-unknown', receipt_number: analysed.receipt_number },
  ])
  // Somebody whose account is not in the backup: kept as well, never dropped.
  const stranger = { ...imported, command_id: randomUUID(), person_id: randomUUID(), transaction_id: '2000' }
  expect(await replay(faulty, [stranger])).toMatchObject({
    differences: [{ commandId: stranger.command_id, code: 'sender-unknown' }],
  })
})
