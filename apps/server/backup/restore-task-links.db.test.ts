import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decisionCatalogue } from '@thaiqm/catalogue/decision-catalogue.ts'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Instant } from '@thaiqm/core/ledger/day.ts'
import type { PlanActionId, PlanId } from '@thaiqm/core/ledger/identifiers.ts'
import { succeed } from '@thaiqm/core/ledger/outcome.ts'
import { planAction, proposePlan } from '@thaiqm/testing/deeds.ts'
import { importCommand, oldProblem } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInstallationState } from '../installation/installation-state.ts'
import { registerTaskLinkRoutes } from '../plan/task-link-routes.ts'
import { type TestDatabase, useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { createHttpServer } from '../platform/http/create-http-server.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { addPeople, applyCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'
import { backUp } from './back-up.ts'
import { planRestore } from './plan-restore.ts'
import { restoreBackup } from './restore-backup.ts'

const lost = useTestDatabase()
const restored = useTestDatabase()
let folder: string
let clock = Date.parse('2024-01-12T02:00:00.000Z')
const now = (): Instant => {
  clock += 1
  return new Date(clock).toISOString() as Instant
}
const partsOf = (database: TestDatabase) => testParts(database, { clock: { now } })

const officer = people.tambonOfficer
const house = testId<string>(1)
const planId = testId<PlanId>(30)
const names = ['done', 'cannot', 'accepted', 'open', 'revoked', 'torn', 'unsaved'] as const
type Name = (typeof names)[number]
const actionOf = (name: Name) => testId<PlanActionId>(40 + names.indexOf(name))

let apps: FastifyInstance[] = []
const signedIn: Actor | null = officer
const appOf = async (database: TestDatabase): Promise<FastifyInstance> => {
  const app = await createHttpServer(() => undefined)
  const parts = partsOf(database)
  registerTaskLinkRoutes({ app, findActor: async () => signedIn, parts, filesDir: folder } as unknown as HttpParts)
  apps = [...apps, app]
  return app
}

const issue = async (app: FastifyInstance, name: Name): Promise<{ linkId: string; token: string }> => {
  const url = `/api/households/${house}/plan-actions/${actionOf(name)}/task-links`
  const answer = await app.inject({ method: 'POST', url, payload: {} })
  expect(answer.statusCode, answer.body).toBe(200)
  return { linkId: answer.json().link.linkId, token: answer.json().token }
}
const read = async (app: FastifyInstance, token: string): Promise<string> => {
  const headers = { authorization: `Task ${token}` }
  const answer = await app.inject({ method: 'POST', url: '/api/task/read', headers, payload: {} })
  return answer.statusCode === 200 ? answer.json().state : answer.json().refusal.code
}
const saying = (answer: string) => ({
  commandId: randomUUID(),
  answer,
  words: 'ตามแผน',
  photos: [],
  answeredBy: 'สมมติ',
})
const answer = async (app: FastifyInstance, token: string, body: object): Promise<number | string> => {
  const headers = { authorization: `Task ${token}` }
  const reply = await app.inject({ method: 'POST', url: '/api/task/answer', headers, payload: body })
  return reply.statusCode === 200 ? reply.json().receiptNumber : reply.json().refusal.code
}
const backUpNow = async () => {
  const place = { parts: partsOf(lost), filesDir: join(folder, 'files'), backupDir: join(folder, 'backups') }
  expect((await backUp(place, now, false)).ok).toBe(true)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thaiqm-links-'))
  const installation = await openInstallationState(lost.app)
  await installation.change({ mode: 'real', provinceCode: '49' })
  // The copy holds nothing: links and answers have to come back from the archive.
  await backUpNow()
  const parts = partsOf(lost)
  await applyCommands(parts, systemActor, [...addPeople([officer]), ...planRounds()])
  await applyCommands(parts, systemActor, toHousehold(house, importCommand([oldProblem(10, 'P204')])))
  const actions = names.map(name =>
    planAction(actionOf(name), [testId(10)], { what: 'ต่อท่อน้ำ', sector: 'REL', ownerName: 'ช่างสมมติ' }),
  )
  await applyCommands(parts, officer, toHousehold(house, proposePlan(planId, actions)))
  const approve: HouseholdCommand = { type: 'ApprovePlan', input: { planId, note: '' } }
  await applyCommands(parts, systemActor, toHousehold(house, approve))
})

