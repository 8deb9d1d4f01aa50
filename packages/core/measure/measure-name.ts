import type { Measure } from './measure.ts'

export interface MeasureName {
  readonly th: string
  readonly en: string
  /** What is in the set and what is not, in a sentence. */
  readonly meansTh: string
  readonly meansEn: string
}

const name = (th: string, en: string, meansTh: string, meansEn: string): MeasureName => ({ th, en, meansTh, meansEn })

/** What each counted set is called, and what it holds: the title and the line under it of every list. */
export const measureNames: Readonly<Record<Measure, MeasureName>> = {
  'target-household': name(
    'ครัวเรือนเป้าหมาย',
    'Target households',
    'ครัวเรือนทั้งหมดที่ต้องสำรวจ ไม่นับบ้านว่าง รื้อถอน และย้ายออก',
    'All households to be surveyed; not the empty, demolished or moved',
  ),
  'surveyed-household': name(
    'ครัวเรือนที่สำรวจและส่งแบบแล้ว',
    'Households surveyed and sent',
    'ส่งแบบสำรวจในรอบนี้แล้ว ไม่รวมแบบที่ส่งกลับแก้ไข',
    'Form sent in this round, without the returned ones',
  ),
  'covered-household': name(
    'ครัวเรือนที่แบบผ่านการตรวจหรือรับรอง',
    'Households covered',
    'แบบสำรวจผ่านการตรวจของตำบลหรือการรับรองของอำเภอแล้ว',
    'Form verified by the tambon or certified by the district',
  ),
  'certified-household': name(
    'ครัวเรือนที่อำเภอรับรองแล้ว',
    'Households certified',
    'แบบสำรวจได้รับการรับรองข้อมูลจากอำเภอแล้ว',
    'Form certified by the district',
  ),
  'not-started-household': name(
    'ครัวเรือนที่ยังไม่ได้สำรวจ',
    'Households not surveyed',
    'ยังไม่มีแบบสำรวจในรอบนี้',
    'No form in this round yet',
  ),
  'attempted-household': name(
    'ครัวเรือนที่ไปแล้วไม่พบ',
    'Households visited in vain',
    'เคยไปเยี่ยมแล้วแต่ยังสำรวจไม่ได้ (ไม่อยู่ ไม่สะดวก หรือไม่พบ)',
    'Visited, but not surveyed yet (absent, refused, not found)',
  ),
  'late-household': name(
    'ครัวเรือนที่บันทึกหลังกำหนด',
    'Households recorded late',
    'ส่งแบบหลังวันสิ้นสุดการบันทึกโดยได้รับอนุญาต',
    'Sent after the recording deadline, with permission',
  ),
  'baseline-household': name(
    'ครัวเรือนเดิม',
    'Baseline households',
    'ครัวเรือนที่มีปัญหาจากฐานข้อมูลรอบก่อนและยังอยู่ในพื้นที่',
    'Households of the earlier round that are still there',
  ),
  'rechecked-household': name(
    'ครัวเรือนเดิมที่ตรวจสอบซ้ำแล้ว',
    'Baseline households re-checked',
    'ปัญหาเดิมทุกข้อมีผลการตรวจสอบ และส่งแบบสำรวจแล้ว',
    'A verdict on every old problem, and the form sent',
  ),
  'not-rechecked-household': name(
    'ครัวเรือนเดิมที่ยังตรวจสอบไม่ครบ',
    'Baseline households not re-checked',
    'ยังมีปัญหาเดิมที่ไม่มีผลการตรวจสอบ หรือยังไม่ส่งแบบสำรวจ',
    'Some old problem has no verdict, or the form is not sent',
  ),
  'missed-household': name(
    'ครัวเรือนตกหล่นที่พบ',
    'Missed households found',
    'ไม่อยู่ในรอบก่อน (M1–M8) และสำรวจส่งแบบแล้วในรอบนี้',
    'Not in the last round (M1–M8), surveyed and sent in this one',
  ),
  'new-household': name(
    'ครัวเรือนใหม่',
    'New households',
    'ตั้งขึ้นหลังรอบก่อน และสำรวจส่งแบบแล้วในรอบนี้',
    'Founded since the last round, surveyed and sent in this one',
  ),
  'household-in-hardship': name(
    'ครัวเรือนที่มีปัญหา',
    'Households in hardship',
    'มีปัญหาที่ไม่ถูกยกเลิกอย่างน้อย 1 ข้อ',
    'At least one problem that is not cancelled',
  ),
  'household-solved': name(
    'ครัวเรือนที่แก้ครบทุกปัญหา',
    'Households fully solved',
    'ปัญหาทุกข้อแก้ไขแล้วเสร็จหรือแก้ไขได้ด้วยตนเอง',
    'Every problem resolved or self-resolved',
  ),
  'survey-awaiting-verification': name(
    'แบบสำรวจรอตรวจ',
    'Forms to verify',
    'ส่งแล้ว รอตำบลตรวจความถูกต้อง',
    'Sent, waiting for the tambon to verify',
  ),
  'survey-awaiting-certification': name(
    'แบบสำรวจรอรับรอง',
    'Forms to certify',
    'ตำบลตรวจแล้ว รออำเภอรับรองข้อมูล',
    'Verified by the tambon, waiting for the district to certify',
  ),
  'survey-returned': name(
    'แบบสำรวจที่ส่งกลับแก้ไข',
    'Forms returned',
    'ส่งกลับพร้อมเหตุผล รอผู้สำรวจแก้ไขและส่งใหม่',
    'Returned with a reason, waiting for the surveyor',
  ),
  'household-with-conflict': name(
    'ครัวเรือนที่มีข้อมูลไม่ตรงกัน',
    'Households with conflicts',
    'มีผู้บันทึกข้อมูลต่างกันตั้งแต่สองคน รอเลือกข้อมูลที่ถูกต้อง',
    'Two people recorded different things; waiting for somebody to choose',
  ),
  'plan-awaiting-approval': name(
    'แผนรายครัวเรือนรออนุมัติ',
    'Plans to approve',
    'เสนอแล้ว รอนายอำเภออนุมัติ',
    'Proposed, waiting for the district chief',
  ),
  problem: name('ปัญหาทั้งหมด', 'All problems', 'ปัญหาทุกข้อที่ไม่ถูกยกเลิก', 'Every problem that is not cancelled'),
  'solved-problem': name(
    'ปัญหาที่แก้ไขแล้ว',
    'Problems solved',
    'แก้ไขแล้วเสร็จและตรวจผลแล้ว หรือครัวเรือนแก้ไขได้ด้วยตนเอง',
    'Resolved and verified, or self-resolved',
  ),
  'solved-on-time-problem': name(
    'ปัญหาที่แก้ไขทันกำหนด',
    'Problems solved on time',
    'แก้ไขแล้วภายในวันครบกำหนด',
    'Solved by the due day',
  ),
  'live-problem': name(
    'ปัญหาที่ยังต้องแก้ไข',
    'Live problems',
    'ยังไม่แก้ไข ไม่ถูกยกเลิก และไม่ได้วินิจฉัยว่าเกินอำนาจ',
    'Not solved, not cancelled and not ruled unresolvable',
  ),
  'new-problem': name(
    'ปัญหาที่พบใหม่ในรอบนี้',
    'Problems found in this round',
    'พบครั้งแรกในรอบนี้',
    'First found in this round',
  ),
  'new-problem-in-known-household': name(
    'ปัญหาใหม่ในครัวเรือนเดิม',
    'New problems in known households',
    'พบใหม่ในรอบนี้ ในครัวเรือนที่มีอยู่ในฐานข้อมูลรอบก่อน',
    'Found in this round in baseline households',
  ),
  'baseline-problem': name(
    'ปัญหาเดิม',
    'Old problems',
    'ปัญหาจากรอบก่อนที่ต้องตรวจสอบซ้ำ',
    'Problems of earlier rounds that must be re-checked',
  ),
  'rechecked-problem': name(
    'ปัญหาเดิมที่ตรวจสอบซ้ำแล้ว',
    'Old problems re-checked',
    'มีผลการตรวจสอบ R1–R6 ในรอบนี้แล้ว',
    'With a verdict R1–R6 in this round',
  ),
  'problem-without-plan': name(
    'ปัญหาที่ยังไม่มีแผน',
    'Problems without a plan',
    'ยังไม่ได้วางแผน ส่งต่อ หรือเริ่มแก้ไข',
    'Not planned, referred or begun yet',
  ),
  'problem-awaiting-verification': name(
    'ปัญหาที่ช่วยแล้ว รอตรวจผล',
    'Problems helped, to be verified',
    'ช่วยเหลือครบแล้ว รอเจ้าหน้าที่คนอื่นตรวจผลพร้อมหลักฐาน',
    'Help is complete; another officer must verify it with evidence',
  ),
  'problem-at-agency': name(
    'ปัญหาที่ส่งต่อหน่วยงาน',
    'Problems with an agency',
    'ส่งต่อแล้ว รอหน่วยงานตอบรับ',
    'Referred, waiting for the agency to accept',
  ),
  'cancellation-proposed': name(
    'ปัญหาที่เสนอยกเลิก',
    'Cancellations proposed',
    'ตำบลหรือหมู่บ้านเสนอยกเลิก รออำเภอพิจารณา',
    'Proposed for cancellation, waiting for the district',
  ),
  'unresolvable-problem': name(
    'ปัญหาเกินอำนาจหรือแก้ไขไม่ได้',
    'Unresolvable problems',
    'นายอำเภอวินิจฉัยแล้ว ต้องดูแลต่อเนื่อง ไม่นับว่าแก้แล้ว',
    'Ruled by the district chief; in continuing care, never counted as solved',
  ),
  'problem-paused': name(
    'ปัญหาที่ได้หยุดนับเวลา',
    'Problems with a pause',
    'นายอำเภออนุมัติให้หยุดนับเวลา และยังไม่แก้ไข',
    'Not solved, with a pause that the district chief approved',
  ),
  'problem-silent-agency': name(
    'ปัญหาที่หน่วยงานไม่ตอบรับ',
    'Problems an agency was silent on',
    'ยังไม่แก้ไข และเคยมีหน่วยงานไม่ตอบรับภายในกำหนด',
    'Live, and an agency let its day to answer pass',
  ),
  'problem-without-own-evidence': name(
    'ปัญหาที่ปิดโดยไม่มีหลักฐานตามประเภท',
    'Closed without the kind’s evidence',
    'ตรวจรับแล้วโดยระบุเหตุที่ไม่มีหลักฐานตามประเภทปัญหา',
    'Verified with a reason in place of the evidence its kind asks for',
  ),
  'problem-to-revisit': name(
    'ปัญหาที่รอเยี่ยมซ้ำ',
    'Problems to re-visit',
    'แก้ไขแล้ว และยังไม่ได้เยี่ยมซ้ำ',
    'Solved, not re-visited yet',
  ),
  'problem-revisited': name(
    'ปัญหาที่เยี่ยมซ้ำแล้วยังแก้ไขได้ดี',
    'Problems still solved when re-visited',
    'เยี่ยมซ้ำหลังแก้ไขแล้ว และปัญหาไม่เกิดซ้ำ',
    'Re-visited after closing and still solved',
  ),
  'problem-called-back': name(
    'ปัญหาที่โทรสอบทานแล้วยืนยัน',
    'Problems confirmed by call-back',
    'สุ่มโทรสอบทานแล้วครัวเรือนยืนยันว่าแก้ไขแล้ว',
    'Drawn for a call-back, and the household says it is solved',
  ),
  'reopened-problem': name('ปัญหาที่เกิดซ้ำ', 'Problems reopened', 'เคยแก้ไขแล้วแต่กลับมาเกิดอีก', 'Solved once, and back again'),
}
