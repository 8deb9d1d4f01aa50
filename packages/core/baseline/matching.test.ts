import { describe, expect, test } from 'vitest'
import { createAgencyFinder } from './match-agency.ts'
import { createAreaMatcher } from './match-area.ts'
import { createWordingMatcher, findDimension } from './match-problem-wording.ts'
import { findProblemState } from './match-status.ts'
import { SAMPLE_AGENCIES, SAMPLE_AREAS, SAMPLE_HEADINGS, SAMPLE_KINDS } from './planted-sheet.ts'
import { readAddress } from './read-address.ts'
import { recogniseColumns } from './recognise-columns.ts'
import type { SheetCell } from './sheet-row.ts'

describe('problem wordings', () => {
  const matcher = createWordingMatcher([
    ...SAMPLE_KINDS,
    { code: 'P901', dimension: 'D1', th: 'ขาดแคลนน้ำ/น้ำดื่ม' },
    { code: 'P903', dimension: 'D1', th: 'ผู้ป่วยขาดผู้ดูแล/ติดเตียง' },
    { code: 'P904', dimension: 'D4', th: 'ผู้ป่วยขาดผู้ดูแล/ขาดรายได้ประจำทุกเดือน' },
    { code: 'P902', dimension: 'D4', th: 'ขาดแคลนน้ำ/น้ำเพื่อการเกษตร' },
  ])

  test.each([
    ['ไม่มีส้วม/ส้วมไม่ถูกสุขลักษณะ', 'exact', 'P204'],
    [' ไม่มีส้วม / ส้วม  ไม่ถูกสุขลักษณะ ', 'exact', 'P204'],
    ['ไม่มีส้วม', 'sure', 'P204'],
    ['ถนน', 'sure', 'P213'],
    ['ไม่มีบัตรประชาชน/บัตรหมดอายุ', 'sure', 'P501'],
    ['ป่วยร้ายแรง มีค่าใช้จ่ายสูง', 'sure', 'P109'],
    ['ไม่มีสิทธิในที่ดินที่ปลูกบ้าน', 'sure', 'P203'],
    ['ไม่มีสิทธิในที่ดินที่ปลูกบ้าน (ที่สาธารณะ', 'sure', 'P203'],
    ['คนอายุ ๑๕-๕๙ ปี อ่านเขียนภาษาไทย', 'sure', 'P308'],
    ['1. หนี้นอกระบบ', 'exact', 'P411'],
    ['P204', 'exact', 'P204'],
    ['P204 ส้วม', 'exact', 'P204'],
    ['เด็กวัยเรียนไม่ได้เรียน', 'likely', 'P302'],
    ['บ้านทรุดโทม ไม่มั่นคงแข็งแรง', 'likely', 'P201'],
    ['เดินทางไปรับการรักษาลําบาก/ไม่มีค่าเดินทาง', 'exact', 'P113'],
  ])('%s → %s %s', (wording, confidence, kindCode) => {
    expect(matcher.match(wording)).toMatchObject({ confidence, kindCode })
  })

  test('a cut that two kinds share is told apart by the dimension, or left to a person with both offered', () => {
    expect(matcher.match('ขาดแคลนน้ำ', 'รายได้')).toMatchObject({ confidence: 'sure', kindCode: 'P902' })
    const open = matcher.match('ขาดแคลนน้ำ')
    expect(open).toMatchObject({ confidence: 'review', kindCode: null })
    expect(open.candidates.slice(0, 2).map(({ kindCode }) => kindCode)).toEqual(['P901', 'P902'])
    expect(matcher.match('ขาดแคลนน้ำ', 'การศึกษา').kindCode).toBeNull()
    expect(matcher.match('ผู้ป่วยขาดผู้ดูแล').kindCode).toBeNull()
  })

  test.each([['อยากได้ความเป็นธรรมเรื่องวัวหาย'], ['ไม่มี'], ['อื่น ๆ'], ['บ้าน'], ['ทดสอบ']])(
    '%s waits for a person',
    wording => {
      const match = matcher.match(wording)
      expect(match).toMatchObject({ confidence: 'review', kindCode: null })
      expect(match.candidates.length).toBeLessThanOrEqual(5)
    },
  )

  test('dimensions in words', () => {
    expect(['มิติด้านสุขภาพ', '4. รายได้', 'd5', 'สังคม / ความปลอดภัย', 'x'].map(findDimension)).toEqual([
      'D1',
      'D4',
      'D5',
      'D6',
      undefined,
    ])
  })
})

