import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { areas } from '@thaiqm/catalogue/catalogue.ts'
import type { ReviewDecisions } from '@thaiqm/contract/baseline/baseline-routes.ts'
import { type Actor, systemActor } from '@thaiqm/core/access/actor.ts'
import { plantSheet } from '@thaiqm/core/baseline/planted-sheet.ts'
import type { SheetRow } from '@thaiqm/core/baseline/sheet-row.ts'
import type { BatchId } from '@thaiqm/core/ledger/identifiers.ts'
import { people } from '@thaiqm/testing/people.ts'
import iconv from 'iconv-lite'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveAreas } from '../area/area-store.ts'
import { openInstallationState } from '../installation/installation-state.ts'
import { useTestDatabase } from '../platform/database/test-database.ts'
import { inTransaction, systemScope } from '../platform/database/transaction.ts'
import { writeWorkbook } from '../platform/spreadsheet/write-workbook.ts'
import { officeCommand } from '../sync/office-command.ts'
import { applyCommands, planRounds, testParts } from '../sync/test-commands.ts'
import { type BaselineImports, openBaselineImports } from './baseline-imports.ts'
import type { WantedReading } from './preview-import.ts'
import type { BaselineRoom } from './run-import.ts'

const database = useTestDatabase()
const logged: string[] = []
let room: BaselineRoom
let imports: BaselineImports

const parts = testParts(database, { log: (event, details) => logged.push(`${event} ${JSON.stringify(details)}`) })

