import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../ledger/day.ts'
import {
  plantSheet,
  SAMPLE_AGENCIES,
  SAMPLE_AREAS,
  SAMPLE_HEADINGS,
  SAMPLE_KINDS,
  sampleCells,
} from './planted-sheet.ts'
import { type BaselineOptions, readBaseline } from './read-baseline.ts'
import type { SheetCell, SheetRow } from './sheet-row.ts'

const CATALOGUE = { kinds: SAMPLE_KINDS, agencies: SAMPLE_AGENCIES, areas: SAMPLE_AREAS }

const read = (rows: readonly SheetRow[], options: Partial<BaselineOptions> = {}) =>
  readBaseline(rows, { ...CATALOGUE, ...options })

const sheet = (...rows: readonly (readonly SheetCell[])[]): SheetRow[] =>
  rows.map((cells, at) => ({ rowNumber: at + 1, cells }))

const readOffice = (headings: readonly string[], ...rows: readonly (readonly SheetCell[])[]) =>
  read(sheet(headings, ...rows))

describe('the sheet with twelve planted faults', () => {
  const planted = plantSheet()
  const reading = read(planted.rows)

  test('each fault gets its verdict and its reason; no other row is stopped', () => {
    expect(planted.faults).toHaveLength(12)
    for (const fault of planted.faults) {
      const verdict = reading.verdicts.find(({ rowNumber }) => rowNumber === fault.row)
      expect(verdict?.verdict).toBe(fault.verdict)
      expect(verdict?.reasons.map(({ code }) => code)).toContain(fault.code)
    }
    const faulty = new Set(planted.faults.map(({ row }) => row))
    const others = reading.verdicts.filter(({ rowNumber, verdict }) => verdict !== 'skip' && !faulty.has(rowNumber))
    expect(others.filter(({ verdict }) => verdict !== 'accept')).toEqual([])
  })

  test('the counts add up', () => {
    expect(reading.totals).toEqual({
      rows: 124,
      dataRows: 120,
      accept: 108,
      warn: 6,
      review: 2,
      reject: 4,
      skip: 4,
      households: 40,
      householdsInFile: 40,
      problems: 114,
    })
  })

  test('a reason names row and column, and says what to do', () => {
    const tambon = reading.verdicts.flatMap(({ reasons }) => reasons).find(({ code }) => code === 'tambon-unknown')
    expect(tambon?.messageTh).toMatch(/^แถวที่ \d+ ช่อง "ตำบล": ไม่พบตำบลนี้ในอำเภอ \("ไม่มีจริง"\)$/)
    expect(tambon?.remedyTh).toContain('ตรวจสอบชื่อตำบล')
  })

  test('no message repeats a national number, name or phone', () => {
    const messages = JSON.stringify(reading.verdicts)
    expect(messages).not.toMatch(/3310017034917|372550916248|0685339398433|สมศักดิ์|0810000/)
  })

  test('reading it again, or a part of it, gives the same keys', () => {
    const again = read(planted.rows)
    expect(again.households).toEqual(reading.households)
    const part = read([...planted.rows.slice(0, 3), ...planted.rows.slice(60)])
    const keys = new Set(reading.households.map(({ key }) => key))
    expect(part.households.length).toBeGreaterThan(15)
    for (const { key } of part.households) expect(keys).toContain(key)
    expect(reading.households[0]?.key).toBe('49010502|49010000001|1')
    expect(reading.households[0]?.problems[0]?.key).toMatch(/^49010502\|49010000001\|1\|P\d{3}$/)
  })

  test('a person decides: the rows come in, and no key changes', () => {
    expect(reading.questions.map(({ about, wording, rows }) => [about, wording, rows.length])).toEqual([
      ['wording', 'อยากได้ความเป็นธรรมเรื่องวัวหาย', 1],
      ['status', '??', 1],
    ])
    const decided = read(planted.rows, {
      decisions: { wordings: { 'อยากได้ความเป็นธรรม เรื่องวัวหาย': 'P603' }, statuses: { '??': 'OPEN' } },
    })
    expect(decided.totals).toMatchObject({ review: 0, accept: 110, warn: 6, problems: 116 })
    expect(decided.households.map(({ key }) => key)).toEqual(reading.households.map(({ key }) => key))
    const row = reading.questions[1]?.rows[0] ?? 0
    const left = read(planted.rows, { decisions: { rows: { [row]: 'skip' } } })
    expect(left.totals).toMatchObject({ review: 1, skip: 5, dataRows: 120 })
  })

  test('a decision for a kind nobody knows decides nothing', () => {
    const decided = read(planted.rows, { decisions: { wordings: { อยากได้ความเป็นธรรมเรื่องวัวหาย: 'P000' } } })
    expect(decided.totals.review).toBe(2)
  })
})

