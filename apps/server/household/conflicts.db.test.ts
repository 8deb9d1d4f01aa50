import { randomUUID } from 'node:crypto'
import { systemActor } from '@thaiqm/core/access/actor.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import { headMember, importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { showToOwner, useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope } from '../platform/database/transaction.ts'
import { numbered, officeCommand } from '../sync/office-command.ts'
import { runCommands } from '../sync/run-commands.ts'
import { applyCommands, planRounds, testParts } from '../sync/test-commands.ts'
import { findHousehold } from './household-store.ts'

const database = useTestDatabase()
const parts = testParts(database)

const house = testId<HouseholdId>(1)
const madeAt = '2024-01-10T03:00:00.000Z' as Instant

const send = async (
  by: typeof systemActor,
  command: { type: string; input: unknown },
  basedOnVersion: number | null,
) => {
  const seen = { ...officeCommand('household', house, command.type, command.input), basedOnVersion }
  const commands = numbered([seen], madeAt)
  const [receipt] = await runCommands(parts, { actor: by, deviceId: randomUUID(), commands })
  return receipt
}

const stored = async () =>
  (await inTransaction(database.app, readingScope(people.districtChief), trx => findHousehold(trx, parts.keys, house)))
    ?.household

const counted = async () =>
  (
    await sql<{ n: number }>`select count(*)::int as n from counted_items
      where measure = 'household-with-conflict'`.execute(database.owner)
  ).rows[0]?.n

const correct = (phone: string): HouseholdCommand => {
  const command = importCommand([])
  if (command.type !== 'ImportBaselineHousehold') throw new Error('an import is expected')
  const { address } = command.input
  return {
    type: 'CorrectHousehold',
    input: { address, phone, position: null, members: [headMember()], reason: 'ตรวจกับครัวเรือน' },
  }
}

beforeAll(async () => {
  await showToOwner(database, 'counted_items', 'household_documents', 'ledger_events')
  await applyCommands(parts, systemActor, planRounds())
  await send(systemActor, importCommand([oldProblem(10, 'P204')]), null)
})

test('two phones corrected one telephone: both are kept, sealed, counted, with names’ ids and times, until one is chosen', async () => {
  const seen = (await stored())?.version ?? 0
  expect(await send(people.villageHead, correct('0811111111'), seen)).toMatchObject({ outcome: 'applied' })
  expect(await send(people.tambonOfficer, correct('0822222222'), seen)).toMatchObject({ outcome: 'applied' })

  const household = await stored()
  expect(household).toMatchObject({
    phone: '0811111111',
    conflicts: [
      {
        place: { kind: 'phone' },
        standing: { value: { phone: '0811111111' }, by: people.villageHead.personId },
        other: { value: { phone: '0822222222' }, by: people.tambonOfficer.personId, at: madeAt },
      },
    ],
  })
  expect(await counted()).toBe(1)
  const { rows } = await sql<{ text: string }>`select document as text from household_documents
    union all select data from ledger_events`.execute(database.owner)
  for (const { text } of rows) expect(text).not.toMatch(/0811111111|0822222222/)

  const settled = (household?.conflicts ?? []).map(({ id }) => ({ conflictId: id, choice: 'other' as const }))
  const settle = { type: 'SettleConflict', input: { settled } }
  expect(await send(people.districtOfficer, settle, household?.version ?? 0)).toMatchObject({ outcome: 'applied' })
  expect(await stored()).toMatchObject({ phone: '0822222222', conflicts: [] })
  expect(await counted()).toBe(0)
  expect(await send(people.villageHead, settle, household?.version ?? 0)).toMatchObject({
    outcome: 'parked',
    refusal: { code: 'conflict-unknown' },
  })
})

test('causes analysed by somebody else meanwhile: the second is parked, nothing is written over', async () => {
  const seen = (await stored())?.version ?? 0
  const analyse = (rootCause: string) => ({
    type: 'AnalyseCauses',
    input: { problemId: testId(10), causeCodes: [], rootCause },
  })
  expect(await send(people.tambonOfficer, analyse('หลังคารั่ว'), seen)).toMatchObject({ outcome: 'applied' })
  expect(await send(people.districtOfficer, analyse('ไม่มีช่าง'), seen)).toMatchObject({
    outcome: 'parked',
    refusal: { code: 'changed-by-another' },
  })
  expect((await stored())?.problems[0]).toMatchObject({ rootCause: 'หลังคารั่ว' })
})
