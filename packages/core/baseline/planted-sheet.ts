import type { MatchableAgency } from './match-agency.ts'
import type { KnownArea } from './match-area.ts'
import type { MatchableKind } from './match-problem-wording.ts'
import type { RowReasonCode, Verdict } from './row-reason.ts'
import type { SheetCell, SheetRow } from './sheet-row.ts'

/*
 * For tests: a sheet as offices hand it over, made up and the same every time, with the twelve faults they come with.
 * No person in it exists.
 */

export const SAMPLE_KINDS: readonly MatchableKind[] = [
  { code: 'P109', dimension: 'D1', th: 'ป่วยร้ายแรง มีค่าใช้จ่ายสูง (เช่น มะเร็ง ไตวาย)' },
  { code: 'P113', dimension: 'D1', th: 'เดินทางไปรับการรักษาลำบาก/ไม่มีค่าเดินทาง' },
  { code: 'P201', dimension: 'D2', th: 'บ้านทรุดโทรม ไม่มั่นคงแข็งแรง' },
  { code: 'P203', dimension: 'D2', th: 'ไม่มีสิทธิในที่ดินที่ปลูกบ้าน (ที่สาธารณะ/ป่า/ส.ป.ก./บุกรุก)' },
  { code: 'P204', dimension: 'D2', th: 'ไม่มีส้วม/ส้วมไม่ถูกสุขลักษณะ' },
  { code: 'P213', dimension: 'D2', th: 'ถนน/ทางเข้าบ้านสัญจรลำบาก' },
  { code: 'P302', dimension: 'D3', th: 'เด็กวัยเรียนไม่ได้เรียนภาคบังคับ' },
  { code: 'P308', dimension: 'D3', th: 'คนอายุ 15-59 ปี อ่านเขียนภาษาไทย/คิดเลขไม่ได้' },
  { code: 'P405', dimension: 'D4', th: 'ไม่มีที่ดินทำกิน/ไม่เพียงพอ' },
  { code: 'P411', dimension: 'D4', th: 'หนี้นอกระบบ' },
  { code: 'P501', dimension: 'D5', th: 'ไม่มีบัตรประชาชน/บัตรหมดอายุ/ไปทำไม่ได้' },
  { code: 'P603', dimension: 'D6', th: 'ไม่ปลอดภัยในชีวิตและทรัพย์สิน (ยาเสพติด/ลักขโมยในพื้นที่)' },
]

export const SAMPLE_AGENCIES: readonly MatchableAgency[] = [
  { code: 'LAO', th: 'อปท. (อบต./เทศบาล/อบจ.)' },
  { code: 'MOPH', th: 'สสจ./สสอ./รพ./รพ.สต. (สธ.)' },
  { code: 'MSDHS', th: 'พมจ. (พม.) รวมบ้านพักเด็กฯ' },
]

export const SAMPLE_AREAS: readonly KnownArea[] = [
  { code: '49', th: 'มุกดาหาร', en: 'Mukdahan' },
  { code: '4901', th: 'เมืองมุกดาหาร', en: 'Mueang Mukdahan' },
  { code: '490101', th: 'มุกดาหาร', en: 'Mukdahan' },
  { code: '490105', th: 'โพนทราย', en: 'Phon Sai' },
  { code: '4906', th: 'หว้านใหญ่', en: 'Wan Yai' },
  { code: '490601', th: 'หว้านใหญ่', en: 'Wan Yai' },
  { code: '490604', th: 'ชะโนด', en: 'Chanot' },
  { code: '4904', th: 'ดงหลวง', en: 'Dong Luang' },
  { code: '490402', th: 'หนองบัว', en: 'Nong Bua' },
  { code: '490499', th: 'โพนทราย', en: 'Phon Sai' },
]

export const SAMPLE_HEADINGS: readonly string[] = [
  'ลำดับ',
  'เลขรหัสประจำบ้าน',
  'บ้านเลขที่',
  'หมู่ที่',
  'ชื่อหมู่บ้าน',
  'ตำบล',
  'อำเภอ',
  'จังหวัด',
  'เลขประจำตัวประชาชน',
  'คำนำหน้า',
  'ชื่อ',
  'นามสกุล',
  'จำนวนสมาชิก',
  'โทรศัพท์',
  'มิติ',
  'สภาพปัญหา',
  'หน่วยงานรับผิดชอบ',
  'สถานะการแก้ไข',
  'วันที่แก้ไข',
  'วันที่สำรวจ',
]

const DIMENSIONS: Readonly<Record<string, string>> = {
  D1: 'สุขภาพ',
  D2: 'ความเป็นอยู่',
  D3: 'การศึกษา',
  D4: 'รายได้',
  D5: 'การเข้าถึงบริการภาครัฐ',
  D6: 'สังคม/ความปลอดภัย',
}

const STATUSES = ['ยังไม่ได้ดำเนินการ', 'อยู่ระหว่างดำเนินการ', 'ช่วยเหลือแล้ว', 'แก้ไขแล้ว', 'แก้ไขได้ด้วยตนเอง']
const FIRST_NAMES = ['สมศักดิ์', 'ลำดวน', 'ทองใบ', 'วิไล', 'ประสิทธิ์', 'บุญล้อม', 'อรทัย', 'คำสิงห์', 'พรชัย', 'หนูกาญจน์']
const LAST_NAMES = ['คำภูเมือง', 'สุพร', 'คนไว', 'ห้วยทราย', 'โสภา', 'อาจวิชัย', 'ทองคำ']

