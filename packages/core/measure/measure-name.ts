import type { Measure } from './measure.ts'

export interface MeasureName {
  readonly th: string
  readonly en: string
}

/** What each counted set is called, on screens, in lists and on papers. */
export const measureNames: Record<Measure, MeasureName> = {
  'target-household': { th: 'ครัวเรือนเป้าหมายทั้งหมด', en: 'Target households' },
  'surveyed-household': { th: 'ครัวเรือนที่สำรวจและส่งแบบแล้ว', en: 'Households surveyed and sent' },
  'covered-household': { th: 'ครัวเรือนที่ตรวจหรือรับรองแล้ว', en: 'Households verified or certified' },
  'certified-household': { th: 'ครัวเรือนที่อำเภอรับรองแล้ว', en: 'Households certified by the district' },
  'not-started-household': { th: 'ครัวเรือนที่ยังไม่สำรวจ', en: 'Households not surveyed yet' },
  'attempted-household': { th: 'ครัวเรือนที่ไปแล้วแต่ยังไม่ได้สำรวจ', en: 'Households visited without a form' },
  'late-household': { th: 'ครัวเรือนที่บันทึกหลังกำหนด', en: 'Households recorded late' },
  'baseline-household': { th: 'ครัวเรือนเดิมจากรอบก่อน', en: 'Households of the last round' },
  'rechecked-household': { th: 'ครัวเรือนเดิมที่ตรวจสอบซ้ำครบแล้ว', en: 'Old households fully re-checked' },
  'not-rechecked-household': { th: 'ครัวเรือนเดิมที่ยังตรวจสอบซ้ำไม่ครบ', en: 'Old households not fully re-checked' },
  'missed-household': { th: 'ครัวเรือนตกหล่นที่พบและสำรวจแล้ว', en: 'Missed households found and surveyed' },
  'new-household': { th: 'ครัวเรือนตั้งใหม่ที่สำรวจแล้ว', en: 'New households surveyed' },
  'household-in-hardship': { th: 'ครัวเรือนที่มีปัญหา', en: 'Households in hardship' },
  'household-solved': { th: 'ครัวเรือนที่แก้ไขครบทุกปัญหา', en: 'Households with every problem solved' },
  'survey-awaiting-verification': { th: 'แบบสำรวจรอตำบลตรวจ', en: 'Forms waiting for the tambon' },
  'survey-awaiting-certification': { th: 'แบบสำรวจรออำเภอรับรอง', en: 'Forms waiting for the district' },
  'survey-returned': { th: 'แบบสำรวจที่ส่งกลับแก้ไข', en: 'Forms returned for correction' },
  'plan-awaiting-approval': { th: 'แผนครัวเรือนรออนุมัติ', en: 'Plans waiting for approval' },
  problem: { th: 'ปัญหาทั้งหมด', en: 'All problems' },
  'solved-problem': { th: 'ปัญหาที่แก้ไขแล้ว', en: 'Solved problems' },
  'solved-on-time-problem': { th: 'ปัญหาที่แก้ไขทันกำหนด', en: 'Problems solved on time' },
  'live-problem': { th: 'ปัญหาที่ยังต้องแก้ไข', en: 'Live problems' },
  'new-problem': { th: 'ปัญหาที่พบใหม่ในรอบนี้', en: 'Problems found in this round' },
  'new-problem-in-known-household': { th: 'ปัญหาใหม่ในครัวเรือนเดิม', en: 'New problems in known households' },
  'baseline-problem': { th: 'ปัญหาเดิมจากรอบก่อน', en: 'Problems of the last round' },
  'rechecked-problem': { th: 'ปัญหาเดิมที่ตรวจสอบแล้ว', en: 'Old problems re-checked' },
  'problem-without-plan': { th: 'ปัญหาที่ยังไม่มีแผน', en: 'Problems without a plan' },
  'problem-awaiting-verification': { th: 'ปัญหาที่ช่วยเหลือแล้ว รอตรวจผล', en: 'Problems helped, waiting to be verified' },
  'problem-at-agency': { th: 'ปัญหาที่ส่งต่อหน่วยงาน รอการตอบรับ', en: 'Problems referred, waiting for the agency' },
  'cancellation-proposed': { th: 'ปัญหาที่เสนอยกเลิก รอพิจารณา', en: 'Cancellations waiting for a decision' },
  'unresolvable-problem': { th: 'ปัญหาที่แก้ไขไม่ได้/เกินอำนาจ', en: 'Unresolvable problems' },
  'reopened-problem': { th: 'ปัญหาที่เกิดซ้ำ', en: 'Problems that came back' },
}
