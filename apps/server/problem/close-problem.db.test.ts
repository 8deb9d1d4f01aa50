import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { recordHelp } from '@thaiqm/testing/deeds.ts'
import { importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { applyCommands, giveCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'

const database = useTestDatabase()
const parts = testParts(database)

const house = testId<string>(1)
const toilet = testId<ProblemId>(10)

const give = (actor: Actor, ...given: HouseholdCommand[]) => giveCommands(parts, actor, toHousehold(house, ...given))

const help: HouseholdCommand = recordHelp([toilet], {
  what: 'สังกะสี 40 แผ่น',
  quantity: 40,
  unit: 'แผ่น',
  valueBaht: 12_000,
})

const close: HouseholdCommand = {
  type: 'CloseProblem',
  input: {
    problemId: toilet,
    evidence: [{ kind: 'document', reference: 'ใบตรวจรับ 1/2567' }],
    note: '',
    withoutOwnEvidence: 'ผู้ตรวจไม่มีกล้องในวันตรวจ',
  },
}

/** What lists, dashboards and the line of life say of the hardship. */
const standing = () =>
  inTransaction(database.app, systemScope, async trx => {
    const [problem] = (
      await sql<{ state: string; closed_on: string | null }>`select state, closed_on from problems`.execute(trx)
    ).rows
    const counts = await sql<{ measure: string; n: number }>`select measure, sum(count)::int as n from measure_counts
      where measure in ('solved-problem', 'live-problem', 'problem-awaiting-verification') group by 1`.execute(trx)
    const facts = await sql<{
      type: string
    }>`select type from ledger_events where ledger_id = ${house} order by version`.execute(trx)
    const n = (measure: string) => counts.rows.find(row => row.measure === measure)?.n ?? 0
    return {
      ...problem,
      solved: n('solved-problem'),
      live: n('live-problem'),
      waiting: n('problem-awaiting-verification'),
      last: facts.rows.at(-1)?.type,
    }
  })

beforeAll(async () => {
  await applyCommands(parts, systemActor, planRounds())
  expect(await give(systemActor, importCommand([oldProblem(10, 'P204')]))).toEqual(['applied'])
})

test('a false “solved” moves nothing; another officer’s, with evidence, moves row, counts and ledger together', async () => {
  expect(await give(people.tambonOfficer, help)).toEqual(['applied'])
  const waiting = { state: 'ASSISTED', closed_on: null, solved: 0, live: 1, waiting: 1, last: 'AssistanceRecorded' }
  expect(await standing()).toEqual(waiting)

  expect(await give(people.tambonOfficer, close)).toEqual(['verifier-is-recorder'])
  expect(await give(people.foreignOfficer, close)).toEqual(['household-unknown'])
  expect(await standing()).toEqual(waiting)

  expect(await give(people.districtOfficer, close)).toEqual(['applied'])
  expect(await standing()).toEqual({
    state: 'RESOLVED',
    closed_on: '2024-01-12',
    solved: 1,
    live: 0,
    waiting: 0,
    last: 'ProblemClosed',
  })
})
