import { randomBytes } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readSpreadsheet } from './read-spreadsheet.ts'
import type { Spreadsheet } from './spreadsheet.ts'
import { DEFAULT_LIMITS } from './spreadsheet-limits.ts'
import { SPREADSHEET_REFUSALS } from './spreadsheet-refusal.ts'
import { packWorkbook, type RawWorkbook } from './workbook-sample.ts'

const read = async (bytes: Uint8Array, fileName = 'baseline.xlsx'): Promise<Spreadsheet> => {
  const outcome = await readSpreadsheet(bytes, fileName)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

const readCells = async (xml: string, others: Partial<RawWorkbook> = {}) =>
  (await read(packWorkbook({ sheets: [{ name: 'A', xml }], ...others }))).sheets[0]?.rows

const csv = async (text: string | Uint8Array, fileName = 'register.csv') =>
  read(typeof text === 'string' ? strToU8(text) : text, fileName)

describe('cells of a workbook', () => {
  test('shared, rich, inline and formula strings; readings above characters are left out', async () => {
    const rows = await readCells(
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>บ้าน</t></r><r><t>คำฮี</t></r><rPh sb="0" eb="1"><t>อ่าน</t></rPh></is></c><c r="D1" t="str"><f>A1</f><v>ผล</v></c></row></sheetData>',
      {
        sharedStrings:
          '<si><t xml:space="preserve"> นาย </t></si><si><r><rPr><b/></rPr><t>โพน</t></r><r><t>ทราย</t></r><rPh sb="0" eb="1"><t>อ่าน</t></rPh></si>',
      },
    )
    expect(rows).toEqual([{ rowNumber: 1, cells: [' นาย ', 'โพนทราย', 'บ้านคำฮี', 'ผล'] }])
  })

  test('numbers stay exact, booleans and errors are told apart', async () => {
    const rows = await readCells(
      '<sheetData><row r="1"><c r="A1"><v>49012345678</v></c><c r="B1"><v>4.9012345678E10</v></c><c r="C1"><v>0.1</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1"/></row></sheetData>',
    )
    expect(rows?.[0]?.cells).toEqual([49012345678, 49012345678, 0.1, true, '#N/A'])
  })

  test('cells and rows without a reference follow the one before; gaps are null', async () => {
    const rows = await readCells(
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row/><row><c t="str"><v>x</v></c></row></sheetData>',
    )
    expect(rows).toEqual([
      { rowNumber: 1, cells: [1, 2] },
      { rowNumber: 5, cells: [null, null, 3, 4] },
      { rowNumber: 7, cells: ['x'] },
    ])
  })

  const dayStyles =
    '<numFmts count="4"><numFmt numFmtId="164" formatCode="[$-107041E]d\\ mmm\\ bbbb"/><numFmt numFmtId="165" formatCode="#,##0.00&quot; days&quot;"/><numFmt numFmtId="166" formatCode="hh:mm"/><numFmt numFmtId="167" formatCode="ว ดดด ปปปป"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>'

  test('numbers shown as days are days: built in, Buddhist and Thai formats; times and units are not', async () => {
    const cell = (style: number, value: number) => `<c s="${style}"><v>${value}</v></c>`
    const rows = await readCells(
      `<sheetData><row r="1">${cell(0, 44687)}${cell(1, 44687)}${cell(2, 44687.5)}${cell(3, 44687)}${cell(4, 0.5)}${cell(5, 44687)}${cell(1, 60)}<c t="d"><v>2022-05-06T00:00:00</v></c></row></sheetData>`,
      { styles: dayStyles },
    )
    const day = { day: '2022-05-06' }
    expect(rows?.[0]?.cells).toEqual([44687, day, day, 44687, 0.5, day, 60, day])
  })

  test('the 1904 calendar', async () => {
    const rows = await readCells('<sheetData><row r="1"><c s="1"><v>43225</v></c></row></sheetData>', {
      styles: dayStyles,
      workbookProperties: '<workbookPr date1904="1"/>',
    })
    expect(rows?.[0]?.cells).toEqual([{ day: '2022-05-06' }])
  })

  test('merged downwards fills the cells below, merged sideways does not', async () => {
    const rows = await readCells(
      '<sheetData><row r="1"><c r="A1" t="str"><v>ชื่อรายงาน</v></c></row><row r="2"><c r="A2" t="str"><v>189/4</v></c><c r="B2"><v>1</v></c></row><row r="3"><c r="A3"/><c r="B3"><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/></mergeCells>',
    )
    expect(rows?.map(({ cells }) => cells)).toEqual([['ชื่อรายงาน'], ['189/4', 1], ['189/4', 2], [null, 3]])
  })

  test('prefixed XML, as some exporters write it, and characters Excel escapes', async () => {
    const rows = await readCells(
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>ก_x000D_ข_x005F_x0041_</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    )
    expect(rows?.[0]?.cells).toEqual(['ก\rข_x0041_'])
  })

  test('hidden sheets are read and marked', async () => {
    const xml = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    const { sheets } = await read(
      packWorkbook({
        sheets: [
          { name: 'ครัวเรือน', xml },
          { name: 'ซ่อน', xml, state: 'hidden' },
          { name: 'ลับ', xml, state: 'veryHidden' },
        ],
      }),
    )
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['ครัวเรือน', false],
      ['ซ่อน', true],
      ['ลับ', true],
    ])
  })
})