afterAll(async () => {
  for (const app of apps) await app.close()
  await rm(folder, { recursive: true, force: true })
})

test('after a restore a used link stays used, an open one still opens its task, and what was lost may be said again', async () => {
  const before = await appOf(lost)
  const links = new Map<Name, { linkId: string; token: string }>()
  for (const name of names) links.set(name, await issue(before, name))
  const of = (name: Name) => links.get(name) as { linkId: string; token: string }
  const done = saying('DONE')
  const unsaved = saying('DONE')
  const receipt = await answer(before, of('done').token, done)
  expect(receipt).toBeTypeOf('number')
  expect(await answer(before, of('cannot').token, saying('CANNOT'))).toBeTypeOf('number')
  expect(await answer(before, of('accepted').token, saying('ACCEPTED'))).toBeTypeOf('number')
  expect(await answer(before, of('torn').token, saying('CANNOT'))).toBeTypeOf('number')
  const revoked = `/api/task-links/${of('revoked').linkId}/revoke`
  expect((await before.inject({ method: 'POST', url: revoked, payload: {} })).statusCode).toBe(200)
  // The server fell between the answer and the mark on the link's row: the ledger alone knows that it is used up.
  await inTransaction(lost.app, systemScope, trx =>
    sql`update task_links set answered_at = null where link_id = ${of('torn').linkId}`.execute(trx),
  )
  expect(await read(before, of('torn').token)).toBe('task-link-not-open')
  await backUpNow()
  // After the last backup: the restored server has never heard of it.
  expect(await answer(before, of('unsaved').token, unsaved)).toBeTypeOf('number')

  const plan = await planRestore(join(folder, 'backups'), undefined, false)
  if (!plan.ok) throw new Error(plan.code)
  const result = await restoreBackup({
    plan: plan.value,
    keys: partsOf(restored).keys,
    keysPath: 'keys.json',
    filesDir: join(folder, 'files-restored'),
    migrationsDir: join(import.meta.dirname, '../migrations'),
    catalogue: decisionCatalogue,
    log: () => undefined,
    openDatabase: async () =>
      succeed({
        app: restored.app,
        appUrl: restored.appUrl,
        ownerUrl: restored.ownerUrl,
        close: async () => undefined,
      }),
    onProgress: () => undefined,
  })
  if (!result.ok) throw new Error(JSON.stringify(result))
  expect(result.value.differences).toEqual([])
  const epochOf = async (database: TestDatabase) =>
    (
      await inTransaction(database.app, systemScope, trx =>
        sql<{ epoch: string }>`select epoch from installation`.execute(trx),
      )
    ).rows[0]?.epoch
  expect(await epochOf(restored)).not.toBe(await epochOf(lost))

  const after = await appOf(restored)
  for (const name of ['done', 'cannot', 'torn', 'revoked'] as const)
    expect(await read(after, of(name).token), name).toBe('task-link-not-open')
  // Sent again because its reply was lost, the answer is the one that stands; another one finds the link used up.
  expect(await answer(after, of('done').token, done)).toBe(receipt)
  expect(await answer(after, of('done').token, saying('CANNOT'))).toBe('task-link-not-open')
  expect(await read(after, of('accepted').token)).toBe('ACCEPTED')
  expect(await read(after, of('open').token)).toBe('PLANNED')
  expect(await answer(after, of('open').token, saying('DONE'))).toBeTypeOf('number')
  expect(await read(after, of('open').token)).toBe('task-link-not-open')
  expect(await read(after, of('unsaved').token)).toBe('PLANNED')
  expect(await answer(after, of('unsaved').token, unsaved)).toBeTypeOf('number')
  expect(await read(after, of('unsaved').token)).toBe('task-link-not-open')
})
