import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TimelineEntry } from '@thaiqm/contract/household/household-routes.ts'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import type { HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { Day, Instant } from '@thaiqm/core/ledger/day.ts'
import type { HouseholdId, OrganisationId, PlanActionId, PlanId, ProblemId } from '@thaiqm/core/ledger/identifiers.ts'
import { proposePlan } from '@thaiqm/testing/deeds.ts'
import { importCommand, oldProblem, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findHousehold } from '../household/household-store.ts'
import { readTimelineOf } from '../household/read-timeline.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, readingScope, systemScope } from '../platform/database/transaction.ts'
import { createHttpServer } from '../platform/http/create-http-server.ts'
import type { HttpParts } from '../platform/http/http-parts.ts'
import { officeCommand } from '../sync/office-command.ts'
import { applyCommands, giveCommands, planRounds, testParts, toHousehold } from '../sync/test-commands.ts'
import { registerTaskLinkRoutes } from './task-link-routes.ts'

const database = useTestDatabase()
let now: Instant = roundMorning
const logged: string[] = []
const parts = testParts(database, {
  clock: { now: () => now },
  log: (event, details) => logged.push(`${event} ${JSON.stringify(details)}`),
})

const house = testId<string>(1)
const roof = testId<ProblemId>(10)
const [mend, paint, drugsAction, carryThere] = [31, 32, 33, 34].map(n => testId<PlanActionId>(n)) as [
  PlanActionId,
  PlanActionId,
  PlanActionId,
  PlanActionId,
]
const temple = testId<OrganisationId>(0xf001)

const action = (id: PlanActionId, problemId: ProblemId, what: string) => ({
  id,
  problemIds: [problemId],
  remedyId: null,
  what,
  level: 'SURVIVE' as const,
  sector: 'REL' as const,
  agencyCode: null,
  organisationId: temple,
  ownerName: '',
  dueOn: '2024-03-01' as Day,
  budgetBaht: 0,
  fundSource: '',
})

const give = (actor: Actor, ...given: HouseholdCommand[]) => giveCommands(parts, actor, toHousehold(house, ...given))

let app: FastifyInstance
let folder: string
let signedIn: Actor | null = null

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'task-links-'))
  app = await createHttpServer(parts.log)
  registerTaskLinkRoutes({
    app,
    findActor: async () => signedIn,
    parts,
    filesDir: folder,
  } as unknown as HttpParts)
  const organisation = officeCommand('organisation', temple, 'AddOrganisation', {
    nameTh: 'วัดตัวอย่าง',
    sector: 'REL',
    agencyCode: null,
    areaCode: '4901',
    contact: '',
    offers: '',
  })
  await applyCommands(parts, systemActor, [...planRounds(), organisation])
  expect(await give(systemActor, importCommand([oldProblem(10, 'P201'), oldProblem(11, 'P601')]))).toEqual(['applied'])
  const plan: HouseholdCommand = proposePlan(testId<PlanId>(30), [
    action(mend, roof, 'มุงหลังคา'),
    action(paint, roof, 'ทาสีผนัง'),
    action(drugsAction, testId<ProblemId>(11), 'พาเข้ารับการบำบัด'),
    // Somebody without an account: no partner reads the plan's words but by the link.
    {
      ...action(carryThere, roof, 'พานายสมมติ บ้านตัวอย่างไปโรงพยาบาล'),
      organisationId: null,
      ownerName: 'รถรับส่งของชุมชนตัวอย่าง',
    },
  ])
  expect(await give(people.designatedOfficer, plan)).toEqual(['applied'])
  const approve: HouseholdCommand = { type: 'ApprovePlan', input: { planId: testId<PlanId>(30), note: '' } }
  expect(await give(people.districtChief, approve)).toEqual(['applied'])
})

afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const officePhone = '042-611-330'

const issue = async (actor: Actor | null, planActionId: PlanActionId, own: object = {}) => {
  signedIn = actor
  const answer = await app.inject({
    method: 'POST',
    url: `/api/households/${house}/plan-actions/${planActionId}/task-links`,
    payload: { phone: officePhone, ...own },
  })
  signedIn = null
  return { status: answer.statusCode, body: answer.json() }
}