describe('CSV', () => {
  const thai = 'ชื่อ,หมู่ที่\nนายสมศักดิ์,๙\n'
  test.each([
    ['UTF-8', strToU8(thai), 'utf-8'],
    ['UTF-8 with a mark', strToU8(`\uFEFF${thai}`), 'utf-8'],
    ['Windows-874', iconv.encode(thai, 'windows-874'), 'windows-874'],
    ['UTF-16 little end first', iconv.encode(thai, 'utf16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 big end first', iconv.encode(thai, 'utf16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16 without a mark', iconv.encode(thai, 'utf16le'), 'utf-16le'],
  ])('%s', async (_, bytes, encoding) => {
    const sheet = await csv(bytes)
    expect(sheet.encoding).toBe(encoding)
    expect(sheet.sheets[0]).toEqual({
      name: 'register',
      hidden: false,
      rows: [
        { rowNumber: 1, cells: ['ชื่อ', 'หมู่ที่'] },
        { rowNumber: 2, cells: ['นายสมศักดิ์', '๙'] },
      ],
    })
  })

  test.each([
    [
      'semicolons',
      'a;b,c;d\n1;2,5;3\n',
      [
        ['a', 'b,c', 'd'],
        ['1', '2,5', '3'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1,5\t2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    ['named by Excel', 'sep=|\na|b\n', [['a', 'b']]],
    ['quotes, line ends within, doubled quotes', '"a\nb","c ""d""",e\r\n', [['a\nb', 'c "d"', 'e']]],
    ['leading zeros and blanks', '012,,="0812"\n,,\n3\n', [['012', null, '0812'], ['3']]],
    [
      'no line end at the end, blank last field',
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', null],
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect((await csv(text)).sheets[0]?.rows.map(({ cells }) => cells)).toEqual(expected)
  })

  test('a quote never closed ends with the file', async () => {
    expect((await csv('a,"b\nc')).sheets[0]?.rows).toEqual([{ rowNumber: 1, cells: ['a', 'b\nc'] }])
  })

  test('blank records count in the numbering', async () => {
    expect((await csv('a,b\n\n1,2\n')).sheets[0]?.rows.map(({ rowNumber }) => rowNumber)).toEqual([1, 3])
  })
})

describe('refused, with a sentence that says what to do', () => {
  const small = { ...DEFAULT_LIMITS, partBytes: 1_000_000, fileBytes: 2_000_000 }
  const bomb = packWorkbook({ sheets: [{ name: 'A', xml: `<sheetData>${' '.repeat(3_000_000)}</sheetData>` }] })
  const oneCell = packWorkbook({ sheets: [{ name: 'A', xml: '<sheetData><row><c><v>1</v></c></row></sheetData>' }] })
  const encrypted = oneCell.slice()
  for (let at = 0; at + 4 < encrypted.length; at++) {
    if (encrypted[at] === 0x50 && encrypted[at + 1] === 0x4b && encrypted[at + 2] === 1) encrypted[at + 8] = 1
  }
  const ole = (name: string) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(name, 'utf16le')])

  test.each([
    ['nothing', new Uint8Array(), 'file-empty'],
    ['a workbook without cells', packWorkbook({ sheets: [{ name: 'A', xml: '<sheetData/>' }] }), 'file-empty'],
    ['a zip of something else', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'not-a-spreadsheet'],
    ['a page', strToU8('<html><table></table></html>'), 'not-a-spreadsheet'],
    ['a PDF', strToU8('%PDF-1.7'), 'not-a-spreadsheet'],
    [
      'a picture',
      Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), randomBytes(4000)]),
      'not-a-spreadsheet',
    ],
    ['an .xls', ole('Workbook'), 'old-excel-format'],
    ['an encrypted workbook', ole('EncryptedPackage'), 'password-protected'],
    ['an encrypted zip', encrypted, 'password-protected'],
    ['a workbook cut short', oneCell.slice(0, oneCell.length - 100), 'workbook-broken'],
    ['broken XML', packWorkbook({ sheets: [{ name: 'A', xml: '<sheetData><row></sheetData>' }] }), 'workbook-broken'],
    ['more than it says', bomb, 'file-too-large'],
    ['a large file', new Uint8Array(2_000_001).fill(65), 'file-too-large'],
  ] as const)('%s', async (_, bytes, code) => {
    const outcome = await readSpreadsheet(bytes, 'x.xlsx', small)
    expect(outcome).toMatchObject({ ok: false, code })
    expect(SPREADSHEET_REFUSALS[code].th).toMatch(/ไฟล์/)
  })

  test('a damaged workbook is refused, never half read or thrown about', async () => {
    const good = packWorkbook({
      sheets: [{ name: 'A', xml: `<sheetData>${'<row><c t="str"><v>ก</v></c></row>'.repeat(50)}</sheetData>` }],
    })
    for (let seed = 0; seed < 400; seed++) {
      const bad = good.slice()
      bad[(seed * 7919) % bad.length] = (seed * 31 + 7) % 256
      const outcome = await readSpreadsheet(bad, 'x.xlsx')
      if (!outcome.ok) expect(Object.keys(SPREADSHEET_REFUSALS)).toContain(outcome.code)
    }
  })
})
