import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import { roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { showToOwner, useTestDatabase } from '../platform/database/test-database.ts'
import { openTestApp, type TestApp } from '../platform/http/test-app.ts'
import { addPeople, applyCommands, testParts } from '../sync/test-commands.ts'

const database = useTestDatabase()
const house = testId<string>(1)
let call: TestApp['call']

beforeAll(async () => {
  await showToOwner(database, 'drafts')
  const parts = testParts(database)
  ;({ call } = await openTestApp(parts))
  await applyCommands(parts, systemActor, addPeople(Object.values(people)))
})

const draft = (n: number) => ({
  householdId: house,
  areaCode: '49010507',
  revision: n,
  changedAt: roundMorning,
  content: { note: `แก้ครั้งที่ ${n}`, phone: '080-111-2222' },
})
const mine = async (actor: Actor) =>
  (
    (await call(actor, 'GET', '/api/drafts')).body as unknown as {
      drafts: { draftId: string; revision: number; content: unknown }[]
    }
  ).drafts

test('the newest revision of a draft stays, whatever order they come in, and numbers in it lie sealed', async () => {
  const id = testId<string>(0x701)
  for (const n of [1, 3, 2]) await call(people.tambonOfficer, 'PUT', `/api/drafts/${id}`, draft(n))
  expect(await mine(people.tambonOfficer)).toMatchObject([
    { draftId: id, revision: 3, content: { note: 'แก้ครั้งที่ 3', phone: '080-111-2222' } },
  ])
  const { rows } = await sql<{ content: string }>`select content from drafts where draft_id = ${id}`.execute(
    database.owner,
  )
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('080-111-2222')
  expect(await mine(people.districtOfficer)).toEqual([])
  await call(people.districtOfficer, 'DELETE', `/api/drafts/${id}`)
  expect(await mine(people.tambonOfficer)).toHaveLength(1)
})

test('a draft handed over is the colleague’s; the old phone’s late revision changes nothing', async () => {
  const id = testId<string>(0x701)
  const colleagues = await call(people.tambonOfficer, 'GET', `/api/drafts/${id}/colleagues`)
  expect(JSON.stringify(colleagues.body)).toContain(people.districtOfficer.personId)
  expect(JSON.stringify(colleagues.body)).not.toContain(people.foreignOfficer.personId)
  const to = (actor: Actor) =>
    call(people.tambonOfficer, 'POST', `/api/drafts/${id}/hand-over`, { toPersonId: actor.personId })
  expect((await to(people.foreignOfficer)).body.refusal?.code).toBe('outside-area')
  expect((await to(people.districtOfficer)).status).toBe(200)
  expect((await call(people.tambonOfficer, 'PUT', `/api/drafts/${id}`, draft(9))).body.refusal?.code).toBe(
    'draft-not-yours',
  )
  expect(await mine(people.districtOfficer)).toMatchObject([
    { draftId: id, revision: 3, fromName: people.tambonOfficer.name },
  ])
})
