/** States of a hardship and of a form, as officers say them. */
export const stateNames = {
  OPEN: { th: 'รอวางแผน', en: 'Open' },
  PLANNED: { th: 'มีแผนแล้ว', en: 'Planned' },
  REFERRED: { th: 'ส่งต่อหน่วยงาน', en: 'Referred' },
  IN_PROGRESS: { th: 'กำลังแก้ไข', en: 'In progress' },
  ASSISTED: { th: 'ช่วยแล้ว รอตรวจผล', en: 'Helped, to be verified' },
  RESOLVED: { th: 'แก้ไขแล้ว', en: 'Resolved' },
  SELF_RESOLVED: { th: 'แก้ไขได้เอง', en: 'Self-resolved' },
  UNRESOLVABLE: { th: 'เกินอำนาจ/แก้ไขไม่ได้', en: 'Unresolvable' },
  CANCELLED: { th: 'ยกเลิก', en: 'Cancelled' },
  NOT_STARTED: { th: 'ยังไม่สำรวจ', en: 'Not surveyed' },
  SUBMITTED: { th: 'ส่งแล้ว รอตรวจ', en: 'Sent, to be verified' },
  VERIFIED: { th: 'ตรวจแล้ว รอรับรอง', en: 'Verified' },
  CERTIFIED: { th: 'รับรองแล้ว', en: 'Certified' },
  RETURNED: { th: 'ส่งกลับแก้ไข', en: 'Returned' },
} as const

export const planStateNames = {
  PROPOSED: { th: 'รออนุมัติ', en: 'Awaiting approval' },
  APPROVED: { th: 'อนุมัติแล้ว', en: 'Approved' },
  RETURNED: { th: 'ส่งกลับทบทวน', en: 'Returned' },
} as const

export const statusNames = {
  ACTIVE: { th: 'อยู่อาศัย', en: 'Lived in' },
  VACANT: { th: 'บ้านว่าง', en: 'Empty' },
  DEMOLISHED: { th: 'รื้อถอน', en: 'Demolished' },
  MOVED: { th: 'ย้ายออก', en: 'Moved away' },
  WITHDRAWN: { th: 'ยกเลิกการนำเข้า', en: 'Import undone' },
} as const

export const originNames = {
  BASELINE: { th: 'ครัวเรือนเดิม', en: 'Baseline' },
  REGISTRY: { th: 'จากทะเบียนบ้าน', en: 'From the registry' },
  MISSED: { th: 'ครัวเรือนตกหล่น', en: 'Missed' },
  NEW: { th: 'ครัวเรือนใหม่', en: 'New' },
} as const

export const roleNames = {
  SYS: { th: 'ผู้ดูแลระบบ', en: 'System administrator' },
  GOV: { th: 'ผู้ว่าราชการจังหวัด', en: 'Governor' },
  PROV: { th: 'ที่ทำการปกครองจังหวัด', en: 'Provincial administration' },
  DCHIEF: { th: 'นายอำเภอ', en: 'District chief' },
  DOFF: { th: 'เจ้าหน้าที่อำเภอ', en: 'District officer' },
  TAM: { th: 'ทีมปฏิบัติการตำบล', en: 'Tambon team' },
  MENTOR: { th: 'ทีมพี่เลี้ยง', en: 'Mentor' },
  VIL: { th: 'กำนัน ผู้ใหญ่บ้าน ผู้ช่วยฯ', en: 'Village head' },
  AGENCY: { th: 'หน่วยงานรับผิดชอบ', en: 'Agency' },
  PARTNER: { th: 'ภาคีเครือข่าย', en: 'Partner' },
  LINK: { th: 'หน่วยงานเชื่อมโยงข้อมูล', en: 'Linked office' },
  DPO: { th: 'เจ้าหน้าที่คุ้มครองข้อมูล', en: 'Data protection officer' },
} as const

export const supportLevelNames = {
  SURVIVE: { th: 'อยู่รอด', en: 'Survive' },
  SUFFICIENT: { th: 'พอเพียง', en: 'Sufficient' },
  SUSTAIN: { th: 'ยั่งยืน', en: 'Sustain' },
} as const
