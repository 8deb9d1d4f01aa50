import type { Measure } from './measure.ts'

/** What part of a measure is meant: all of it, or the hardships whose due day has passed. */
export interface Counted {
  readonly measure: Measure
  readonly overdueOnly?: true
}

export interface Figure {
  readonly key: string
  readonly nameTh: string
  readonly nameEn: string
  readonly definitionTh: string
  readonly definitionEn: string
  readonly unit: 'household' | 'problem'
  readonly numerator: Counted
  /** Null where a plain number is shown, without "of N". */
  readonly denominator: Counted | null
  /** Which deadline of the round the figure runs towards; null for none. */
  readonly towards: 'recordBy' | 'resolveBy' | null
  readonly goodWhen: 'high' | 'low'
}

/**
 * Each figure defined once (domain brief 13.3). Every one is shown as n of N with its moment and area, and both
 * numbers open exactly the lists they count.
 */
export const figures = [
  {
    key: 'coverage',
    nameTh: 'ความครอบคลุม',
    nameEn: 'Coverage',
    definitionTh:
      'ครัวเรือนที่แบบสำรวจผ่านการตรวจ (ตำบล) หรือรับรอง (อำเภอ) แล้ว ต่อครัวเรือนเป้าหมายทั้งหมด ไม่นับบ้านว่าง รื้อถอน และย้ายออก',
    definitionEn:
      'Households whose form is verified or certified, of all target households (not empty, demolished or moved)',
    unit: 'household',
    numerator: { measure: 'covered-household' },
    denominator: { measure: 'target-household' },
    towards: 'recordBy',
    goodWhen: 'high',
  },
  {
    key: 'surveyed',
    nameTh: 'สำรวจและส่งแบบแล้ว',
    nameEn: 'Surveyed and sent',
    definitionTh: 'ครัวเรือนที่ส่งแบบสำรวจแล้วในรอบนี้ ไม่รวมแบบที่ส่งกลับแก้ไข ต่อครัวเรือนเป้าหมายทั้งหมด',
    definitionEn: 'Households whose form was sent in this round, without the returned ones, of all target households',
    unit: 'household',
    numerator: { measure: 'surveyed-household' },
    denominator: { measure: 'target-household' },
    towards: 'recordBy',
    goodWhen: 'high',
  },
  {
    key: 're-x-ray',
    nameTh: 'ตรวจสอบซ้ำ (Re-X-Ray)',
    nameEn: 'Re-X-Ray done',
    definitionTh: 'ครัวเรือนเดิมจากรอบก่อนที่ปัญหาเดิมทุกข้อมีผลการตรวจสอบ และส่งแบบสำรวจแล้ว ต่อครัวเรือนเดิมที่ยังอยู่ในพื้นที่',
    definitionEn:
      'Baseline households with a verdict on every old problem and a sent form, of baseline households still there',
    unit: 'household',
    numerator: { measure: 'rechecked-household' },
    denominator: { measure: 'baseline-household' },
    towards: 'recordBy',
    goodWhen: 'high',
  },
  {
    key: 'missed-found',
    nameTh: 'พบครัวเรือนตกหล่น',
    nameEn: 'Missed households found',
    definitionTh: 'ครัวเรือนตกหล่นจากรอบก่อน (M1–M8) ที่สำรวจและส่งแบบแล้วในรอบนี้',
    definitionEn: 'Households missed in the last round (M1–M8), surveyed and sent in this one',
    unit: 'household',
    numerator: { measure: 'missed-household' },
    denominator: null,
    towards: null,
    goodWhen: 'high',
  },
  {
    key: 'new-problems',
    nameTh: 'ปัญหาใหม่ในครัวเรือนเดิม',
    nameEn: 'New problems in known households',
    definitionTh: 'ปัญหาที่พบใหม่ในรอบนี้ในครัวเรือนเดิม ต่อปัญหาที่พบใหม่ทั้งหมด',
    definitionEn: 'Problems first found in this round in baseline households, of all found in this round',
    unit: 'problem',
    numerator: { measure: 'new-problem-in-known-household' },
    denominator: { measure: 'new-problem' },
    towards: null,
    goodWhen: 'low',
  },
  {
    key: 'solved',
    nameTh: 'ปัญหาที่แก้ไขแล้ว',
    nameEn: 'Problems solved',
    definitionTh: 'ปัญหาที่แก้ไขแล้วเสร็จและตรวจผลแล้ว หรือแก้ไขได้ด้วยตนเอง ต่อปัญหาทั้งหมดที่ไม่ถูกยกเลิก (เกินอำนาจแก้ไขไม่นับว่าแก้แล้ว)',
    definitionEn:
      'Problems resolved and verified, or self-resolved, of all not cancelled (unresolvable is never solved)',
    unit: 'problem',
    numerator: { measure: 'solved-problem' },
    denominator: { measure: 'problem' },
    towards: 'resolveBy',
    goodWhen: 'high',
  },
  {
    key: 'households-solved',
    nameTh: 'ครัวเรือนที่แก้ครบทุกปัญหา',
    nameEn: 'Households fully solved',
    definitionTh: 'ครัวเรือนที่ปัญหาทุกข้อแก้ไขแล้ว ต่อครัวเรือนที่มีปัญหาอย่างน้อย 1 ข้อ',
    definitionEn: 'Households whose problems are all solved, of households with at least one',
    unit: 'household',
    numerator: { measure: 'household-solved' },
    denominator: { measure: 'household-in-hardship' },
    towards: 'resolveBy',
    goodWhen: 'high',
  },
  {
    key: 'overdue',
    nameTh: 'ปัญหาเกินกำหนด',
    nameEn: 'Overdue problems',
    definitionTh: 'ปัญหาที่ยังไม่แก้ไขและเลยวันครบกำหนดแล้ว ต่อปัญหาที่ยังต้องแก้ไข',
    definitionEn: 'Live problems past their due day, of all live problems',
    unit: 'problem',
    numerator: { measure: 'live-problem', overdueOnly: true },
    denominator: { measure: 'live-problem' },
    towards: null,
    goodWhen: 'low',
  },
  {
    key: 'unresolvable',
    nameTh: 'เกินอำนาจ/แก้ไขไม่ได้',
    nameEn: 'Unresolvable',
    definitionTh: 'ปัญหาที่นายอำเภอวินิจฉัยว่าแก้ไขไม่ได้หรือเกินอำนาจพื้นที่ ต้องดูแลต่อเนื่อง ต่อปัญหาทั้งหมดที่ไม่ถูกยกเลิก',
    definitionEn: 'Problems the district chief found unresolvable, in continuing care, of all not cancelled',
    unit: 'problem',
    numerator: { measure: 'unresolvable-problem' },
    denominator: { measure: 'problem' },
    towards: null,
    goodWhen: 'low',
  },
  {
    key: 'on-time',
    nameTh: 'แก้ไขทันกำหนด',
    nameEn: 'Solved on time',
    definitionTh: 'ปัญหาที่แก้ไขแล้วภายในวันครบกำหนด (รวมวันที่เลื่อนเพราะหยุดนับเวลา) ต่อปัญหาที่แก้ไขแล้วทั้งหมด',
    definitionEn: 'Problems solved by their due day (pauses moved it), of all solved',
    unit: 'problem',
    numerator: { measure: 'solved-on-time-problem' },
    denominator: { measure: 'solved-problem' },
    towards: null,
    goodWhen: 'high',
  },
  {
    key: 'paused',
    nameTh: 'หยุดนับเวลา',
    nameEn: 'Paused',
    definitionTh: 'ปัญหาที่ยังต้องแก้ไขและเคยได้รับอนุมัติให้หยุดนับเวลา ต่อปัญหาที่ยังต้องแก้ไขทั้งหมด',
    definitionEn: 'Live problems that were given a pause, of all live problems',
    unit: 'problem',
    numerator: { measure: 'problem-paused' },
    denominator: { measure: 'live-problem' },
    towards: null,
    goodWhen: 'low',
  },
  {
    key: 'without-own-evidence',
    nameTh: 'ปิดโดยไม่มีหลักฐานตามประเภท',
    nameEn: 'Closed without own evidence',
    definitionTh: 'ปัญหาที่ตรวจรับโดยระบุเหตุแทนหลักฐานตามประเภทปัญหา ต่อปัญหาที่แก้ไขแล้วทั้งหมด',
    definitionEn: 'Problems verified with a reason in place of the evidence their kind asks for, of all solved',
    unit: 'problem',
    numerator: { measure: 'problem-without-own-evidence' },
    denominator: { measure: 'solved-problem' },
    towards: null,
    goodWhen: 'low',
  },
  {
    key: 'reopened',
    nameTh: 'เกิดซ้ำ',
    nameEn: 'Reopened',
    definitionTh: 'ปัญหาที่เคยแก้ไขแล้วกลับมาเกิดอีก ต่อปัญหาทั้งหมดที่ไม่ถูกยกเลิก',
    definitionEn: 'Problems that were solved and came back, of all not cancelled',
    unit: 'problem',
    numerator: { measure: 'reopened-problem' },
    denominator: { measure: 'problem' },
    towards: null,
    goodWhen: 'low',
  },
] as const satisfies readonly Figure[]

export type FigureKey = (typeof figures)[number]['key']

export const findFigure = (key: string): Figure | undefined => figures.find(f => f.key === key)
