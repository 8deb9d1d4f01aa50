import { problemStateNames } from '@thaiqm/core/problem/problem-state-name.ts'
import { surveyStateNames } from '@thaiqm/core/survey/survey-state-name.ts'

/** States of a hardship and of a form, by their official names. */
export const stateNames = { ...problemStateNames, ...surveyStateNames }

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