describe('statuses', () => {
  test.each([
    ['ยังไม่ได้ดำเนินการ', 'OPEN'],
    ['อยู่ระหว่างดำเนินการ', 'IN_PROGRESS'],
    ['แก้ไขไม่แล้วเสร็จ', 'IN_PROGRESS'],
    ['ช่วยเหลือแล้ว', 'ASSISTED'],
    ['แก้ไขแล้ว', 'RESOLVED'],
    ['1) แก้ไขแล้ว', 'RESOLVED'],
    ['แก้ไขได้ด้วยตนเอง', 'SELF_RESOLVED'],
    ['ไม่สามารถแก้ไขได้', 'UNRESOLVABLE'],
  ])('%s → %s', (wording, state) => {
    expect(findProblemState(wording)).toBe(state)
  })

  test.each([['??'], [''], ['แก้ไขแล้วแต่เกิดซ้ำ'], ['ดำเนินการแล้ว'], ['รอ']])('%o is left to a person', wording => {
    expect(findProblemState(wording)).toBeUndefined()
  })
})

describe('places', () => {
  const matcher = createAreaMatcher([...SAMPLE_AREAS, { code: '49010507', th: 'บ้านคำฮี' }])
  const words = {
    province: 'มุกดาหาร',
    district: 'เมืองมุกดาหาร',
    tambon: 'โพนทราย',
    moo: '7',
    villageName: '',
    areaCode: '',
  }
  const match = (change: Partial<typeof words>) => matcher.match({ ...words, ...change })

  test.each([
    [{}, '49010507', false],
    [{ province: 'จ.มุกดาหาร', district: 'อ.เมือง', tambon: 'ต.โพนทราย', moo: 'หมู่ที่ ๗' }, '49010507', false],
    [{ province: '' }, '49010507', false],
    [{ province: 'Mukdahan', district: 'Mueang Mukdahan', tambon: 'Phon Sai' }, '49010507', false],
    [{ district: 'หว้านใหญ่', tambon: 'ว่านใหญ่', moo: '1' }, '49060101', true],
    [{ district: 'ว่านใหญ่', tambon: 'ชะโนด', moo: '1' }, '49060401', true],
    [{ moo: '' }, '49010500', false],
    [{ moo: '', villageName: 'คำฮี' }, '49010507', false],
    [{ district: '', tambon: 'หนองบัว' }, '49040207', false],
    [{ areaCode: '49010507', tambon: 'x' }, '49010507', false],
    [{ areaCode: '490105' }, '49010507', false],
  ])('%o → %s', (change, areaCode, respelled) => {
    expect(match(change)).toMatchObject({ ok: true, value: { areaCode, respelled } })
  })

  test.each([
    [{ tambon: 'ไม่มีจริง' }, 'tambon-unknown'],
    [{ tambon: 'หนองบัว' }, 'tambon-unknown'],
    [{ district: 'ไม่มีจริง' }, 'district-unknown'],
    [{ province: 'สกลนคร' }, 'province-unknown'],
    [{ tambon: '' }, 'area-missing'],
    [{ district: '' }, 'tambon-in-several-districts'],
    [{ moo: 'คำฮี' }, 'moo-not-understood'],
    [{ areaCode: '999999' }, 'area-code-unknown'],
  ])('%o is refused: %s', (change, code) => {
    expect(match(change)).toMatchObject({ ok: false, code })
  })

  test('a moo the tambon does not list is read, and said to be unknown', () => {
    expect(match({ moo: '8' })).toMatchObject({ value: { areaCode: '49010508', unknownMoo: true } })
    expect(match({ district: 'ดงหลวง', tambon: 'หนองบัว', moo: '8' })).toMatchObject({ value: { unknownMoo: false } })
  })
})

