import { randomUUID } from 'node:crypto'
import { uploadWorkbookPath } from '@thaiqm/contract/baseline/baseline-routes.ts'
import { emblemPath } from '@thaiqm/contract/letterhead/letterhead-routes.ts'
import { countedListWorkbookPath } from '@thaiqm/contract/measure/measure-routes.ts'
import {
  caseSheetPath,
  minutesPath,
  referralLetterPath,
  timelinePaperPath,
  villageSheetPath,
} from '@thaiqm/contract/papers/papers-routes.ts'
import { householdPhotoPath, photoPath, thanksPhotoPath } from '@thaiqm/contract/photo/photo-routes.ts'
import { routes } from '@thaiqm/contract/wire/routes.ts'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import { importCommand, oldProblem, roundMorning } from '@thaiqm/testing/households.ts'
import { people, testId } from '@thaiqm/testing/people.ts'
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { addPeople, applyCommands, planRounds, testParts, toHousehold } from '../../sync/test-commands.ts'
import { useTestDatabase } from '../database/test-database.ts'
import { openTestApp } from './test-app.ts'

const database = useTestDatabase()
const faults: string[] = []
let app: FastifyInstance
const house = testId<string>(1)
let cookieOf: (actor: Actor) => Promise<string>

const call = async (actor: Actor, method: 'GET' | 'POST', url: string, payload?: object) => {
  const cookie = await cookieOf(actor)
  const answer = await app.inject({ method, url, headers: { cookie }, ...(payload === undefined ? {} : { payload }) })
  return { status: answer.statusCode, body: answer.json() as never, headers: answer.headers, raw: answer.rawPayload }
}

const push = (actor: Actor, type: string, input: object, ledgerId = house) =>
  call(actor, 'POST', '/api/commands', {
    deviceId: randomUUID(),
    epoch: null,
    commands: [
      {
        commandId: randomUUID(),
        sequence: 1,
        ledgerKind: 'household',
        ledgerId,
        type,
        input,
        madeAt: roundMorning,
        basedOnVersion: null,
      },
    ],
  })

beforeAll(async () => {
  const log = (event: string, details?: object) => faults.push(`${event} ${JSON.stringify(details)}`)
  const parts = testParts(database, { log })
  ;({ app, cookieOf } = await openTestApp(parts))
  const household = toHousehold(house, importCommand([oldProblem(10, 'P204'), oldProblem(11, 'P601')]))
  for (const batch of [planRounds(), addPeople(Object.values(people)), household])
    await applyCommands(parts, systemActor, batch)
})

describe('the routes', () => {
  test('are exactly those of the contract, each described in the OpenAPI', async () => {
    const described = (await app.inject('/api/openapi.json')).json() as {
      paths: Record<string, Record<string, unknown>>
    }
    const served = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(m => `${m.toUpperCase()} ${path}`),
    )
    const inBytes = [
      `POST ${uploadWorkbookPath}`,
      `PUT ${photoPath}`,
      `GET ${householdPhotoPath}`,
      `GET ${thanksPhotoPath}`,
      `GET ${emblemPath}`,
      `POST ${referralLetterPath}`,
      `GET ${countedListWorkbookPath}`,
      ...[villageSheetPath, caseSheetPath, timelinePaperPath, minutesPath].map(path => `GET ${path}`),
    ]
    const promised = [...Object.values(routes).map(r => `${r.method} ${r.path}`), ...inBytes].map(r =>
      r.replace(/:([a-zA-Z]+)/g, '{$1}'),
    )
    expect(served.sort()).toEqual(promised.sort())
  })

  test.each(
    Object.values(routes)
      .filter(r => r.access === 'signed-in')
      .map(r => [`${r.method} ${r.path}`, r] as const),
  )('%s answers nobody who is not signed in', async (_, route) => {
    const answer = await app.inject({
      method: route.method,
      url: route.path.replace(/:[a-zA-Z]+/g, testId(1)),
      payload: {},
    })
    expect([400, 401]).toContain(answer.statusCode)
    if (answer.statusCode === 401) expect(answer.json()).toMatchObject({ refusal: { code: 'sign-in-needed' } })
  })

  test('a malformed question is refused with the fields that are wrong, never a fault', async () => {
    const { status, body } = await call(people.tambonOfficer, 'GET', '/api/households?page=minus')
    expect([status, body]).toMatchObject([400, { refusal: { code: 'not-well-formed' } }])
  })
})

