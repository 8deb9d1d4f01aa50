import { type BaselineField, FIELD_NAMES } from './baseline-field.ts'

/**
 * What becomes of a row: `accept` imported · `warn` imported and reported · `review` waits for a person's decision ·
 * `reject` not imported, reported · `skip` holds no data (titles, blanks, totals) or a person left it out.
 */
export type Verdict = 'accept' | 'warn' | 'review' | 'reject' | 'skip'

interface ReasonText {
  readonly verdict: Exclude<Verdict, 'accept'>
  readonly th: string
  readonly en: string
  readonly remedyTh: string
}

const reason = (verdict: ReasonText['verdict'], th: string, en: string, remedyTh: string): ReasonText => ({
  verdict,
  th,
  en,
  remedyTh,
})

const FIX_AND_RELOAD = 'แก้ไขในไฟล์ต้นฉบับแล้วนำเข้าใหม่'

/** Every reason a row can carry. Reloading a corrected file is always safe: what was imported keeps its keys. */
export const ROW_REASONS = {
  'title-row': reason('skip', 'เป็นแถวชื่อรายงาน', 'a title', 'ไม่ต้องดำเนินการ'),
  'heading-row': reason('skip', 'เป็นแถวหัวตาราง', 'headings', 'ไม่ต้องดำเนินการ'),
  'blank-row': reason('skip', 'เป็นแถวว่าง', 'blank', 'ไม่ต้องดำเนินการ'),
  'total-row': reason('skip', 'เป็นแถวผลรวม', 'a total', 'ไม่ต้องดำเนินการ'),
  'remark-row': reason('skip', 'เป็นแถวหมายเหตุท้ายตาราง', 'a remark below the table', 'ไม่ต้องดำเนินการ'),
  'skipped-by-person': reason(
    'skip',
    'เจ้าหน้าที่เลือกไม่นำเข้าแถวนี้',
    'left out by an officer',
    'ยกเลิกการข้ามในตารางตรวจสอบ หากต้องการนำเข้า',
  ),

  'area-missing': reason('reject', 'ไม่ได้ระบุตำบล', 'no tambon given', `ระบุตำบลและอำเภอ ${FIX_AND_RELOAD}`),
  'province-unknown': reason('reject', 'ไม่พบจังหวัดนี้ในทะเบียนพื้นที่', 'province unknown', `ตรวจสอบชื่อจังหวัด ${FIX_AND_RELOAD}`),
  'district-unknown': reason(
    'reject',
    'ไม่พบอำเภอนี้ในจังหวัด',
    'district unknown in this province',
    `ตรวจสอบชื่ออำเภอ ${FIX_AND_RELOAD}`,
  ),
  'tambon-unknown': reason(
    'reject',
    'ไม่พบตำบลนี้ในอำเภอ',
    'tambon unknown in this district',
    `ตรวจสอบชื่อตำบลและอำเภอ ${FIX_AND_RELOAD}`,
  ),
  'tambon-in-several-districts': reason(
    'reject',
    'มีตำบลชื่อนี้ในหลายอำเภอ',
    'several districts have a tambon of this name',
    `ระบุอำเภอ ${FIX_AND_RELOAD}`,
  ),
  'moo-not-understood': reason(
    'reject',
    'หมู่ที่ไม่ใช่ตัวเลข 1-99',
    'moo is not a number from 1 to 99',
    `ระบุหมู่ที่เป็นตัวเลข ${FIX_AND_RELOAD}`,
  ),
  'area-code-unknown': reason(
    'reject',
    'ไม่พบรหัสพื้นที่นี้',
    'area code unknown',
    `ตรวจสอบรหัสพื้นที่ 6 หรือ 8 หลัก ${FIX_AND_RELOAD}`,
  ),
  'outside-your-area': reason(
    'reject',
    'พื้นที่นี้อยู่นอกเขตรับผิดชอบของท่าน',
    'this place is outside your area',
    'โปรดให้เจ้าหน้าที่ของพื้นที่นั้นหรือที่ทำการปกครองจังหวัดเป็นผู้นำเข้า',
  ),
  'household-unknown': reason(
    'reject',
    'ไม่มีเลขรหัสประจำบ้าน บ้านเลขที่ และชื่อ จึงไม่ทราบว่าเป็นครัวเรือนใด',
    'no house code, house number or name: which household is it',
    `ระบุบ้านเลขที่หรือชื่อหัวหน้าครัวเรือน ${FIX_AND_RELOAD}`,
  ),
  'problem-missing': reason('reject', 'ไม่ได้ระบุสภาพปัญหา', 'no problem given', `ระบุสภาพปัญหา ${FIX_AND_RELOAD}`),
  'surveyed-on-impossible': reason(
    'reject',
    'วันที่สำรวจไม่มีอยู่จริงหรืออ่านไม่ได้',
    'survey date impossible or not understood',
    `แก้ไขวันที่สำรวจเป็น วัน/เดือน/ปี พ.ศ. ${FIX_AND_RELOAD}`,
  ),
  'surveyed-after-today': reason(
    'reject',
    'วันที่สำรวจอยู่หลังวันที่นำเข้า',
    'survey date lies in the future',
    `ตรวจสอบวันที่สำรวจ ${FIX_AND_RELOAD}`,
  ),

  'wording-unknown': reason(
    'review',
    'สภาพปัญหาไม่ตรงกับประเภทปัญหาใด',
    'problem wording matches no kind',
    'เลือกประเภทปัญหาในตารางตรวจสอบ หรือเลือกไม่นำเข้าแถวนี้',
  ),
  'status-unknown': reason(
    'review',
    'ไม่เข้าใจสถานะการแก้ไข',
    'status not understood',
    'เลือกสถานะในตารางตรวจสอบ หรือเลือกไม่นำเข้าแถวนี้',
  ),

  'wording-likely': reason(
    'warn',
    'จับคู่ประเภทปัญหาจากถ้อยคำที่ใกล้เคียง',
    'problem kind matched by likeness',
    'ตรวจสอบประเภทปัญหาที่ระบบเลือกให้',
  ),
  'dimension-differs': reason(
    'warn',
    'มิติไม่ตรงกับประเภทปัญหา',
    'dimension differs from the problem kind',
    'ตรวจสอบมิติและสภาพปัญหา ระบบใช้มิติของประเภทปัญหา',
  ),
  'status-missing': reason(
    'warn',
    'ไม่ได้ระบุสถานะ จึงถือว่ายังไม่ได้ดำเนินการ',
    'no status given; taken as open',
    'ตรวจสอบสถานะเมื่อ Re-X-Ray',
  ),
  'surveyed-on-missing': reason('warn', 'ไม่ได้ระบุวันที่สำรวจ', 'no survey date', 'เพิ่มวันที่สำรวจภายหลังได้'),
  'solved-on-impossible': reason(
    'warn',
    'วันที่แก้ไขไม่มีอยู่จริงหรืออ่านไม่ได้ จึงไม่นำเข้าวันที่นี้',
    'solved date not understood; left out',
    'ตรวจสอบวันที่แก้ไขเมื่อ Re-X-Ray',
  ),
  'solved-before-survey': reason(
    'warn',
    'วันที่แก้ไขอยู่ก่อนวันที่สำรวจ จึงไม่นำเข้าวันที่แก้ไข',
    'solved before it was surveyed; solved date left out',
    'ตรวจสอบวันที่แก้ไขเมื่อ Re-X-Ray',
  ),
  'national-number-check-digit': reason(
    'warn',
    'เลขประจำตัวประชาชนไม่ถูกต้อง (เลขตรวจสอบไม่ตรง) บันทึกเป็น "รอตรวจสอบ"',
    'national number fails its check digit; kept as to be checked',
    'ตรวจสอบเลขจากบัตรเมื่อ Re-X-Ray',
  ),
  'national-number-length': reason(
    'warn',
    'เลขประจำตัวประชาชนไม่ครบ 13 หลัก บันทึกเป็น "รอตรวจสอบ"',
    'national number does not have 13 digits; kept as to be checked',
    'ตรวจสอบเลขจากบัตรเมื่อ Re-X-Ray',
  ),
  'national-number-unreadable': reason(
    'warn',
    'เลขประจำตัวประชาชนอ่านไม่ได้ บันทึกเป็น "รอตรวจสอบ"',
    'national number not understood; kept as to be checked',
    'ตรวจสอบเลขจากบัตรเมื่อ Re-X-Ray',
  ),
  'national-number-differs': reason(
    'warn',
    'เลขประจำตัวประชาชนต่างจากแถวอื่นของครัวเรือนเดียวกัน ระบบใช้เลขแรกที่ถูกต้อง',
    'national number differs from another row of this household; the first valid one is kept',
    'ตรวจสอบเลขจากบัตรเมื่อ Re-X-Ray',
  ),
  'person-without-status': reason(
    'warn',
    'เป็นบุคคลไม่มีสถานะทางทะเบียนหรือแรงงานต่างด้าว (เลขขึ้นต้นด้วย 0)',
    'person without civil-registration status (0-number)',
    'นำเข้าได้ตามปกติ โปรดตรวจสอบสถานะบุคคลเมื่อ Re-X-Ray',
  ),
  'house-code-length': reason(
    'warn',
    'เลขรหัสประจำบ้านไม่ครบ 11 หลัก จึงไม่นำเข้ารหัสนี้',
    'house code does not have 11 digits; left out',
    'ตรวจสอบเลขรหัสประจำบ้านจากทะเบียนบ้าน',
  ),
  'house-code-unreadable': reason(
    'warn',
    'เลขรหัสประจำบ้านอ่านไม่ได้หรือถูก Excel ปัดตัวเลข จึงไม่นำเข้ารหัสนี้',
    'house code not understood, or rounded by Excel; left out',
    'ตรวจสอบเลขรหัสประจำบ้านจากทะเบียนบ้าน',
  ),
  'house-code-recovered': reason(
    'warn',
    'เลขรหัสประจำบ้านถูกเก็บเป็นตัวเลข (แบบ 4.9E+10) ระบบอ่านกลับได้ครบ 11 หลัก',
    'house code was stored as a number (4.9E+10); all 11 digits were recovered',
    'ตรวจสอบเลขรหัสประจำบ้านจากทะเบียนบ้าน และจัดรูปแบบช่องเป็นข้อความ',
  ),
  'house-code-differs': reason(
    'warn',
    'เลขรหัสประจำบ้านต่างจากแถวอื่นของครัวเรือนเดียวกัน',
    'house code differs from another row of this household',
    'ตรวจสอบเลขรหัสประจำบ้านจากทะเบียนบ้าน',
  ),
  'house-code-in-two-areas': reason(
    'warn',
    'เลขรหัสประจำบ้านนี้มีอยู่ในพื้นที่อื่นด้วย',
    'the same house code stands in another area too',
    'ตรวจสอบตำบลและหมู่ที่',
  ),
  'house-number-was-date': reason(
    'warn',
    'บ้านเลขที่ถูก Excel เปลี่ยนเป็นวันที่ ระบบอ่านกลับเป็นเลขที่บ้าน',
    'Excel made the house number a date; it was read back',
    'ตรวจสอบบ้านเลขที่ และจัดรูปแบบช่องเป็นข้อความ',
  ),
  'house-missing': reason(
    'warn',
    'ไม่มีบ้านเลขที่และเลขรหัสประจำบ้าน',
    'no house number and no house code',
    'เพิ่มบ้านเลขที่เมื่อ Re-X-Ray',
  ),
  'head-missing': reason('warn', 'ไม่มีชื่อหัวหน้าครัวเรือน', 'no name of the head', 'เพิ่มชื่อหัวหน้าครัวเรือนเมื่อ Re-X-Ray'),
  'moo-missing': reason('warn', 'ไม่ได้ระบุหมู่ที่', 'no moo given', 'เพิ่มหมู่ที่เมื่อ Re-X-Ray'),
  'moo-not-listed': reason(
    'warn',
    'ไม่พบหมู่ที่นี้ในทะเบียนหมู่บ้านของตำบล',
    'moo is not in the list of this tambon',
    'ตรวจสอบหมู่ที่ หรือเพิ่มหมู่บ้านในทะเบียนพื้นที่',
  ),
  'area-respelled': reason(
    'warn',
    'ชื่อพื้นที่สะกดต่างจากทะเบียน ระบบใช้ชื่อที่ใกล้เคียง',
    'place name spelled otherwise; the nearest one was taken',
    'ตรวจสอบชื่อตำบล อำเภอ จังหวัด',
  ),
  'member-count-unreadable': reason(
    'warn',
    'จำนวนสมาชิกไม่ใช่ตัวเลข 1-99 จึงไม่นำเข้าจำนวนนี้',
    'members not a number from 1 to 99; left out',
    'เพิ่มจำนวนสมาชิกเมื่อ Re-X-Ray',
  ),
  'phone-unreadable': reason(
    'warn',
    'หมายเลขโทรศัพท์ไม่ถูกต้อง จึงไม่นำเข้าหมายเลขนี้',
    'phone number not understood; left out',
    'เพิ่มหมายเลขโทรศัพท์เมื่อ Re-X-Ray',
  ),
  'agency-unknown': reason(
    'warn',
    'ไม่พบหน่วยงานนี้ในทะเบียนหน่วยงาน จึงใช้หน่วยงานตามประเภทปัญหา',
    'agency unknown; the problem kind’s own is used',
    'ตรวจสอบหน่วยงานรับผิดชอบ',
  ),
  'second-family': reason(
    'warn',
    'เลขรหัสประจำบ้านเดียวกันแต่หัวหน้าครัวเรือนต่างกัน บันทึกเป็นครัวเรือนที่สองของบ้าน',
    'another head under the same house code; kept as a second household of the house',
    'ตรวจสอบว่าเป็นคนละครอบครัว หากเป็นครัวเรือนเดียวกันให้รวมภายหลัง',
  ),
  'duplicate-problem': reason(
    'warn',
    'ปัญหาเดียวกันของครัวเรือนนี้มีอยู่แล้วในแถวก่อนหน้า บันทึกเป็นปัญหาเดียว',
    'the household already has this problem in a row above; kept as one',
    'ตรวจสอบว่าเป็นปัญหาเดียวกันจริง',
  ),
} as const satisfies Readonly<Record<string, ReasonText>>