describe('other offices’ sheets', () => {
  const expected = {
    areaCode: '49010507',
    houseNumber: '97/1',
    head: { title: 'นางสาว', firstName: 'สมหญิง', lastName: 'ใจดี' },
    problems: [{ kindCode: 'P204', state: 'RESOLVED', solvedOn: '2022-11-03', surveyedOn: '2022-05-06' }],
  }

  test('name and address in one cell, Thai digits, dates in words', () => {
    const reading = readOffice(
      ['ที่', 'ชื่อ-สกุล', 'ที่อยู่', 'ปัญหา/ความต้องการ', 'ผลการดำเนินงาน', 'วันที่สำรวจพบ', 'วันที่แล้วเสร็จ'],
      [
        '๑',
        'น.ส.สมหญิง  ใจดี',
        'บ้านเลขที่ ๙๗/๑ หมู่ที่ ๗ ตำบลโพนทราย อำเภอเมืองมุกดาหาร จังหวัดมุกดาหาร ๔๙๐๐๐',
        'ไม่มีส้วม',
        'แก้ไขแล้วเสร็จ',
        '๖ พ.ค. ๒๕๖๕',
        '3 พฤศจิกายน พ.ศ. 2565',
      ],
    )
    expect(reading.households).toMatchObject([expected])
    expect(reading.verdicts[1]?.verdict).toBe('accept')
  })

  test('two rows of headings, other order, true dates, abbreviations', () => {
    const reading = read(
      sheet(
        ['บัญชีครัวเรือน'],
        ['ลำดับที่', 'สภาพปัญหา', 'หัวหน้าครัวเรือน', null, null, 'ที่อยู่', null, null, null, 'การแก้ไข', null, 'วันที่สำรวจ'],
        [null, null, 'คำนำหน้า', 'ชื่อ', 'สกุล', 'เลขที่', 'ม.', 'ต.', 'อ.', 'สถานะ', 'วันที่', null],
        [
          1,
          'ส้วมไม่ถูกสุขลักษณะ/ไม่มีส้วม',
          'นางสาว',
          'สมหญิง',
          'ใจดี',
          '97/1',
          'ม.7',
          'ต.โพนทราย',
          'อ.เมือง',
          'แก้ไขแล้ว',
          { day: '2022-11-03' as Day },
          { day: '2565-05-06' as Day },
        ],
      ),
      { decisions: { wordings: { 'ส้วมไม่ถูกสุขลักษณะ/ไม่มีส้วม': 'P204' } } },
    )
    expect(reading.verdicts.map(({ verdict }) => verdict)).toEqual(['skip', 'skip', 'skip', 'accept'])
    expect(reading.households).toMatchObject([expected])
  })

  const SHORT = ['รหัสบ้าน', 'บ้านเลขที่', 'หมู่', 'ตำบล', 'อำเภอ', 'ชื่อ', 'นามสกุล', 'ปัญหา', 'สถานะ']
  const HOUSE = ['49016512409', '97', '7', 'โพนทราย', 'เมืองมุกดาหาร', 'สมหญิง', 'ใจดี'] as const
  const BLANK = [null, '', null, null, null, ' ', null] as const

  test('a household’s cells left blank on its further rows are filled from above, a blank row between or not', () => {
    const reading = readOffice(
      SHORT,
      [...HOUSE, 'หนี้นอกระบบ', 'ช่วยเหลือแล้ว'],
      [...BLANK, 'ถนน', 'กำลังดำเนินการ'],
      [],
      [...BLANK, 'ไม่มีส้วม', ''],
    )
    expect(reading.households).toHaveLength(1)
    expect(reading.households[0]?.problems.map(({ kindCode, state }) => [kindCode, state])).toEqual([
      ['P411', 'ASSISTED'],
      ['P213', 'IN_PROGRESS'],
      ['P204', 'OPEN'],
    ])
    expect(reading.households[0]?.sourceRows).toEqual([2, 3, 5])
    expect(reading.verdicts.map(({ verdict }) => verdict)).toEqual(['skip', 'accept', 'accept', 'skip', 'warn'])
  })

  test('a row with some household cells but not enough is rejected, not given to the house above', () => {
    const reading = readOffice(
      SHORT,
      [...HOUSE, 'หนี้นอกระบบ', ''],
      [null, null, '7', 'โพนทราย', 'เมืองมุกดาหาร', null, null, 'ถนน', ''],
    )
    expect(reading.verdicts[2]).toMatchObject({
      verdict: 'reject',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'household-unknown' })]),
    })
  })

  test('after a total nothing is filled from above it', () => {
    const reading = readOffice(
      SHORT,
      [...HOUSE, 'หนี้นอกระบบ', 'แก้ไขแล้ว'],
      ['รวม 1 ครัวเรือน'],
      [...BLANK, 'ถนน', 'แก้ไขแล้ว'],
    )
    expect(reading.verdicts.map(({ verdict }) => verdict)).toEqual(['skip', 'accept', 'skip', 'reject'])
  })

  test('headings printed again on the next page, remarks and signatures hold no data', () => {
    const reading = readOffice(
      SHORT,
      [...HOUSE, 'หนี้นอกระบบ', 'แก้ไขแล้ว'],
      SHORT,
      ['หมายเหตุ: ข้อมูลเบื้องต้น'],
      ['ยอดรวมทั้งสิ้น', 1],
    )
    expect(reading.verdicts.slice(2).map(({ reasons }) => reasons[0]?.code)).toEqual([
      'heading-row',
      'remark-row',
      'total-row',
    ])
  })

  test('two families under one house code are two households, a slip in the name is one', () => {
    const other = [...HOUSE.slice(0, 5), 'บุญล้อม', 'คำภูเมือง']
    const slip = [...HOUSE.slice(0, 5), 'นาง สมหญิ่ง', 'ใจดี']
    const reading = readOffice(
      SHORT,
      [...HOUSE, 'หนี้นอกระบบ', 'แก้ไขแล้ว'],
      [...other, 'ถนน', 'แก้ไขแล้ว'],
      [...slip, 'ไม่มีส้วม', 'แก้ไขแล้ว'],
    )
    expect(reading.households.map(({ key, sourceRows }) => [key, sourceRows])).toEqual([
      ['49010507|49016512409|1', [2, 4]],
      ['49010507|49016512409|2', [3]],
    ])
    expect(reading.verdicts.map(({ verdict }) => verdict)).toEqual(['skip', 'accept', 'warn', 'accept'])
    expect(reading.verdicts[2]?.reasons[0]?.code).toBe('second-family')
  })

  test('without a code, house number and head hold a household together; a later row may bring the code', () => {
    const noCode = ['', ...HOUSE.slice(1)]
    const neighbour = ['', '97', '7', 'โพนทราย', 'เมืองมุกดาหาร', 'บุญล้อม', 'คำภูเมือง']
    const reading = readOffice(
      SHORT,
      [...noCode, 'หนี้นอกระบบ', 'แก้ไขแล้ว'],
      [...neighbour, 'ถนน', 'แก้ไขแล้ว'],
      [...HOUSE, 'ไม่มีส้วม', 'แก้ไขแล้ว'],
    )
    expect(reading.households.map(({ key, sourceRows }) => [key, sourceRows])).toEqual([
      ['49010507|49016512409|1', [2, 4]],
      [expect.stringMatching(/^49010507\|97~[0-9a-f]{8}\|1$/), [3]],
    ])
    expect(reading.households[1]?.key).not.toContain('บุญ')
  })

  test('a code typed as text is believed over one Excel made a number, whichever comes first', () => {
    const recovered = [49_012_345_678, ...HOUSE.slice(1), 'หนี้นอกระบบ', 'แก้ไขแล้ว']
    const reading = readOffice(SHORT, recovered, [...HOUSE, 'ถนน', 'แก้ไขแล้ว'])
    expect(reading.households.map(({ key }) => key)).toEqual(['49010507|49016512409|1'])
  })

  test('a letter dropped from the head’s first name makes no second family', () => {
    const slip = [...HOUSE.slice(0, 5), 'สมหิง', 'ใจดี']
    expect(readOffice(SHORT, [...HOUSE, 'หนี้นอกระบบ', 'แก้ไขแล้ว'], [...slip, 'ถนน', 'แก้ไขแล้ว']).households).toHaveLength(
      1,
    )
  })

  test('house numbers 18/94 and 189/4 are two houses', () => {
    const at = (house: string) => ['', house, ...HOUSE.slice(2), 'หนี้นอกระบบ', 'แก้ไขแล้ว']
    expect(readOffice(SHORT, at('18/94'), at('189/4')).households).toHaveLength(2)
  })

  test('one problem told twice is one problem, and the less finished state is believed', () => {
    const reading = readOffice(
      SHORT,
      [...HOUSE, 'ไม่มีส้วม', 'แก้ไขแล้ว'],
      [...HOUSE, 'ไม่มีส้วม/ส้วมไม่ถูกสุขลักษณะ', 'ยังไม่ได้ดำเนินการ'],
    )
    expect(reading.households[0]?.problems).toMatchObject([{ kindCode: 'P204', state: 'OPEN', sourceRow: 3 }])
    expect(reading.verdicts[2]).toMatchObject({ verdict: 'warn', reasons: [{ code: 'duplicate-problem' }] })
  })

  test('a house number that Excel made a date is read back', () => {
    const reading = readOffice(SHORT, ['', { day: '2022-02-05' as Day }, ...HOUSE.slice(2), 'ไม่มีส้วม', 'แก้ไขแล้ว'])
    expect(reading.households[0]?.houseNumber).toBe('5/2')
    expect(reading.verdicts[1]?.verdict).toBe('warn')
  })

  test('a likely wording is imported with a warning', () => {
    const reading = readOffice(SHORT, [...HOUSE, 'บ้านทรุดโทม ไม่มั่นคงแข็งแรง', 'แก้ไขแล้ว'])
    expect(reading.households[0]?.problems[0]?.kindCode).toBe('P201')
    expect(reading.verdicts[1]).toMatchObject({ verdict: 'warn', reasons: [{ code: 'wording-likely' }] })
  })

  test('a sheet of one tambon need not name it, and dates after today are refused', () => {
    const headings = ['บ้านเลขที่', 'หมู่', 'ชื่อ-สกุล', 'ปัญหา', 'วันที่สำรวจ']
    const rows = sheet(
      headings,
      ['97', '7', 'สมหญิง ใจดี', 'ถนน', '6/5/65'],
      ['98', '7', 'ทองใบ คนไว', 'ถนน', '6/5/2569'],
    )
    const reading = read(rows, { within: '490105', today: '2024-01-31' as Day })
    expect(reading.households).toMatchObject([{ areaCode: '49010507', surveyedOn: '2022-05-06' }])
    expect(reading.verdicts[2]?.reasons[0]?.code).toBe('surveyed-after-today')
  })

  test('a mapping made by hand takes the place of the headings', () => {
    const rows = sheet(['x', 'y', 'z', 'w'], ['97', 'หนองบัว', 'ดงหลวง', 'หนี้นอกระบบ'])
    const mapping = {
      fields: { 0: 'houseNumber', 1: 'tambon', 2: 'district', 3: 'problem' } as const,
      lastHeadingRow: 1,
    }
    expect(read(rows, { mapping }).households).toMatchObject([{ areaCode: '49040200', houseNumber: '97' }])
  })
})