const count = async (table: string, where = sql`true`): Promise<number> => {
  const { rows } = await inTransaction(database.app, systemScope, trx =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${where}`.execute(trx),
  )
  return rows[0]?.n ?? -1
}

const counted = async (measure: string): Promise<number> => {
  const { rows } = await inTransaction(database.app, systemScope, trx =>
    sql<{ n: number }>`select coalesce(sum(count), 0)::int as n from measure_counts
      where measure = ${measure} and eye in ('both', 'full')`.execute(trx),
  )
  return rows[0]?.n ?? -1
}

beforeAll(async () => {
  const installation = await openInstallationState(database.app)
  await installation.change({ mode: 'real', provinceCode: '49' })
  room = { parts: parts, installation, filesDir: await mkdtemp(join(tmpdir(), 'thaiqm-uploads-')) }
  imports = openBaselineImports(room)
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
  await applyCommands(parts, systemActor, planRounds())
})

afterAll(async () => {
  await imports.stop()
  await rm(room.filesDir, { recursive: true, force: true })
})

const noDecisions: ReviewDecisions = { problems: {}, statuses: {}, skipRows: [] }
const asRecognised: WantedReading = { mapping: null, decisions: noDecisions }

const toWorkbook = (rows: readonly SheetRow[]): Promise<Uint8Array> => {
  const [title = '', asOf = ''] = rows.slice(0, 2).map(({ cells }) => String(cells[0]))
  const columns = (rows[2]?.cells ?? []).map(heading => ({ heading: String(heading), kind: 'text' as const }))
  return writeWorkbook({
    sheets: [
      {
        name: 'ThaiQM 2565',
        titleRows: [title, asOf],
        columns,
        rows: rows.slice(3).map(({ cells }) => cells),
      },
    ],
  })
}

const upload = async (bytes: Uint8Array, fileName = 'ฐาน 2565.xlsx', actor: Actor = people.districtOfficer) => {
  const uploaded = await imports.upload(actor, bytes, fileName)
  if (!uploaded.ok) throw new Error(uploaded.code)
  return uploaded.value
}

const importAll = async (bytes: Uint8Array, wanted = asRecognised, actor: Actor = people.districtOfficer) => {
  const { uploadId } = await upload(bytes, 'ฐาน 2565.xlsx', actor)
  const started = await imports.start(actor, uploadId, wanted)
  if (!started.ok) throw new Error(started.code)
  await imports.whenIdle()
  const read = await imports.read(actor, started.value.batchId)
  if (!read.ok) throw new Error(read.code)
  return read.value
}

const undo = async (batchId: BatchId, actor: Actor = people.districtOfficer) => {
  const asked = await imports.undo(actor, batchId)
  await imports.whenIdle()
  return asked
}

const planted = plantSheet()

describe('the sheet with twelve planted faults', () => {
  test('columns are recognised, the file lies sealed, and each fault is shown before anything is written', async () => {
    const uploaded = await upload(await toWorkbook(planted.rows))
    expect(uploaded).toMatchObject({ sheetName: 'ThaiQM 2565', headingRow: 3, missing: [] })
    expect(uploaded.columns.find(({ heading }) => heading === 'สภาพปัญหา')).toMatchObject({
      field: 'problem',
      confidence: 'sure',
    })
    const [file = ''] = (await readdir(join(room.filesDir, 'uploads'))).filter(name => name === uploaded.uploadId)
    expect((await readFile(join(room.filesDir, 'uploads', file))).subarray(0, 2).toString()).not.toBe('PK')

    const preview = await imports.preview(people.districtOfficer, uploaded.uploadId, asRecognised)
    if (!preview.ok) throw new Error(preview.code)
    const { totals, rows, problemReview, statusReview } = preview.value
    expect(totals).toMatchObject({ accept: 108, warn: 6, reject: 4, review: 2, households: 40, problems: 40 * 3 - 6 })
    for (const { row, verdict, code } of planted.faults) {
      const found = rows.find(({ rowNumber }) => rowNumber === row)
      expect(found?.verdict, code).toBe(verdict)
      expect(found?.reasons.map(reason => reason.code)).toContain(code)
      expect(found?.reasons.every(reason => /[ก-๙]/.test(reason.messageTh + reason.remedyTh))).toBe(true)
    }
    expect(problemReview.map(({ chosen }) => chosen)).toEqual([null])
    expect(statusReview.map(({ wording, chosen }) => [wording, chosen])).toEqual([['??', null]])
    expect(await count('households')).toBe(0)
  })

  test('an import brings every household and hardship into tables and counts', async () => {
    const { batch, rows } = await importAll(await toWorkbook(planted.rows))
    expect(batch, logged.join('\n')).toMatchObject({ state: 'DONE', done: 40, of: 40, newHouseholds: 40 })
    expect(batch).toMatchObject({ newProblems: 114, unchangedHouseholds: 0 })
    expect(rows.filter(({ verdict }) => verdict === 'reject').map(({ rowNumber }) => rowNumber)).toEqual(
      planted.faults.filter(({ verdict }) => verdict === 'reject').map(({ row }) => row),
    )
    expect(await count('households')).toBe(40)
    expect(await count('problems')).toBe(114)
    expect(await counted('baseline-household')).toBe(40)
    expect(await counted('problem')).toBe(114)
    expect(await count('members', sql`is_head`)).toBe(40)
  })

  test('the same file again changes nothing', async () => {
    const before = await count('ledger_events')
    const { batch } = await importAll(await toWorkbook(planted.rows))
    expect(batch).toMatchObject({ state: 'DONE', newHouseholds: 0, newProblems: 0, unchangedHouseholds: 40 })
    expect(await count('ledger_events')).toBe(before)
  })

  test('decisions of the review table bring the rows that waited, and nothing twice', async () => {
    const { uploadId } = await upload(await toWorkbook(planted.rows))
    const preview = await imports.preview(people.districtOfficer, uploadId, asRecognised)
    if (!preview.ok) throw new Error(preview.code)
    const decisions: ReviewDecisions = {
      problems: { [preview.value.problemReview[0]?.wording ?? '']: 'P603' },
      statuses: { '??': 'leave-out' },
      skipRows: [],
    }
    const decided = await imports.preview(people.districtOfficer, uploadId, { mapping: null, decisions })
    if (!decided.ok) throw new Error(decided.code)
    expect(decided.value.problemReview[0]?.chosen).toBe('P603')
    expect(decided.value.totals.review).toBe(0)
    const { batch } = await importAll(await toWorkbook(planted.rows), { mapping: null, decisions })
    expect(batch).toMatchObject({ newHouseholds: 0, unchangedHouseholds: 39 })
    expect(await count('problems')).toBe(115)
    expect(await undo(batch.batchId)).toMatchObject({ ok: true })
    expect(await count('problems')).toBe(114)
  })

  test('a windows-874 CSV of the same rows is the same import', async () => {
    const text = planted.rows.map(({ cells }) => cells.map(cell => `"${String(cell ?? '')}"`).join(',')).join('\r\n')
    const { batch } = await importAll(iconv.encode(text, 'windows-874'))
    expect(batch).toMatchObject({ newHouseholds: 0, newProblems: 0, unchangedHouseholds: 40 })
  })

  test('an officer of another district brings nothing of it in, and is told why', async () => {
    const { uploadId } = await upload(await toWorkbook(planted.rows), 'ฐาน.xlsx', people.foreignOfficer)
    const preview = await imports.preview(people.foreignOfficer, uploadId, asRecognised)
    if (!preview.ok) throw new Error(preview.code)
    expect(preview.value.totals).toMatchObject({ households: 0, accept: 0, warn: 0 })
    expect(preview.value.rows.find(({ rowNumber }) => rowNumber === 4)?.reasons[0]).toMatchObject({
      code: 'outside-your-area',
    })
    expect(await imports.preview(people.districtOfficer, uploadId, asRecognised)).toMatchObject({ code: 'upload-gone' })
  })
})

describe('taking an import back', () => {
  const batchOfAll = async () => {
    const list = await imports.list(people.districtOfficer)
    const batch = list.ok ? list.value.find(({ newHouseholds }) => newHouseholds === 40) : undefined
    if (batch === undefined) throw new Error('the first import is listed')
    return batch
  }

  test('is refused with the number of households that work builds on, and then takes nothing back', async () => {
    const { batchId } = await batchOfAll()
    const { rows } = await inTransaction(database.app, systemScope, trx =>
      sql<{ household_id: string; problem_id: string }>`select household_id, problem_id from problems
        where state = 'OPEN' order by household_id limit 1`.execute(trx),
    )
    const causes = { problemId: rows[0]?.problem_id, causeCodes: [], rootCause: 'ไม่มีเงินซ่อม' }
    const analyse = officeCommand('household', rows[0]?.household_id ?? '', 'AnalyseCauses', causes)
    await applyCommands(parts, people.tambonOfficer, [analyse])
    expect(await undo(batchId)).toMatchObject({ code: 'batch-cannot-be-undone', details: { count: 1 } })
    expect(await counted('baseline-household')).toBe(40)
    expect((await batchOfAll()).state).toBe('DONE')
  })

  test('takes all of it back otherwise, from tables and counts, and the file can come again', async () => {
    const rows = plantSheet(8).rows.map(({ rowNumber, cells }) => ({
      rowNumber,
      cells: cells.map(cell => (cell === 'โพนทราย' ? 'บ้านโคก' : cell)),
    }))
    const before = { households: await counted('target-household'), problems: await count('problems') }
    const { batch } = await importAll(await toWorkbook(rows))
    expect(batch.newHouseholds).toBe(8)
    expect(await undo(batch.batchId)).toMatchObject({ ok: true, value: { state: 'UNDOING' } })
    const after = await imports.read(people.districtOfficer, batch.batchId)
    expect(after).toMatchObject({ ok: true, value: { batch: { state: 'UNDONE' } } })
    expect(await counted('target-household')).toBe(before.households)
    expect(await count('problems')).toBe(before.problems)
    expect((await importAll(await toWorkbook(rows))).batch).toMatchObject({ newHouseholds: 8 })
    expect(await counted('target-household')).toBe(before.households + 8)
  })

  test('is not for another district', async () => {
    const { batchId } = await batchOfAll()
    expect(await undo(batchId, people.foreignOfficer)).toMatchObject({ code: 'not-found' })
  })
})

test('an import cut short by a restart is finished after it', async () => {
  const rows = plantSheet(8).rows.map(({ rowNumber, cells }) => ({
    rowNumber,
    cells: cells.map(cell => (cell === 'โพนทราย' ? 'นาสีนวน' : cell)),
  }))
  const { uploadId } = await upload(await toWorkbook(rows), 'ฐาน.xlsx', systemActor)
  const before = openBaselineImports(room)
  const stopping = before.stop()
  const started = await before.start(systemActor, uploadId, asRecognised)
  await stopping
  await before.whenIdle()
  if (!started.ok) throw new Error(started.code)
  const { batchId } = started.value
  expect(await imports.read(systemActor, batchId)).toMatchObject({ value: { batch: { state: 'RUNNING', done: 0 } } })
  const after = openBaselineImports(room)
  await after.resume()
  await after.whenIdle()
  expect(await imports.read(people.province, batchId)).toMatchObject({ value: { batch: { state: 'DONE', done: 8 } } })
  expect(await imports.read(people.districtOfficer, batchId)).toMatchObject({ code: 'not-found' })
})

test('a file that is no workbook, a practice province and a post without the right are refused', async () => {
  const bytes = new TextEncoder().encode('<html>')
  expect(await imports.upload(people.districtOfficer, bytes, 'x.xls')).toMatchObject({ code: 'workbook-not-readable' })
  expect(await imports.upload(people.villageHead, bytes, 'x.xlsx')).toMatchObject({ code: 'not-permitted' })
  const practice = { ...room, installation: { ...room.installation, current: () => ({ mode: 'practice' }) } }
  const closed = openBaselineImports(practice as unknown as BaselineRoom)
  expect(await closed.upload(people.districtOfficer, bytes, 'x.xlsx')).toMatchObject({
    code: 'practice-takes-no-real-data',
  })
})

// Samples that lie beside the repository on the machines that have them; the planted sheet above is always there.
const beside = new URL('../../../../shared/samples/', import.meta.url)
test('a sheet as an office hands it over', { timeout: 60_000 }, async () => {
  const isThere = existsSync(new URL('baseline-2565-phonsai.xlsx', beside))
  const bytes = isThere ? readFileSync(new URL('baseline-2565-phonsai.xlsx', beside)) : await toWorkbook(planted.rows)
  const expected = isThere
    ? JSON.parse(readFileSync(new URL('expected.json', beside), 'utf8'))['baseline-2565-phonsai.xlsx']
    : { households: planted.households + 1, faults: planted.faults }
  const { uploadId } = await upload(bytes, 'ฐาน.xlsx', people.province)
  const preview = await imports.preview(people.province, uploadId, asRecognised)
  if (!preview.ok) throw new Error(preview.code)
  expect(preview.value.totals.households).toBe(expected.households - 1)
  for (const { row, verdict } of expected.faults)
    expect(preview.value.rows.find(({ rowNumber }) => rowNumber === row)?.verdict, `row ${row}`).toBe(verdict)
  const told = preview.value.rows.filter(({ verdict }) => verdict !== 'skip').map(({ rowNumber }) => rowNumber)
  expect(told).toEqual(expected.faults.map(({ row }: { row: number }) => row))
  const { batch } = await importAll(bytes, asRecognised, people.province)
  expect(batch).toMatchObject({ state: 'DONE', done: expected.households - 1 })
  const again = await importAll(bytes, asRecognised, people.province)
  expect(again.batch).toMatchObject({ newHouseholds: 0, newProblems: 0, unchangedHouseholds: expected.households - 1 })
})