test.each([
  [
    'บ้านเลขที่ 97 หมู่ที่ 7 บ้านคำฮี ตำบลโพนทราย อำเภอเมืองมุกดาหาร จังหวัดมุกดาหาร 49000',
    '97',
    '7',
    'บ้านคำฮี',
    'โพนทราย',
    'เมืองมุกดาหาร',
    'มุกดาหาร',
  ],
  ['97/1 ม.7 ต.โพนทราย อ.เมือง จ.มุกดาหาร', '97/1', '7', '', 'โพนทราย', 'เมือง', 'มุกดาหาร'],
  ['๙๗/๑ ม.๗ต.โพนทราย อ.เมือง', '97/1', '7', '', 'โพนทราย', 'เมือง', ''],
  ['หมู่ 7 ต.โพนทราย', '', '7', '', 'โพนทราย', '', ''],
  ['', '', '', '', '', '', ''],
])('address %s', (text, houseNumber, moo, villageName, tambon, district, province) => {
  expect(readAddress(text)).toEqual({ houseNumber, moo, villageName, tambon, district, province })
})

test('agencies by name, part of a name, or code; a part two share names neither', () => {
  const find = createAgencyFinder([...SAMPLE_AGENCIES, { code: 'X', th: 'ศูนย์/รพ.' }])
  expect(['อปท. (อบต./เทศบาล/อบจ.)', 'อบต.', 'พมจ.', 'lao', 'รพ.', 'ไม่มีจริง'].map(find)).toEqual([
    'LAO',
    'LAO',
    'MSDHS',
    'LAO',
    undefined,
    undefined,
  ])
})

describe('headings', () => {
  const recognise = (...rows: readonly (readonly SheetCell[])[]) =>
    recogniseColumns(rows.map((cells, at) => ({ rowNumber: at + 1, cells })))

  test('below two titles', () => {
    const found = recognise(
      ['ข้อมูลครัวเรือนที่ประสบปัญหา ตำบลโพนทราย'],
      ['ข้อมูล ณ วันที่ ๓๐ กันยายน ๒๕๖๕'],
      [...SAMPLE_HEADINGS],
      ['1', '49016512409'],
    )
    expect(found).toMatchObject({
      confidence: 'sure',
      missing: [],
      unmapped: [],
      hasStatus: true,
      mapping: { lastHeadingRow: 3 },
    })
    expect(Object.keys(found.mapping.fields)).toHaveLength(20)
  })

  test('abbreviations, spacing, brackets and guesses', () => {
    const found = recognise([
      'ที่',
      'ชื่อ  -  สกุล',
      'เลข 13 หลัก',
      'รหัสบ้าน (11 หลัก)',
      'ม.',
      'ต.',
      'อ.',
      'ปัญหา / ความต้องการของครัวเรือน',
      'ผลการดำเนินงาน',
      'เลขที่บัญชี',
    ])
    expect(Object.values(found.mapping.fields)).toEqual([
      'ignored',
      'fullName',
      'nationalNumber',
      'houseCode',
      'moo',
      'tambon',
      'district',
      'problem',
      'status',
    ])
    expect(found.confidence).toBe('likely')
    expect(found.unmapped).toEqual(['เลขที่บัญชี'])
  })

  test('what is missing is said, and nothing is guessed from data', () => {
    expect(recognise(['ชื่อ', 'โทร', 'อำเภอ'])).toMatchObject({
      confidence: 'low',
      missing: ['problem', 'area'],
      hasStatus: false,
    })
    expect(recognise(['a', 'b'], ['1', '2'])).toMatchObject({
      confidence: 'low',
      missing: ['problem', 'house-or-name', 'area'],
      mapping: { fields: {}, lastHeadingRow: 0 },
    })
    expect(recognise()).toMatchObject({ confidence: 'low' })
  })

  test('a field stands in one column; the second is left for a person', () => {
    const found = recognise(['บ้านเลขที่', 'ตำบล', 'ปัญหา', 'สภาพปัญหา'])
    expect(found.mapping.fields).toEqual({ 0: 'houseNumber', 1: 'tambon', 2: 'problem' })
    expect(found.unmapped).toEqual(['สภาพปัญหา'])
  })
})
