import type { DutyHolder, DutyKind, MeetingDutyKind } from './duty.ts'

interface Named {
  readonly th: string
  readonly en: string
}

/** What is to be done, never what it is about: these names may go out in reminders. */
export const dutyKindNames: Readonly<Record<DutyKind | MeetingDutyKind, Named>> = {
  'survey-to-verify': { th: 'ตรวจแบบสำรวจ', en: 'Verify a form' },
  'survey-to-certify': { th: 'รับรองข้อมูล', en: 'Certify a form' },
  'survey-to-correct': { th: 'แก้ไขแบบสำรวจที่ส่งกลับ', en: 'Correct a returned form' },
  'conflict-to-settle': { th: 'ตัดสินข้อมูลที่ไม่ตรงกัน', en: 'Settle conflicting data' },
  'plan-to-approve': { th: 'พิจารณาแผนรายครัวเรือน', en: 'Decide on a household plan' },
  'plan-to-revise': { th: 'ปรับแผนที่ส่งกลับทบทวน', en: 'Revise a returned plan' },
  'problem-to-plan': { th: 'วางแผน ส่งต่อ หรือเริ่มแก้ไขปัญหา', en: 'Plan, refer or begin' },
  'problem-due': { th: 'แก้ไขปัญหาให้แล้วเสร็จ', en: 'Bring a problem to its end' },
  'action-due': { th: 'ดำเนินกิจกรรมตามแผน', en: 'Carry out a plan action' },
  'action-refused': { th: 'หาทางใหม่แทนกิจกรรมที่ทำไม่ได้', en: 'Find another way for an action that cannot be done' },
  'referral-to-answer': { th: 'ตอบรับหรือส่งคืนเรื่องที่ส่งต่อ', en: 'Accept or return a referral' },
  'referral-to-finish': { th: 'ดำเนินการเรื่องที่รับไว้', en: 'Finish an accepted referral' },
  'referral-returned': { th: 'ส่งต่อใหม่หลังหน่วยงานส่งคืน', en: 'Refer anew after a return' },
  'referral-silent': { th: 'สั่งการเรื่องที่หน่วยงานไม่ตอบรับ', en: 'Act on a silent referral' },
  'look-again': { th: 'ติดตามความคืบหน้า', en: 'Follow up' },
  'help-to-verify': { th: 'ตรวจรับผลการช่วยเหลือ', en: 'Verify help' },
  'cancellation-to-decide': { th: 'พิจารณาข้อเสนอยกเลิกปัญหา', en: 'Decide on a cancellation' },
  'pause-to-decide': { th: 'พิจารณาคำขอหยุดนับเวลา', en: 'Decide on a pause' },
  'call-back': { th: 'โทรสอบทานครัวเรือน', en: 'Call a household back' },
  'data-request-to-answer': { th: 'ตอบคำขอเกี่ยวกับข้อมูลส่วนบุคคล', en: 'Answer a data request' },
  revisit: { th: 'เยี่ยมซ้ำหลังแก้ไข', en: 'Re-visit' },
  'meeting-to-hold': { th: 'จัดประชุมตามกำหนด', en: 'Hold a meeting' },
  'meeting-to-close': { th: 'ปิดการประชุมที่เปิดไว้', en: 'Close an open meeting' },
}

const OTHER: Named = { th: 'งานที่รอดำเนินการ', en: 'Work that waits' }

/** A kind that this build does not know is named in general words: its code must not go out as it stands. */
export const dutyKindName = (kind: string): Named =>
  Object.hasOwn(dutyKindNames, kind) ? dutyKindNames[kind as keyof typeof dutyKindNames] : OTHER

export const dutyHolderNames: Readonly<Record<DutyHolder, Named>> = {
  VILLAGE: { th: 'หมู่บ้าน', en: 'Village' },
  TAMBON: { th: 'ตำบล', en: 'Tambon' },
  DISTRICT: { th: 'อำเภอ', en: 'District' },
  CHIEF: { th: 'นายอำเภอ', en: 'District chief' },
  PROVINCE: { th: 'จังหวัด', en: 'Province' },
  AGENCY: { th: 'หน่วยงาน', en: 'Agency' },
}