export type RowReasonCode = keyof typeof ROW_REASONS

export interface RowReason {
  readonly code: RowReasonCode
  /** null for reasons about the whole row. */
  readonly field: BaselineField | null
  /** Row, field and what is the matter. */
  readonly messageTh: string
  readonly messageEn: string
  /** What a person does about it. */
  readonly remedyTh: string
  /** What stood in the cell; never a person's name, number or phone. */
  readonly value?: string
}

const PERSONAL: ReadonlySet<BaselineField> = new Set([
  'nationalNumber',
  'title',
  'firstName',
  'lastName',
  'fullName',
  'phone',
  'fullAddress',
])

export const makeReason = (
  code: RowReasonCode,
  rowNumber: number,
  field: BaselineField | null,
  value: string = '',
): RowReason => {
  const text = ROW_REASONS[code]
  const shown = field !== null && !PERSONAL.has(field) && value !== '' ? value : undefined
  const at =
    field === null ? { th: '', en: '' } : { th: ` ช่อง "${FIELD_NAMES[field].th}"`, en: `, ${FIELD_NAMES[field].en}` }
  const cited = shown === undefined ? '' : ` ("${shown.length > 80 ? `${shown.slice(0, 80)}…` : shown}")`
  return {
    code,
    field,
    messageTh: `แถวที่ ${rowNumber}${at.th}: ${text.th}${cited}`,
    messageEn: `Row ${rowNumber}${at.en}: ${text.en}${cited}`,
    remedyTh: text.remedyTh,
    ...(shown === undefined ? {} : { value: shown }),
  }
}

const GRAVITY: readonly Verdict[] = ['accept', 'warn', 'review', 'reject', 'skip']

/** The gravest reason decides; none at all is `accept`. */
export const verdictOf = (reasons: readonly RowReason[]): Verdict =>
  reasons.reduce<Verdict>((gravest, { code }) => {
    const { verdict } = ROW_REASONS[code]
    return GRAVITY.indexOf(verdict) > GRAVITY.indexOf(gravest) ? verdict : gravest
  }, 'accept')