const task = async (path: 'read' | 'answer', token: string, payload: object = {}) => {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/task/${path}`,
    headers: { authorization: `Task ${token}` },
    payload,
  })
  return { status: answer.statusCode, body: answer.json() }
}

const saying = (answer: string, words = '', over: object = {}) => ({
  commandId: randomUUID(),
  answer,
  words,
  photos: [],
  answeredBy: 'หลวงพ่อสมมติ',
  ...over,
})

const standing = async () => {
  const stored = await inTransaction(database.app, systemScope, trx => findHousehold(trx, parts.keys, house as never))
  if (stored === undefined) throw new Error('the household is there')
  return stored.household
}

const timelineFor = async (actor: Actor): Promise<readonly TimelineEntry[]> => {
  const read = await inTransaction(database.app, readingScope(actor), trx =>
    readTimelineOf(trx, parts, actor, house as HouseholdId),
  )
  if (read === undefined) throw new Error('the household is there')
  return read.entries
}
const answeredIn = (entries: readonly TimelineEntry[]) => entries.filter(({ type }) => type === 'PlanActionAnswered')

const notOpen = { status: 404, code: 'task-link-not-open' }
const refusalOf = ({ status, body }: { status: number; body: { refusal?: { code: string } } }) => ({
  status,
  code: body.refusal?.code,
})

test('a link is made only by an officer who sees the household, and never for a restricted hardship', async () => {
  expect((await issue(null, mend)).status).toBe(401)
  expect(refusalOf(await issue(people.templeContact, mend))).toMatchObject({ code: 'not-permitted' })
  expect(refusalOf(await issue(people.foreignOfficer, mend))).toMatchObject({ code: 'not-found' })
  expect(refusalOf(await issue(people.districtChief, drugsAction))).toMatchObject({ code: 'need-restricted' })
  // Who may not see the restricted action is not told that it is there.
  expect(refusalOf(await issue(people.districtOfficer, drugsAction))).toMatchObject({ code: 'not-found' })
})

test('whoever holds it takes the task on, learns where, and says done with a photo; then it is used up', async () => {
  const { body } = await issue(people.tambonOfficer, mend)
  const token: string = body.token
  const before = await task('read', token)
  expect(before.body).toMatchObject({
    what: 'มุงหลังคา',
    holderName: 'วัดตัวอย่าง',
    state: 'PLANNED',
    place: null,
    officer: { name: people.tambonOfficer.name, phone: officePhone },
  })
  for (const told of ['บ้านตัวอย่าง', '97', 'คำฮี']) expect(JSON.stringify(before.body), told).not.toContain(told)

  expect((await task('answer', token, saying('ACCEPTED'))).status).toBe(200)
  const accepted = await task('read', token)
  expect(accepted.body).toMatchObject({ state: 'ACCEPTED', place: { houseNumber: '97', moo: 7 } })
  expect(JSON.stringify(accepted.body)).not.toContain('สมมติ บ้านตัวอย่าง')

  const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  const photo = createHash('sha256').update(bytes).digest('hex')
  const done = saying('DONE', 'มุงเสร็จแล้ว', { photos: [photo] })
  expect(refusalOf(await task('answer', token, done))).toMatchObject({ code: 'photo-not-sent' })
  const sent = await app.inject({
    method: 'PUT',
    url: `/api/task/photos/${photo}`,
    headers: { authorization: `Task ${token}`, 'content-type': 'image/jpeg' },
    payload: bytes,
  })
  expect(sent.statusCode).toBe(200)
  const answered = await task('answer', token, done)
  expect(answered.status).toBe(200)
  const household = await standing()
  expect(household.plans[0]?.actions[0]).toMatchObject({
    state: 'DONE',
    result: 'มุงเสร็จแล้ว',
    answer: { answer: 'DONE', answeredBy: 'หลวงพ่อสมมติ' },
  })
  expect(household.problems[0]).toMatchObject({
    state: 'IN_PROGRESS',
    doneActionIds: [mend],
    helpedBy: [body.link.linkId],
    evidence: [{ kind: 'photo', photo }],
  })

  // Sent again because its reply was lost, it is the same answer; anything else finds the link used up.
  expect(await task('answer', token, done)).toEqual(answered)
  expect(refusalOf(await task('answer', token, saying('CANNOT', 'ก')))).toEqual(notOpen)
  expect(refusalOf(await task('read', token))).toEqual(notOpen)
})

test('unknown, ended, replaced and old links answer alike; the reason for “cannot” stands on the plan', async () => {
  const unknown = await task('read', 'x'.repeat(43))
  expect(refusalOf(unknown)).toEqual(notOpen)
  const replaced: string = (await issue(people.tambonOfficer, paint)).body.token
  const { body: revoked } = await issue(people.tambonOfficer, paint)
  expect(await task('read', replaced)).toEqual(unknown)
  signedIn = people.districtOfficer
  const end = await app.inject({ method: 'POST', url: `/api/task-links/${revoked.link.linkId}/revoke`, payload: {} })
  signedIn = null
  expect(end.statusCode).toBe(200)
  expect(await task('read', revoked.token)).toEqual(unknown)
  const { body: old } = await issue(people.tambonOfficer, paint)
  now = '2024-02-11T01:59:59.000Z' as Instant
  expect((await task('read', old.token)).status).toBe(200)
  now = '2024-02-11T02:00:00.000Z' as Instant
  expect(await task('read', old.token)).toEqual(unknown)
  now = roundMorning

  const { body } = await issue(people.tambonOfficer, paint)
  expect((await task('answer', body.token, saying('CANNOT', 'ไม่มีช่าง'))).status).toBe(200)
  expect((await standing()).plans[0]?.actions[1]).toMatchObject({
    state: 'CANNOT',
    answer: { words: 'ไม่มีช่าง', answeredBy: 'หลวงพ่อสมมติ' },
  })
  expect(await task('read', body.token)).toEqual(unknown)
})

test('the database keeps a hash and no token, seals the telephone, and notes every opening', async () => {
  const { rows } = await inTransaction(database.app, systemScope, trx =>
    sql<{ all: string }>`select to_jsonb(l)::text as all from task_links l`.execute(trx),
  )
  const { body } = await issue(people.tambonOfficer, paint)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.some(row => row.all.includes(body.token) || row.all.includes(officePhone))).toBe(false)
  const audited = await inTransaction(database.app, systemScope, trx =>
    sql<{ act: string }>`select distinct act from audit where object_id = ${house} and act like '%Task%'`.execute(trx),
  )
  expect(audited.rows.map(r => r.act).sort()).toEqual(['IssueTaskLink', 'OpenTask', 'RevokeTaskLink'])
  expect(logged.join('\n')).not.toContain(body.token)
})

test('what a link tells names nobody: the plan’s own words are screened, and the officer may write others', async () => {
  const carry = await issue(people.tambonOfficer, carryThere)
  expect(carry).toMatchObject({ status: 409, body: { refusal: { code: 'need-names-household' } } })
  expect(carry.body.refusal.messageTh).toContain('“สมมติ บ้านตัวอย่าง”')
  const named = await issue(people.tambonOfficer, carryThere, { what: 'รับส่งนายสมมติ บ้านตัวอย่าง' })
  expect(refusalOf(named)).toMatchObject({ code: 'need-names-household' })
  const { body } = await issue(people.tambonOfficer, carryThere, { what: 'รับส่งผู้ป่วย 1 คนไปโรงพยาบาล' })
  expect((await task('read', body.token)).body).toMatchObject({ what: 'รับส่งผู้ป่วย 1 คนไปโรงพยาบาล' })
  // The plan keeps its words.
  expect((await standing()).plans[0]?.actions.at(-1)?.what).toBe('พานายสมมติ บ้านตัวอย่างไปโรงพยาบาล')
})

test('the household’s line of life says that it was answered by link, and hides answers about hidden hardships', async () => {
  const answered = answeredIn(await timelineFor(people.districtOfficer))
  expect(answered[0]).toMatchObject({
    by: { name: 'วัดตัวอย่าง', position: 'ผู้ตอบผ่านลิงก์' },
    details: { byLink: true, actionAnswer: 'ACCEPTED', answeredBy: 'หลวงพ่อสมมติ' },
  })
  const hidden: HouseholdCommand = {
    type: 'AnswerPlanAction',
    input: {
      planId: testId<PlanId>(30),
      planActionId: drugsAction,
      answer: 'ACCEPTED',
      words: 'นัดบำบัดแล้ว',
      evidence: [],
      answeredBy: 'เจ้าหน้าที่สมมติ',
    },
  }
  expect(await give(people.districtChief, hidden)).toEqual(['applied'])
  expect(answeredIn(await timelineFor(people.districtOfficer))).toEqual(answered)
  const ofChief = answeredIn(await timelineFor(people.districtChief))
  expect(ofChief).toHaveLength(answered.length + 1)
  expect(ofChief.find(one => one.details.actionWords === 'นัดบำบัดแล้ว')?.details).not.toHaveProperty('byLink')
})

test('whoever guesses is held back', async () => {
  const answers = []
  for (let n = 0; n < 45; n += 1) answers.push(task('read', `guess${String(n).padStart(30, '0')}`))
  const codes = (await Promise.all(answers)).map(a => a.body.refusal?.code)
  expect(codes).toContain('try-again-soon')
})