test('whatever is in the cells, every row gets one verdict, in order, and the counts add up', () => {
  const oddCell: fc.Arbitrary<SheetCell> = fc.oneof(
    fc.constant(null),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('รวม', 'หมายเหตุ', '-', '??', '31/02/2565', '4.9E+10', 'ไม่มีส้วม', 'โพนทราย', ...SAMPLE_HEADINGS),
    fc.double(),
    fc.boolean(),
    fc.constant({ day: '2565-05-06' as Day }),
  )
  const row = fc.oneof(
    fc.array(oddCell, { maxLength: 22 }),
    fc.tuple(fc.nat(60), fc.nat(2), fc.nat(19), oddCell).map(([n, p, at, cell]) => {
      const cells: SheetCell[] = sampleCells(n, p)
      cells[at] = cell
      return cells
    }),
  )
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.boolean(), (cells, withHeadings) => {
      const rows = sheet(...(withHeadings ? [[...SAMPLE_HEADINGS]] : []), ...cells)
      const { verdicts, totals, households } = read(rows)
      expect(verdicts.map(({ rowNumber }) => rowNumber)).toEqual(rows.map(({ rowNumber }) => rowNumber))
      expect(totals.accept + totals.warn + totals.review + totals.reject + totals.skip).toBe(rows.length)
      const imported = households.flatMap(({ sourceRows }) => sourceRows).sort((a, b) => a - b)
      const accepted = verdicts.filter(({ verdict }) => verdict === 'accept' || verdict === 'warn')
      expect(imported).toEqual(accepted.map(({ rowNumber }) => rowNumber))
      expect(new Set(households.map(({ key }) => key)).size).toBe(households.length)
    }),
    { numRuns: 300 },
  )
})

