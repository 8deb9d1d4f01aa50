import { randomUUID } from 'node:crypto'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { CommandEnvelope } from '@thaiqm/core/sync/command-envelope.ts'
import { importCommand, oldProblem, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { showToOwner, useTestDatabase } from '../platform/database/test-database.ts'
import { runCommands } from './run-commands.ts'
import { applyCommands, planRounds, testParts } from './test-commands.ts'

const database = useTestDatabase()
const logged: string[] = []
const parts = testParts(database, { log: (event, details) => logged.push(`${event} ${JSON.stringify(details)}`) })

const deviceId = randomUUID()
let sequence = 0
const envelope = (
  ledgerId: string,
  command: { type: string; input: unknown },
  ledgerKind: CommandEnvelope['ledgerKind'] = 'household',
) =>
  ({
    commandId: randomUUID(),
    sequence: ++sequence,
    ledgerKind,
    ledgerId,
    type: command.type,
    input: command.input,
    madeAt: roundMorning,
    basedOnVersion: null,
  }) as CommandEnvelope

const run = (actor: typeof systemActor, ...commands: CommandEnvelope[]) =>
  runCommands(parts, { actor, deviceId, commands })
const count = async (table: string) =>
  (
    await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
      database.owner.withoutPlugins(),
    )
  ).rows[0]?.n

beforeAll(async () => {
  await showToOwner(
    database,
    'ledger_events',
    'counted_items',
    'folded_counts',
    'counted_changes',
    'counted_fold',
    'household_documents',
    'problems',
    'commands',
    'audit',
  )
  await applyCommands(parts, systemActor, planRounds())
})

const house = testId<string>(1)

test('a household arrives with its hardships, rows and counts in one act', async () => {
  const command = envelope(house, importCommand([oldProblem(10, 'P204'), oldProblem(11, 'P601')]))
  const [receipt] = await run(systemActor, command)
  expect(receipt, logged.join('\n')).toMatchObject({ outcome: 'applied', version: 4, refusal: null })
  expect(await count('household_documents')).toBe(1)
  expect(await count('problems')).toBe(2)
  const { rows } = await sql<{
    eye: string
    count: number
  }>`select eye, sum(count)::int as count from measure_counts where measure = 'problem' group by eye order by eye`.execute(
    database.owner,
  )
  expect(rows).toEqual([
    { eye: 'both', count: 1 },
    { eye: 'full', count: 1 },
  ])
  const again = await run(systemActor, command)
  expect(again[0]).toMatchObject({ outcome: 'already-applied', receiptNumber: receipt?.receiptNumber, version: 4 })
  expect(await count('ledger_events')).toBe(2 + 4)
})

test('the same id with other content is kept apart and never applied', async () => {
  const first = envelope(house, { type: 'ReopenProblem', input: { problemId: testId(10), reason: 'ก' } })
  await run(people.tambonOfficer, first)
  const [receipt] = await run(people.tambonOfficer, { ...first, input: { problemId: testId(10), reason: 'ข' } })
  expect(receipt).toMatchObject({ outcome: 'parked', refusal: { code: 'same-id-other-content' } })
  const { rows } = await sql`select 1 from commands where refusal_code = 'same-id-other-content'`.execute(
    database.owner,
  )
  expect(rows.length).toBe(1)
})

test('what the rules refuse is parked with its reason, not dropped', async () => {
  const close: HouseholdCommand = {
    type: 'CloseProblem',
    input: { problemId: testId(10), evidence: [], note: '' },
  }
  const [receipt] = await run(people.districtOfficer, envelope(house, close))
  expect(receipt).toMatchObject({ outcome: 'parked', refusal: { code: 'not-in-this-state' } })
})

test('a foreign district’s officer does not reach the household at all', async () => {
  const [receipt] = await run(
    people.foreignOfficer,
    envelope(house, { type: 'AnalyseCauses', input: { problemId: testId(10), causeCodes: [], rootCause: 'ก' } }),
  )
  expect(receipt).toMatchObject({ outcome: 'parked', refusal: { code: 'household-unknown' } })
})

test('an unknown command and a malformed one wait for a person, the rest of the batch goes on', async () => {
  const good = envelope(house, {
    type: 'AnalyseCauses',
    input: { problemId: testId(10), causeCodes: [], rootCause: 'ไม่มีเงิน' },
  })
  const receipts = await run(
    people.tambonOfficer,
    envelope(house, { type: 'PaintTheHouse', input: {} }),
    envelope(house, { type: 'CloseProblem', input: { problemId: 'x' } }),
    good,
  )
  expect(receipts.map(r => r.refusal?.code ?? r.outcome)).toEqual(['command-unknown', 'not-well-formed', 'applied'])
  const { rows } = await sql<{
    act: string
  }>`select act from audit where object_id = ${house} and act = 'AnalyseCauses'`.execute(database.owner)
  expect(rows.length).toBeGreaterThan(0)
})

test('a round planned later begins with every household that is there, and its counts stay true', async () => {
  const { id: _id, overrides: _o, ...round } = reXrayRound
  const next = testId<string>(0xc003)
  await run(
    systemActor,
    envelope(next, { type: 'PlanRound', input: { ...round, opensOn: '2024-01-10', yearBe: 2568 } }, 'round'),
  )
  const self = { problemId: testId(10), how: 'ญาติช่วยสร้าง', resolvedOn: '2024-01-10' }
  const [receipt] = await run(people.tambonOfficer, envelope(house, { type: 'MarkSelfResolved', input: self }))
  expect(receipt).toMatchObject({ outcome: 'applied' })
  const { rows } = await sql<{ measure: string; counted: number; listed: number }>`
    select measure, sum(count)::int as counted, (select count(*)::int from counted_items i where i.round_id = c.round_id and i.measure = c.measure) as listed
    from measure_counts c where round_id = ${next} group by round_id, measure order by measure`.execute(database.owner)
  expect(rows.find(r => r.measure === 'target-household')).toMatchObject({ counted: 1 })
  expect(rows.find(r => r.measure === 'solved-problem')).toMatchObject({ counted: 1 })
  for (const { measure, counted, listed } of rows) expect([measure, counted]).toEqual([measure, listed])
})