describe('scope', () => {
  test('a household of another district answers exactly as one that is not there (scenario 17)', async () => {
    const foreign = await call(people.foreignOfficer, 'GET', `/api/households/${house}`)
    const nowhere = await call(people.foreignOfficer, 'GET', `/api/households/${testId(999)}`)
    expect(foreign.status).toBe(404)
    expect(foreign.body).toEqual(nowhere.body)
  })

  test('a village head does not see the drug hardship anywhere; the designated officer does (scenario 15)', async () => {
    const read = async (actor: Actor) =>
      JSON.stringify([
        (await call(actor, 'GET', `/api/households/${house}`)).body,
        (await call(actor, 'GET', `/api/households/${house}/timeline`)).body,
        (await call(actor, 'GET', `/api/areas/49010507/changes`)).body,
        (await call(actor, 'GET', `/api/lists/problem`)).body,
      ])
    expect(await read(people.villageHead)).not.toContain('P601')
    expect(await read(people.designatedOfficer)).toContain('P601')
  })

  test('the auditor and the administrator read no household', async () => {
    expect((await call(people.auditor, 'GET', `/api/households/${house}`)).status).toBe(404)
    expect((await call(people.auditor, 'GET', '/api/figures')).status).toBe(403)
  })

  test('the auditor sees who opened a household, and never its people; officers do not see the audit', async () => {
    await call(people.districtOfficer, 'GET', `/api/households/${house}`)
    const audit = await call(people.auditor, 'GET', `/api/audit?objectId=${house}&pageSize=1`)
    const { lines, hasMore } = audit.body as { lines: { position: number }[]; hasMore: boolean }
    expect(lines).toMatchObject([
      { act: 'ReadHousehold', byId: people.districtOfficer.personId, role: 'DOFF', objectId: house },
    ])
    expect(hasMore).toBe(true)
    const older = await call(people.auditor, 'GET', `/api/audit?objectId=${house}&before=${lines[0]?.position}`)
    expect((older.body as { lines: unknown[] }).lines).not.toContainEqual(lines[0])
    const own = await call(people.auditor, 'GET', '/api/audit?act=ReadAudit')
    expect(own.body).toMatchObject({ lines: [{ byId: people.auditor.personId }, { byId: people.auditor.personId }] })
    expect((await call(people.districtChief, 'GET', '/api/audit')).status).toBe(403)
  })
})

describe('figures', () => {
  test('every number is the length of its list, and of its workbook', async () => {
    for (const actor of [people.districtChief, people.districtOfficer, people.governor]) {
      const figures = (await call(actor, 'GET', '/api/figures?area=4901')).body as {
        waiting: { measure: string; n: number }[]
        roundId: string
      }
      for (const { measure, n } of [
        ...figures.waiting,
        { measure: 'problem', n: actor === people.districtChief ? 2 : 1 },
      ]) {
        const list = (await call(actor, 'GET', `/api/lists/${measure}?area=4901`)).body as {
          total: number
          rows: unknown[]
        }
        expect([measure, list.total, list.rows.length]).toEqual([measure, n, n])
      }
    }
    const workbook = await call(people.districtChief, 'GET', '/api/lists/problem/workbook?area=4901').catch(() => null)
    expect(workbook).toBeNull() // not JSON: read as bytes below
    const bytes = await app.inject({
      url: '/api/lists/problem/workbook?area=4901',
      headers: { cookie: await cookieOf(people.districtChief) },
    })
    expect(bytes.statusCode).toBe(200)
    expect(bytes.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  test('a command moves the figure, and the earlier moment can be asked again', async () => {
    const solved = async (asOf = '') =>
      (
        (await call(people.tambonOfficer, 'GET', `/api/figures?area=490105${asOf}`)).body as {
          area: { figures: { key: string; n: number; of: number }[] }
        }
      ).area.figures.find(f => f.key === 'solved')
    const before = await solved()
    const self = await push(people.tambonOfficer, 'MarkSelfResolved', {
      problemId: testId(10),
      how: 'ญาติช่วยสร้างห้องส้วม',
      resolvedOn: '2024-01-10',
    })
    expect(self.body).toMatchObject({ receipts: [{ outcome: 'applied' }] })
    expect((await solved())?.n).toBe((before?.n ?? 0) + 1)
    expect((await solved('&asOf=2024-01-11T00:00:00.000Z'))?.of).toBe(0)
  })
})

test('nothing above was a fault of the server', () => {
  expect(faults).toEqual([])
})
