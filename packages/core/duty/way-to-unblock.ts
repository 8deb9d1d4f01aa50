import type { DutyKind, MeetingDutyKind } from './duty.ts'

interface Way {
  readonly th: string
  readonly en: string
}

/** What a level above can do about a duty that was not done below: shown where it was carried up. */
export const waysToUnblock: Readonly<Record<DutyKind | MeetingDutyKind, Way>> = {
  'survey-to-verify': { th: 'มอบหมายผู้ตรวจคนอื่น หรืออำเภอตรวจแทน', en: 'Name another verifier, or verify it yourselves' },
  'survey-to-certify': { th: 'รับรอง หรือส่งกลับพร้อมเหตุผล', en: 'Certify, or return it with a reason' },
  'survey-to-correct': { th: 'ส่งต่อแบบให้ผู้สำรวจคนใหม่ หรือให้ตำบลแก้ไข', en: 'Hand the form to another surveyor' },
  'conflict-to-settle': { th: 'เลือกข้อมูลที่ถูกต้องแทน', en: 'Choose what is right yourselves' },
  'plan-to-approve': { th: 'อนุมัติ หรือส่งกลับพร้อมเหตุผล', en: 'Approve, or return it with a reason' },
  'plan-to-revise': { th: 'เรียกทีมตำบลและทีมพี่เลี้ยงปรับแผนร่วมกัน', en: 'Bring team and mentors together over the plan' },
  'problem-to-plan': {
    th: 'เลือกช่องทางแก้ไข ส่งต่อหน่วยงาน หรือนำเข้าที่ประชุม ศจพ.',
    en: 'Choose a lane, refer it, or bring it before a meeting',
  },
  'problem-due': {
    th: 'ดูว่าติดที่ใคร เปลี่ยนช่องทางหรือผู้รับผิดชอบ หรือวินิจฉัยว่าเกินอำนาจ',
    en: 'See with whom it is stuck; change lane or owner, or rule it beyond power',
  },
  'action-due': { th: 'ติดต่อผู้รับผิดชอบ หรือเปลี่ยนผู้รับผิดชอบในแผน', en: 'Call the owner, or give the action to another' },
  'action-refused': { th: 'เลือกเมนูช่วยเหลือหรือภาคีอื่นในแผน', en: 'Choose another remedy or partner in the plan' },
  'referral-to-answer': { th: 'โทรติดตามหน่วยงาน หรือส่งต่อหน่วยงานอื่น', en: 'Call the agency, or refer it to another' },
  'referral-to-finish': {
    th: 'โทรติดตาม ขอหน่วยงานร่วม หรือส่งต่อหน่วยงานอื่น',
    en: 'Call, ask a contributor, or refer it anew',
  },
  'referral-returned': { th: 'ส่งต่อหน่วยงานอื่น หรือเลือกช่องทางชุมชน', en: 'Refer it to another, or to the community' },
  'referral-silent': {
    th: 'สั่งการผ่านหัวหน้าส่วนราชการ หรือส่งต่อหน่วยงานอื่น',
    en: 'Tell the head of the agency, or refer it to another',
  },
  'look-again': { th: 'มอบหมายผู้ติดตามคนใหม่', en: 'Name somebody else to look' },
  'help-to-verify': { th: 'มอบหมายผู้ตรวจที่ไม่มีส่วนช่วยเหลือ', en: 'Name a verifier who took no part' },
  'cancellation-to-decide': { th: 'อนุมัติ หรือไม่เห็นชอบพร้อมเหตุผล', en: 'Approve it, or decline with a reason' },
  'pause-to-decide': { th: 'อนุมัติ หรือไม่อนุมัติพร้อมเหตุผล', en: 'Approve it, or turn it down with a reason' },
  'call-back': { th: 'มอบหมายผู้โทรที่ไม่เกี่ยวข้อง', en: 'Name a caller who took no part' },
  'data-request-to-answer': {
    th: 'มอบหมายผู้ตอบคนอื่น หรือนายอำเภอตอบเอง',
    en: 'Name another officer, or answer it yourself',
  },
  'meeting-to-hold': {
    th: 'ติดต่อผู้จัดการประชุมให้เปิดประชุม เลื่อนวัน หรือยกเลิกพร้อมเหตุผล',
    en: 'Ask its keepers to open it, move it, or call it off with the reason',
  },
  'meeting-to-close': {
    th: 'ติดต่อผู้จัดการประชุมให้บันทึกมติให้ครบและปิดประชุม',
    en: 'Ask its keepers to record what is missing and close it',
  },
  revisit: { th: 'ให้ทีมตำบลหรือทีมพี่เลี้ยงเยี่ยมแทน', en: 'Let the tambon team or mentors go' },
}
