import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { areas } from '@thaiqm/catalogue/catalogue.ts'
import { plantSheet } from '@thaiqm/core/baseline/planted-sheet.ts'
import { succeed } from '@thaiqm/core/ledger/outcome.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveAreas } from '../area/area-store.ts'
import { openInstallationState } from '../installation/installation-state.ts'
import { showToOwner, useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import type { OpenServer } from '../platform/open-server.ts'
import { isPassword } from '../platform/password.ts'
import { readUnsentWorkKeys } from '../platform/unsent-work-keys.ts'
import { findCredential } from '../session/session-store.ts'
import { testParts } from '../sync/test-commands.ts'
import { runCli } from './run-cli.ts'

const database = useTestDatabase()
let folder: string

const openServer = async (): Promise<OpenServer> => ({
  parts: testParts(database),
  unsentWork: await readUnsentWorkKeys(join(folder, 'keys', 'unsent-work.json')),
  installation: await openInstallationState(database.app),
  filesDir: join(folder, 'files'),
  close: async () => undefined,
})

const run = async (...args: string[]) => {
  const said: string[] = []
  const complained: string[] = []
  const code = await runCli(args, {
    dataDir: folder,
    databaseUrl: undefined,
    keysFile: undefined,
    host: '127.0.0.1',
    port: 0,
    out: line => said.push(line),
    err: line => complained.push(line),
    openServer: async () => succeed(await openServer()),
    serve: async () => 0,
  })
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

const planted = plantSheet()
const file = () => join(folder, 'baseline.csv')
const report = () => join(folder, 'report.json')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thaiqm-cli-'))
  await inTransaction(database.app, systemScope, trx =>
    saveAreas(
      trx,
      areas.map(({ code, level, th, en, parentCode, lat, lng }) => ({
        areaCode: code,
        level,
        nameTh: th,
        nameEn: en,
        parentCode,
        latitude: lat,
        longitude: lng,
      })),
    ),
  )
  const line = (cells: readonly unknown[]) => cells.map(cell => `"${String(cell ?? '')}"`).join(',')
  await writeFile(file(), planted.rows.map(({ cells }) => line(cells)).join('\n'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('import baseline', () => {
  const importFile = async (...options: string[]) => {
    const { code, complained } = await run('import', 'baseline', file(), '--report', report(), ...options)
    return { code, complained, report: JSON.parse(await readFile(report(), 'utf8')) }
  }

  test('a dry run tells of every planted fault and brings nothing in', async () => {
    const dry = await importFile('--dry-run')
    expect(dry).toMatchObject({ code: 0, report: { rows: 120, households: 40, batchId: null, newHouseholds: 0 } })
    expect(dry.report.rowsNotTaken.map(({ row, verdict }: { row: number; verdict: string }) => [row, verdict])).toEqual(
      planted.faults.map(({ row, verdict }) => [row, verdict]),
    )
    expect(dry.report.rowsNotTaken[0].reasons[0]).toMatchObject({
      field: 'nationalNumber',
      remedyTh: expect.any(String),
    })
  })

  test('brings the good rows in, exit code 0 with bad ones, and nothing the second time', async () => {
    const first = await importFile()
    expect(first.code, first.complained).toBe(0)
    expect(first.report).toMatchObject({ newHouseholds: 40, newProblems: 114, unchangedHouseholds: 0 })
    expect((await importFile()).report).toMatchObject({ newHouseholds: 0, newProblems: 0, unchangedHouseholds: 40 })
  })

  test('decisions of a file bring the rows that waited', async () => {
    const decisions = join(folder, 'decisions.json')
    await writeFile(decisions, JSON.stringify({ statuses: { '??': 'OPEN' } }))
    expect((await importFile('--decisions', decisions)).report).toMatchObject({
      newProblems: 1,
      unchangedHouseholds: 39,
    })
    await writeFile(decisions, '{"statuses": 5}')
    expect((await run('import', 'baseline', file(), '--decisions', decisions)).code).toBe(2)
  })

  test('a file that is no workbook ends with 2', async () => {
    await writeFile(join(folder, 'page.xlsx'), '<html></html>')
    const { code, complained } = await run('import', 'baseline', join(folder, 'page.xlsx'))
    expect(code).toBe(2)
    expect(complained).toContain('.xlsx')
  })
})

test('figures of an area, now and before anything was imported', async () => {
  const now = JSON.parse((await run('figures', '--area', '490105', '--json')).said)
  const figureOf = (reply: typeof now, key: string) => reply.area.figures.find((f: { key: string }) => f.key === key)
  expect(figureOf(now, 're-x-ray')).toMatchObject({ n: 0, of: 40 })
  const before = JSON.parse((await run('figures', '--area', '490105', '--as-of', '2024-01-11', '--json')).said)
  expect(figureOf(before, 're-x-ray')).toMatchObject({ n: 0, of: 0 })
  expect((await run('figures', '--area', '99')).code).toBe(2)
})

test('a person gets an account and a password shown once', async () => {
  const options = ['--username', 'somying', '--name', 'นางสมหญิง ตัวอย่าง', '--position', 'ปลัดอำเภอ', '--role', 'DOFF']
  const added = await run('person', 'add', ...options, '--area', '4901', '--json')
  expect(added.code, added.complained).toBe(0)
  const { oneTimePassword } = JSON.parse(added.said)
  const credential = await inTransaction(database.app, systemScope, trx => findCredential(trx, 'somying'))
  expect(credential?.must_change).toBe(true)
  expect(await isPassword(credential?.password_hash ?? '', oneTimePassword)).toBe(true)
  expect((await run('person', 'add', ...options, '--area', '4901')).code).toBe(2)
})

describe('check ledger', () => {
  const check = async () => {
    const { code, said } = await run('check', 'ledger', '--json')
    return { code, ...JSON.parse(said) }
  }
  const spoil = (statement: ReturnType<typeof sql>) =>
    inTransaction(database.app, systemScope, trx => statement.execute(trx))

  test('finds everything in order after imports', async () => {
    expect(await check()).toMatchObject({ code: 0, households: 40, differences: {} })
  })

  test.each([
    [
      'problems-differ',
      sql`update problems set state = 'RESOLVED' where problem_id = (select min(problem_id::text)::uuid from problems where state = 'OPEN')`,
    ],
    [
      'members-differ',
      sql`update members set number_hmac = null where member_id = (select min(member_id::text)::uuid from members)`,
    ],
    [
      'households-differ',
      sql`delete from households where household_id = (select min(household_id::text)::uuid from households)`,
    ],
    [
      'document-differs',
      sql`update household_documents set document = replace(document, 'BASELINE', 'MISSED') where household_id = (select max(household_id::text)::uuid from household_documents)`,
    ],
    [
      'counted-items-differ',
      sql`delete from counted_items where measure = 'problem' and problem_id = (select min(problem_id::text)::uuid from counted_items)`,
    ],
  ])('finds %s, by the household only', async (kind, statement) => {
    await spoil(statement)
    const found = await check()
    expect(found.code).toBe(1)
    expect(found.differences[kind]).toHaveLength(1)
    expect(found.differences[kind][0]).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('finds a counter that no longer counts what it should', async () => {
    const before = (await check()).wrongCounters
    await spoil(sql`insert into folded_counts as f (round_id, measure, area_code, detail, eye, due_on, count)
      select round_id, measure, area_code, detail, eye, due_on, 1 from measure_counts where measure = 'baseline-household' limit 1
      on conflict (round_id, measure, area_code, detail, eye, due_on) do update set count = f.count + 1`)
    const after = (await check()).wrongCounters
    expect(after.counters).toBeGreaterThan(before.counters)
    expect(after.changes).toBeGreaterThan(before.changes)
    expect(after.rollups).toBeGreaterThan(before.rollups)
  })

  test('finds a ledger with a fact missing in its middle', async () => {
    await showToOwner(database, 'ledger_events')
    await sql`delete from ledger_events where version = 2 and ledger_id = (select max(ledger_id::text)::uuid
      from ledger_events where ledger_kind = 'household')`.execute(database.owner)
    expect((await check()).differences['ledger-has-a-gap']).toHaveLength(1)
  })
})
