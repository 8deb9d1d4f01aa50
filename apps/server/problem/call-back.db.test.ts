import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { recordHelp } from '@thaiqm/testing/deeds.ts'
import { importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { createHttpServer } from '../platform/http/create-http-server.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { applyCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'
import { registerCallBackRoutes } from './call-back-routes.ts'

const database = useTestDatabase()
const parts = testParts(database)

const house = testId<string>(1)
const card = testId<ProblemId>(10)
const give = (actor: Actor, ...given: HouseholdCommand[]) => applyCommands(parts, actor, toHousehold(house, ...given))

let app: FastifyInstance
let caller: Actor
const lookUp = async (actor: Actor, problemId: ProblemId = card) => {
  caller = actor
  const answer = await app.inject(`/api/call-backs/${house}/${problemId}`)
  return { status: answer.statusCode, text: answer.body, read: answer.json() as Record<string, unknown> }
}

beforeAll(async () => {
  app = await createHttpServer(() => undefined)
  registerCallBackRoutes({ app, findActor: async () => caller, parts: parts } as unknown as HttpParts)
  await applyCommands(parts, systemActor, planRounds())
  await give(systemActor, importCommand([oldProblem(10, 'P501'), oldProblem(11, 'P204')], { phone: '0800000123' }))
  await give(
    people.tambonOfficer,
    recordHelp([card], {
      sector: 'GOV',
      agencyCode: 'DOPA',
      giverName: 'หน่วยเคลื่อนที่ผู้ให้ความช่วยเหลือ',
      what: 'ทำบัตรให้ถึงบ้าน',
    }),
  )
  const evidence = [{ kind: 'document' as const, reference: 'หลักฐานสำเนาบัตร' }]
  await give(people.districtOfficer, {
    type: 'CloseProblem',
    input: { problemId: card, evidence, note: 'ตรวจแล้วเรียบร้อย' },
  })
  await give(systemActor, { type: 'DrawCallBack', input: { problemId: card } })
})
afterAll(() => app.close())

test('who took no part learns whom to ask about what, and nothing that would colour the question', async () => {
  const { status, text, read } = await lookUp(people.designatedOfficer)
  expect(status).toBe(200)
  expect(read).toMatchObject({ phone: '0800000123', kindCode: 'P501', tries: 0, barred: null })
  for (const told of ['หลักฐาน', 'หน่วยเคลื่อนที่', 'ตรวจแล้ว', 'ทำบัตรให้', people.districtOfficer.personId])
    expect(text).not.toContain(told)
})

test('who helped or verified is told so; nobody else’s area, and nothing that was not drawn, is there', async () => {
  expect((await lookUp(people.districtOfficer)).read).toMatchObject({ barred: 'caller-took-part' })
  expect((await lookUp(people.tambonOfficer)).read).toMatchObject({ barred: 'caller-took-part' })
  expect((await lookUp(people.foreignOfficer)).status).toBe(404)
  expect((await lookUp(people.villageHead)).status).toBe(404)
  expect((await lookUp(people.designatedOfficer, testId(11))).status).toBe(404)
})

test('each look stands in the audit; once answered there is nothing to look up', async () => {
  const { rows } = await inTransaction(database.app, systemScope, trx =>
    sql<{ n: number }>`select count(*)::int as n from audit where act = 'ReadCallBack'`.execute(trx),
  )
  expect(rows).toEqual([{ n: 3 }])
  await give(people.designatedOfficer, {
    type: 'AnswerCallBack',
    input: { problemId: card, answer: 'SOLVED', words: 'ได้บัตรแล้ว' },
  })
  expect((await lookUp(people.designatedOfficer)).status).toBe(404)
})
