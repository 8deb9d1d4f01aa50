import type { Role } from '@thaiqm/core/access/role.ts'
import type { Language } from '@thaiqm/ui/words.ts'

const tasks: Record<Role, { readonly th: string; readonly en: string }> = {
  GOV: { th: 'ติดตามภาพรวมทั้งจังหวัด เปรียบเทียบรายอำเภอ', en: 'Follows the whole province, district beside district' },
  PROV: {
    th: 'กำหนดรอบและวัน นำเข้าฐานข้อมูลเดิม ดูแลผู้ใช้งาน',
    en: 'Sets rounds and deadlines, imports the baseline, keeps accounts',
  },
  DCHIEF: {
    th: 'รับรองข้อมูล อนุมัติแผน และวินิจฉัยปัญหาที่เกินอำนาจ',
    en: 'Certifies forms, approves plans, rules on the unresolvable',
  },
  DOFF: {
    th: 'ตรวจและรับรองแบบ ส่งต่อหน่วยงาน จัดประชุม ศจพ.อ.',
    en: 'Reviews forms, refers to agencies, prepares meetings',
  },
  TAM: {
    th: 'ตรวจแบบของหมู่บ้าน เสนอแผนรายครัวเรือน ตรวจผลการช่วยเหลือ',
    en: 'Verifies village forms, proposes plans, verifies results',
  },
  MENTOR: { th: 'เยี่ยมครัวเรือนที่รับผิดชอบและติดตามแผน', en: 'Visits households and follows their plans' },
  VIL: { th: 'สำรวจครัวเรือนในหมู่บ้านด้วยโทรศัพท์ (แอปภาคสนาม)', en: 'Surveys the village by phone (field app)' },
  AGENCY: { th: 'รับหรือส่งคืนเรื่องที่อำเภอส่งต่อ และบันทึกการช่วยเหลือ', en: 'Accepts or returns referrals and records help' },
  PARTNER: { th: 'เสนอและบันทึกความช่วยเหลือ', en: 'Offers and records help' },
  LINK: { th: 'อ่านและส่งออกข้อมูลของหน่วยงาน', en: 'Reads and exports the office’s own columns' },
  SYS: {
    th: 'ดูแลบัญชีผู้ใช้และนาฬิกาพื้นที่ฝึก ไม่เห็นข้อมูลส่วนบุคคล',
    en: 'Keeps accounts and the practice clock; sees no personal data',
  },
  DPO: { th: 'ตรวจสอบการเข้าถึงข้อมูลส่วนบุคคล', en: 'Audits access to personal data' },
}

/** What a role does, in a line. */
export const roleTask = (of: Role, language: Language): string => tasks[of][language]