test('rows of places outside the area of whoever imports are refused, and say so', () => {
  const { rows, dataRows } = plantSheet(12)
  const inside = read(rows, { onlyIn: '4901' })
  expect(inside.totals).toEqual(read(rows).totals)
  const outside = read(rows, { onlyIn: '4906' })
  expect(outside.totals).toMatchObject({ households: 0, reject: dataRows })
  expect(outside.verdicts[3]?.reasons[0]).toMatchObject({ code: 'outside-your-area', field: 'tambon' })
})

test('20,000 rows take a few seconds, and twice the rows about twice the time', () => {
  const time = (households: number) => {
    const { rows } = plantSheet(households)
    const from = performance.now()
    const { totals } = read(rows)
    expect(totals.dataRows).toBe(households * 3)
    expect(totals.householdsInFile).toBe(households)
    return performance.now() - from
  }
  time(500)
  const half = time(3_334)
  const whole = time(6_667)
  expect(whole).toBeLessThan(8_000)
  expect(whole / half).toBeLessThan(4)
})

test('twenty thousand families under one house number stay quick', () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => {
    const cells = sampleCells(n, 0)
    cells[1] = n % 2 === 0 ? '49010000001' : null
    cells[2] = '1'
    cells[3] = 1
    cells[10] = `ชื่อ${String(n)}${n % 97}`
    cells[11] = `สกุล${(n * 31) % 9973}`
    return cells
  })
  const from = performance.now()
  read(sheet(SAMPLE_HEADINGS, ...rows))
  expect(performance.now() - from).toBeLessThan(15_000)
})
