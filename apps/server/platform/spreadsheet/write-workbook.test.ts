import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { readSpreadsheet } from './read-spreadsheet.ts'
import type { SheetContent } from './workbook-content.ts'
import { columnLetters, sheetNames } from './workbook-xml.ts'
import { streamWorkbook, writeWorkbook } from './write-workbook.ts'

const report: SheetContent = {
  name: 'ความก้าวหน้า',
  titleRows: ['รายงานความก้าวหน้า Re-X-Ray', 'อำเภอเมืองมุกดาหาร ข้อมูล ณ วันที่ 31 ม.ค. 2567'],
  columns: [
    { heading: 'เลขรหัสประจำบ้าน', kind: 'text', width: 18 },
    { heading: 'ครัวเรือน', kind: 'number' },
    { heading: 'เงินช่วยเหลือ (บาท)', kind: 'money' },
    { heading: 'วันที่สำรวจ', kind: 'day' },
  ],
  rows: [
    ['49016512409', 160, 3000.5, { day: '2024-01-12' as Day }],
    ['=HYPERLINK("http://x")', null, Number.NaN, '-'],
  ],
}

const readBack = async (bytes: Uint8Array) => {
  const outcome = await readSpreadsheet(bytes, 'report.xlsx')
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.sheets
}

test('titles, headings and rows come back; days as offices write them, codes as text, no formula anywhere', async () => {
  const bytes = await writeWorkbook({ sheets: [report] })
  const [sheet] = await readBack(bytes)
  expect(sheet?.name).toBe('ความก้าวหน้า')
  expect(sheet?.rows.map(({ rowNumber, cells }) => [rowNumber, ...cells])).toEqual([
    [1, 'รายงานความก้าวหน้า Re-X-Ray'],
    [2, 'อำเภอเมืองมุกดาหาร ข้อมูล ณ วันที่ 31 ม.ค. 2567'],
    [3, 'เลขรหัสประจำบ้าน', 'ครัวเรือน', 'เงินช่วยเหลือ (บาท)', 'วันที่สำรวจ'],
    [4, '49016512409', 160, 3000.5, '12/01/2567'],
    [5, '=HYPERLINK("http://x")', null, null, '-'],
  ])
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(xml).not.toContain('<f')
  expect(xml).toContain('<c r="A4"')
  expect(xml).toContain('<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>')
  expect(xml).toContain('<autoFilter ref="A3:D5"/>')
  const styles = strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array())
  expect(styles).toContain('TH Sarabun New')
})

test('the same content gives the same bytes', async () => {
  expect(await writeWorkbook({ sheets: [report] })).toEqual(await writeWorkbook({ sheets: [report] }))
})

test('sheet names are what Excel allows, and each once', () => {
  const long = 'รายงาน'.repeat(10)
  const names = sheetNames(['ก/ข:[ค]', "'", long, long, 'A', 'a', ''])
  expect(names).toEqual(['ก ข  ค', 'Sheet2', long.slice(0, 31), `${long.slice(0, 27)} (2)`, 'A', 'a (2)', 'Sheet7'])
  expect(columnLetters(0) + columnLetters(25) + columnLetters(26) + columnLetters(702)).toBe('AZAAAAA')
})

test('5,000 hostile texts come back unchanged, and not one became a formula', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code)), maxLength: 20 }),
    fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", '=cmd|'), fc.string()).map(parts => parts.join('')),
    fc
      .tuple(fc.constantFrom('_x0041_', '_x005F_', '_x000D_', ']]>', '&#x0;', '<f>1</f>'), fc.string())
      .map(parts => parts.join('')),
    fc.string({ unit: fc.integer({ min: 0xe01, max: 0xe5b }).map(code => String.fromCodePoint(code)) }),
  )
  const texts = fc.sample(hostile, 5_000)
  const rows = texts.map((text, at) => [at, text])
  const columns = [
    { heading: 'n', kind: 'number' as const },
    { heading: 'text', kind: 'text' as const },
  ]
  const bytes = await writeWorkbook({ sheets: [{ name: 'fuzz', columns, rows }] })
  const [sheet] = await readBack(bytes)
  const back = sheet?.rows.slice(1).map(({ cells }) => cells[1] ?? '')
  expect(back).toEqual(texts)
  expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toMatch(/<f[ >/]/)
})

test('a text longer than a cell holds is cut with an ellipsis', async () => {
  const bytes = await writeWorkbook({
    sheets: [{ name: 'x', columns: [{ heading: 'x', kind: 'text' }], rows: [['ก'.repeat(40_000)]] }],
  })
  const [sheet] = await readBack(bytes)
  expect(String(sheet?.rows[1]?.cells[0])).toBe(`${'ก'.repeat(32_766)}…`)
})

describe('streaming', () => {
  async function* manyRows(count: number) {
    for (let n = 0; n < count; n++) yield [String(n), n]
  }
  const content = (count: number) => ({
    sheets: [
      {
        name: 'a',
        columns: [
          { heading: 'ก', kind: 'text' as const },
          { heading: 'ข', kind: 'number' as const },
        ],
        rows: manyRows(count),
      },
      { name: 'b', columns: [], rows: [] },
    ],
  })

  test('waits for a slow reader and writes the same bytes', async () => {
    const pieces: Buffer[] = []
    let waiting = 0
    const slow = new Writable({
      highWaterMark: 1024,
      write(piece: Buffer, _, done) {
        waiting++
        setTimeout(() => {
          waiting--
          pieces.push(piece)
          done()
        }, 1)
      },
    })
    await streamWorkbook(content(30_000), slow)
    slow.end()
    await new Promise(resolve => slow.on('finish', resolve))
    expect(waiting).toBe(0)
    expect(Buffer.concat(pieces).equals(Buffer.from(await writeWorkbook(content(30_000))))).toBe(true)
    const [sheet] = await readBack(Buffer.concat(pieces))
    expect(sheet?.rows.length).toBe(30_001)
    expect(sheet?.rows.at(-1)?.cells).toEqual(['29999', 29_999])
  })

  test('says so when the reader goes away', async () => {
    let taken = 0
    const gone = new Writable({
      highWaterMark: 16,
      write(_piece, _encoding, done) {
        done(++taken > 2 ? new Error('connection lost') : null)
      },
    })
    await expect(streamWorkbook(content(200_000), gone)).rejects.toThrow('connection lost')
  })
})

/** Where Python is at hand it reads the file; elsewhere an XML parser that is not our reader's way through it. */
const partsReadByPython = (bytes: Uint8Array): number | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-'))
  try {
    const file = join(folder, 'report.xlsx')
    writeFileSync(file, bytes)
    const script =
      'import sys,zipfile,xml.etree.ElementTree as E\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n[E.fromstring(z.read(n)) for n in z.namelist()]\nprint(len(z.namelist()))'
    const python = spawnSync('python3', ['-c', script, file])
    if (python.error) return undefined
    if (python.status !== 0) throw new Error(python.stderr.toString())
    return Number(python.stdout.toString())
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('every part is well formed for another reader of zip and XML', async () => {
  const bytes = await writeWorkbook({ sheets: [report, { ...report, name: 'ก & ข' }] })
  const parts = Object.values(unzipSync(bytes))
  for (const part of parts) new SaxesParser({ xmlns: true }).write(strFromU8(part)).close()
  expect(parts).toHaveLength(7)
  expect(partsReadByPython(bytes) ?? 7).toBe(7)
})
