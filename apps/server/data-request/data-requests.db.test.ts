import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { DataRequestId, HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import { importCommand } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { beforeAll, expect, test } from 'vitest'
import { checkLedger, isSound } from '../cli/check-ledger.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { officeCommand } from '../sync/office-command.ts'
import { applyCommands, giveCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'
import { findDataRequests } from './data-request-store.ts'

const database = useTestDatabase()
const parts = testParts(database)
const house = testId<HouseholdId>(1)
const requestId = testId<DataRequestId>(70)

const give = (actor: Actor, type: string, input: unknown, basedOnVersion: number) =>
  giveCommands(parts, actor, [{ ...officeCommand('household', house, type, input), basedOnVersion }])

const listed = (actor: Actor) =>
  inTransaction(database.app, actor.role === 'DPO' ? systemScope : readingScope(actor), trx =>
    findDataRequests(trx, 50),
  )

beforeAll(async () => {
  await applyCommands(parts, systemActor, planRounds())
  await applyCommands(parts, systemActor, toHousehold(house, importCommand([])))
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
  expect(isSound(await checkLedger(parts))).toBe(true)
})