/** As people type it: whole, cut at a slash, without the brackets, with doubled spaces. */
const typedWordings = (th: string): string[] => [
  th,
  th.split('/')[0] ?? th,
  th.replace(/\s*\([^)]*\)/, ''),
  ` ${th.replace(/ /g, '  ')}`,
]

const withCheckDigit = (twelve: string): string => {
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0)
  return twelve + String((11 - (sum % 11)) % 10)
}

const itemOf = <Item>(items: readonly Item[], at: number): Item => {
  const item = items[at % items.length]
  if (item === undefined) throw new Error('an empty list has no items')
  return item
}

/** Household `n`, its problem number `p`: a row of cells in the order of `SAMPLE_HEADINGS`. */
export const sampleCells = (n: number, p: number): SheetCell[] => {
  const kind = itemOf(SAMPLE_KINDS, n * 5 + p)
  const status = itemOf(STATUSES, n + p)
  return [
    n * 3 + p,
    String(49_010_000_000 + n),
    `${n}/${(n % 7) + 1}`,
    (n % 9) + 1,
    'บ้านคำฮี',
    'โพนทราย',
    'เมืองมุกดาหาร',
    'มุกดาหาร',
    withCheckDigit(String(310_000_000_000 + n)),
    itemOf(['นาย', 'นาง', 'นางสาว'], n),
    itemOf(FIRST_NAMES, n),
    itemOf(LAST_NAMES, n),
    (n % 8) + 1,
    `08${String(10_000_000 + n)}`,
    DIMENSIONS[kind.dimension] ?? '',
    itemOf(typedWordings(kind.th), n + p),
    itemOf(SAMPLE_AGENCIES, n).th,
    status,
    status === 'แก้ไขแล้ว' ? '03/11/2565' : null,
    `${String((n % 28) + 1).padStart(2, '0')}/05/2565`,
  ]
}

export interface PlantedFault {
  readonly row: number
  readonly verdict: Verdict
  readonly code: RowReasonCode
}

const column = (heading: string) => SAMPLE_HEADINGS.indexOf(heading)

/** What is put into which column, and what should become of the row. */
const FAULTS: readonly (readonly [RowReasonCode, Verdict, (cells: SheetCell[]) => void])[] = [
  ['national-number-check-digit', 'warn', cells => (cells[column('เลขประจำตัวประชาชน')] = '3310017034917')],
  ['national-number-length', 'warn', cells => (cells[column('เลขประจำตัวประชาชน')] = '372550916248')],
  ['house-code-length', 'warn', cells => (cells[column('เลขรหัสประจำบ้าน')] = '4901969943')],
  ['tambon-unknown', 'reject', cells => (cells[column('ตำบล')] = 'ไม่มีจริง')],
  ['problem-missing', 'reject', cells => (cells[column('สภาพปัญหา')] = null)],
  ['surveyed-on-impossible', 'reject', cells => (cells[column('วันที่สำรวจ')] = '31/02/2565')],
  ['solved-before-survey', 'warn', cells => (cells[column('วันที่แก้ไข')] = '01/01/2564')],
  ['wording-unknown', 'review', cells => (cells[column('สภาพปัญหา')] = 'อยากได้ความเป็นธรรมเรื่องวัวหาย')],
  ['house-code-recovered', 'warn', cells => (cells[column('เลขรหัสประจำบ้าน')] = 49_012_345_678)],
  [
    'household-unknown',
    'reject',
    cells => {
      for (const heading of ['เลขรหัสประจำบ้าน', 'บ้านเลขที่', 'เลขประจำตัวประชาชน', 'ชื่อ', 'นามสกุล'])
        cells[column(heading)] = null
    },
  ],
  ['person-without-status', 'warn', cells => (cells[column('เลขประจำตัวประชาชน')] = '0685339398433')],
  ['status-unknown', 'review', cells => (cells[column('สถานะการแก้ไข')] = '??')],
]

export interface PlantedSheet {
  readonly rows: readonly SheetRow[]
  readonly dataRows: number
  readonly households: number
  readonly faults: readonly PlantedFault[]
}

/** Two merged titles, headings, three rows a household, a total row; a fault in the second row of every third household. */
export const plantSheet = (households = 40): PlantedSheet => {
  const rows: SheetRow[] = [
    { rowNumber: 1, cells: ['ข้อมูลครัวเรือนที่ประสบปัญหาความเดือดร้อน จากระบบ ThaiQM ปี ๒๕๖๕ ตำบลโพนทราย'] },
    { rowNumber: 2, cells: ['ข้อมูล ณ วันที่ ๓๐ กันยายน ๒๕๖๕'] },
    { rowNumber: 3, cells: [...SAMPLE_HEADINGS] },
  ]
  const faults: PlantedFault[] = []
  for (let n = 1; n <= households; n++) {
    for (let p = 0; p < 3; p++) {
      const cells = sampleCells(n, p)
      const fault = p === 1 && n % 3 === 0 ? FAULTS[n / 3 - 1] : undefined
      const rowNumber = rows.length + 1
      if (fault) {
        const [code, verdict, spoil] = fault
        spoil(cells)
        faults.push({ row: rowNumber, verdict, code })
      }
      rows.push({ rowNumber, cells })
    }
  }
  rows.push({ rowNumber: rows.length + 1, cells: ['รวม', ...Array<null>(14).fill(null), `${households * 3} รายการ`] })
  return { rows, dataRows: households * 3, households, faults }
}
