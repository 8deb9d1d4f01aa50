import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { DataRequestId, HouseholdId } from '@thaiqm/core/ledger/identifiers.ts'
import { importCommand } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkLedger, isSound } from '../cli/check-ledger.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { createHttpServer } from '../platform/http/create-http-server.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { officeCommand } from '../sync/office-command.ts'
import { applyCommands, giveCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'
import { registerDataRequestRoutes } from './data-request-routes.ts'
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

let app: FastifyInstance
let asking: Actor = people.districtOfficer
const ask = async (actor: Actor, url: string) => {
  asking = actor
  const answer = await app.inject({ method: 'GET', url, headers: { authorization: 'Bearer x' } })
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> }
}

beforeAll(async () => {
  app = await createHttpServer(() => undefined)
  registerDataRequestRoutes({ app, findActor: async () => asking, parts } as unknown as HttpParts)
  await app.ready()
  await applyCommands(parts, systemActor, planRounds())
  await applyCommands(parts, systemActor, toHousehold(house, importCommand([])))
})
afterAll(() => app.close())

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

test('the print of all that is held tells the history by post, never a name or the asker, and is an act of its own', async () => {
  const { status, body } = await ask(people.districtOfficer, `/api/households/${house}/held-record`)
  expect(status).toBe(200)
  const history = body.history as { type: string; position: string; details: object }[]
  expect(history.map(fact => fact.type)).toEqual([
    'HouseholdRegistered',
    'MembersRecorded',
    'DataRequestRecorded',
    'DataRequestAnswered',
  ])
  expect(history.every(fact => !('by' in fact))).toBe(true)
  expect(history.at(-1)?.details).toEqual({ requestAnswer: 'DONE' })
  const acts = await inTransaction(database.app, systemScope, trx =>
    sql<{
      act: string
      object_id: string
    }>`select act, object_id from audit where act like 'Read%' order by at`.execute(trx),
  )
  expect(acts.rows).toEqual([{ act: 'ReadHeldRecord', object_id: house }])
  // Whoever prints next reads who did, by post; this very print among them.
  const again = await ask(people.districtChief, `/api/households/${house}/held-record`)
  expect(again.body.looks).toMatchObject([{ role: 'DCHIEF' }, { role: 'DOFF' }])
})

test('nobody prints what is held but the district, and nobody lists requests but the district and the auditor', async () => {
  const held = `/api/households/${house}/held-record`
  for (const actor of [people.villageHead, people.tambonOfficer, people.healthAgency, people.auditor])
    expect([(await ask(actor, held)).status, actor.role]).toEqual([403, actor.role])
  expect((await ask(people.foreignOfficer, held)).status).toBe(404)
  const counts = async (actor: Actor) => {
    const { status, body } = await ask(actor, '/api/data-requests')
    return [status, (body.answered as unknown[] | undefined)?.length]
  }
  expect(await counts(people.districtOfficer)).toEqual([200, 1])
  expect(await counts(people.foreignOfficer)).toEqual([200, 0])
  expect(await counts(people.villageHead)).toEqual([403, undefined])
  const { body } = await ask(people.auditor, '/api/data-requests')
  expect(body.answered).toMatchObject([{ requestId, householdId: null }])
})
