import { randomUUID } from 'node:crypto'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { DataRequestId, HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import { baselineRound, importCommand, reXrayRound, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { beforeAll, expect, test } from 'vitest'
import { checkLedger, isSound } from '../cli/check-ledger.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { numbered, officeCommand } from '../sync/office-command.ts'
import { runCommands } from '../sync/run-commands.ts'
import type { ServerParts } from '../sync/server-parts.ts'
import { findDataRequests } from './data-request-store.ts'

const database = useTestDatabase()
const parts = (): ServerParts => ({
  db: database.app,
  keys: { version: 1, seal: new Uint8Array(32).fill(7), lookUp: new Uint8Array(32).fill(9) },
  clock: { now: () => roundMorning },
  catalogue: decisionCatalogue,
  log: () => undefined,
})
const house = testId<HouseholdId>(1)
const requestId = testId<DataRequestId>(70)

const give = async (actor: Actor, type: string, input: unknown, version: number | null, ledger = 'household') => {
  const id = ledger === 'round' ? (input as { id: string }).id : house
  const command = officeCommand(ledger as 'household', id, type, input)
  const commands = numbered([{ ...command, basedOnVersion: version }], roundMorning)
  const receipts = await runCommands(parts(), { actor, deviceId: randomUUID(), commands })
  return receipts.map(r => r.refusal?.code ?? r.outcome)
}

const listed = (actor: Actor) =>
  inTransaction(database.app, actor.role === 'DPO' ? systemScope : readingScope(actor), trx =>
    findDataRequests(trx, 50),
  )

beforeAll(async () => {
  for (const { id, overrides: _o, ...round } of [baselineRound, reXrayRound]) {
    const command = officeCommand('round', id, 'PlanRound', round)
    await runCommands(parts(), {
      actor: systemActor,
      deviceId: randomUUID(),
      commands: numbered([command], roundMorning),
    })
  }
  const { type, input } = importCommand([])
  expect(await give(systemActor, type, input, null)).toEqual(['applied'])
})

test('a request stands in its district’s list until it is answered, in nobody else’s, and its words never do', async () => {
  const asked = {
    requestId,
    kind: 'CORRECT',
    askedBy: 'ผู้ขอสมมติ',
    receivedOn: '2024-01-10',
    words: 'รายได้ไม่ถูกต้อง',
  }
  expect(await give(people.districtOfficer, 'RecordDataRequest', asked, 2)).toEqual(['applied'])
  const { open } = await listed(people.districtOfficer)
  expect(open).toEqual([
    {
      requestId,
      householdId: house,
      districtCode: '4901',
      kind: 'CORRECT',
      receivedOn: '2024-01-10',
      dueOn: '2024-02-09',
      answer: null,
      answeredOn: null,
    },
  ])
  expect(JSON.stringify(await listed(people.auditor))).not.toContain('ผู้ขอสมมติ')
  expect((await listed(people.foreignOfficer)).open).toEqual([])
  await expect(listed(people.healthAgency)).rejects.toThrow()

  const answer = { requestId, answer: 'DONE', words: 'แก้ไขแล้ว' }
  expect(await give(people.districtOfficer, 'AnswerDataRequest', answer, 3)).toEqual(['applied'])
  const { open: none, answered } = await listed(people.auditor)
  expect([none, answered]).toMatchObject([[], [{ requestId, answer: 'DONE', answeredOn: '2024-01-12' }]])
  expect(isSound(await checkLedger(parts()))).toBe(true)
})
