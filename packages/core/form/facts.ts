import type { QuestionScope } from './form-definition.ts'

/** What is known about a household, a member or an old problem without asking; read in expressions as `${name}`. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

export interface FactKind {
  readonly type: 'number' | 'boolean' | 'text'
  /** When the fact is one of a fixed list: comparing it with anything else is a publishing error. */
  readonly values?: readonly string[]
  readonly meaningTh: string
  readonly meaningEn: string
}

/**
 * Every fact a form may use. Whoever calls `evaluateForm` supplies them; one that is not supplied is empty.
 * A new fact is added here first, then where facts are gathered, then in a form.
 */
export const FACTS: Readonly<Record<QuestionScope, Readonly<Record<string, FactKind>>>> = {
  household: {
    member_count: { type: 'number', meaningTh: 'จำนวนสมาชิกทั้งหมด', meaningEn: 'members, resident or away' },
    resident_count: {
      type: 'number',
      meaningTh: 'จำนวนสมาชิกที่อยู่จริง',
      meaningEn: 'members who really live here (divisor of income per head)',
    },
    is_baseline: {
      type: 'boolean',
      meaningTh: 'ครัวเรือนเดิมจากการสำรวจรอบก่อน',
      meaningEn: 'was in the baseline of the last round',
    },
    has_old_problems: {
      type: 'boolean',
      meaningTh: 'มีปัญหาเดิมที่ต้องตรวจสอบ',
      meaningEn: 'has old problems to check again',
    },
    bmn_income_line_baht: {
      type: 'number',
      meaningTh: 'เกณฑ์รายได้ จปฐ. ของปีที่สำรวจ (บาท/คน/ปี)',
      meaningEn: 'BMN income line of the survey year, baht per person per year',
    },
    vulnerable_income_line_baht: {
      type: 'number',
      meaningTh: 'เกณฑ์รายได้ครัวเรือนเปราะบาง (บาท/คน/ปี)',
      meaningEn: 'vulnerable household line, baht per person per year',
    },
    visit_year_be: { type: 'number', meaningTh: 'ปีที่สำรวจ (พ.ศ.)', meaningEn: 'year of the visit, B.E.' },
  },
  member: {
    age: { type: 'number', meaningTh: 'อายุเต็มปี ณ วันสำรวจ', meaningEn: 'full years on the day of the visit' },
    sex: { type: 'text', values: ['male', 'female'], meaningTh: 'เพศ', meaningEn: 'sex' },
    is_thai: { type: 'boolean', meaningTh: 'สัญชาติไทย', meaningEn: 'of Thai nationality' },
    id_kind: {
      type: 'text',
      values: ['THAI_NID', 'CAT0', 'CAT6', 'CAT7', 'MIGRANT_00', 'SCHOOL_G', 'NONE', 'UNKNOWN'],
      meaningTh: 'ประเภทเลขประจำตัว',
      meaningEn: 'kind of identity number held',
    },
    is_resident: { type: 'boolean', meaningTh: 'อยู่อาศัยจริง', meaningEn: 'really lives here' },
  },
  problem: {
    kind_code: { type: 'text', meaningTh: 'รหัสปัญหาเดิม', meaningEn: 'code of the old problem (P204)' },
  },
}
