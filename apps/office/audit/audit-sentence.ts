import type { AuditLine } from '@thaiqm/contract/audit/audit-routes.ts'
import { measure } from '@thaiqm/core/measure/measure.ts'
import { measureNames } from '@thaiqm/core/measure/measure-name.ts'
import type { Language } from '@thaiqm/ui/words.ts'
import { commandName } from '../sync/command-names.ts'

/** Acts that change no record: looking, taking away, coming in. In the order the filter offers them. */
export const watchedActs = {
  ReadCallBack: { th: 'เปิดดูข้อมูลเพื่อโทรสอบทาน', en: 'Looked up a call-back' },
  ReadHousehold: { th: 'เปิดดูข้อมูลครัวเรือน', en: 'Opened a household' },
  ReadHeldRecord: { th: 'เปิดดูหรือพิมพ์ข้อมูลทั้งหมดที่จัดเก็บของครัวเรือน', en: 'Opened all that is held of a household' },
  ReadDataRequests: { th: 'เปิดดูรายการคำขอเกี่ยวกับข้อมูลส่วนบุคคล', en: 'Opened the data requests' },
  PullArea: { th: 'รับข้อมูลครัวเรือนของพื้นที่ลงเครื่อง', en: 'Fetched the households of an area to a phone' },
  ReadVillage: { th: 'ดึงข้อมูลทั้งหมู่บ้านลงโทรศัพท์', en: 'Fetched a village to a phone' },
  ReadList: { th: 'เปิดดูรายชื่อ', en: 'Opened a list' },
  ExportList: { th: 'ดาวน์โหลดรายชื่อเป็นไฟล์', en: 'Downloaded a list' },
  ReadMeeting: { th: 'เปิดดูการประชุม', en: 'Opened a meeting' },
  DrawAgenda: { th: 'ดึงเรื่องที่รอพิจารณาเข้าวาระประชุม', en: 'Drew what waits for a meeting' },
  WritePaper: { th: 'จัดทำเอกสารราชการ', en: 'Wrote an official paper' },
  PrintPaper: { th: 'พิมพ์เอกสารของครัวเรือนจากหน้าจอ', en: 'Printed a household’s paper' },
  SignIn: { th: 'เข้าสู่ระบบ', en: 'Signed in' },
  ResetPassword: { th: 'ออกรหัสผ่านใหม่', en: 'Issued a new password' },
  ChangeReminders: { th: 'เปลี่ยนการรับแจ้งเตือนของตน', en: 'Changed own reminders' },
  IssueTaskLink: { th: 'ออกลิงก์ตอบงาน', en: 'Made a task link' },
  RevokeTaskLink: { th: 'ยกเลิกลิงก์ตอบงาน', en: 'Ended a task link' },
  OpenTask: { th: 'เปิดลิงก์ตอบงาน', en: 'Opened a task link' },
  ReadRemedies: { th: 'เปิดดูแนวทางแก้ไขที่เสนอให้ครัวเรือน', en: 'Looked at the remedies proposed to a household' },
  ProposeAssignment: { th: 'ขอข้อเสนอการจัดสรรความช่วยเหลือ', en: 'Asked for a proposal to share out help' },
  ReadThanksPhoto: { th: 'เปิดดูภาพผลงานที่ได้รับความยินยอม', en: 'Looked at a photo shown with consent' },
  FindPossibleDuplicates: {
    th: 'ค้นหาครัวเรือนที่อาจซ้ำจากเลขประจำตัวประชาชน',
    en: 'Looked for the same household by national numbers',
  },
  HandOverDraft: { th: 'ส่งต่อร่างแบบสำรวจให้เจ้าหน้าที่อื่น', en: 'Handed a draft over' },
  ReadParked: { th: 'เปิดดูรายการรอพิจารณา', en: 'Opened a parked command' },
  LoadUnsentFile: { th: 'รับไฟล์งานที่ยังไม่ได้ส่งเข้าระบบ', en: 'Took in a file of unsent work' },
  UploadBaseline: { th: 'ส่งไฟล์ข้อมูลรอบก่อนเข้าระบบ', en: 'Sent in a workbook of the last round' },
  StartBaselineImport: { th: 'เริ่มนำเข้าข้อมูลรอบก่อน', en: 'Began an import of the last round' },
  UndoBaselineImport: { th: 'ยกเลิกการนำเข้าข้อมูลรอบก่อนทั้งชุด', en: 'Took an import back' },
  ReadAudit: { th: 'เปิดดูบันทึกการใช้งาน', en: 'Opened the audit' },
} as const

/** Papers that leave the system, as the audit names them. */
const paperNames: Readonly<Record<string, { readonly th: string; readonly en: string }>> = {
  'referral-letter': { th: 'หนังสือส่งต่อหน่วยงาน', en: 'Referral letter' },
  'village-needs': { th: 'ข้อมูลความต้องการของหมู่บ้าน', en: 'Village needs' },
  'case-sheet': { th: 'แบบรายงานรายกรณี', en: 'Case sheet' },
  minutes: { th: 'รายงานการประชุม', en: 'Minutes' },
  timeline: { th: 'ประวัติการดำเนินงานของครัวเรือน', en: 'Line of life' },
}

const isWatched = (act: string): act is keyof typeof watchedActs => act in watchedActs

/** What was done, in a few words. */
export const auditAct = (act: string, language: Language): string =>
  isWatched(act) ? watchedActs[act][language] : commandName(act, language)

/** The area that a line names: the audit fills the code of a tambon, district or province up with zeros. */
export const auditArea = (areaCode: string): string => areaCode.replace(/(?:00)+$/, '')

/** On what: the list's name, how many rows went out; nothing where the act says it all. */
export const auditObject = (
  line: Pick<AuditLine, 'objectKind' | 'objectId' | 'details'>,
  language: Language,
): string => {
  const of = measure.safeParse(line.objectId)
  const name = of.success ? measureNames[of.data] : paperNames[String(line.details.paper)]
  if (name === undefined) return ''
  const rows = line.details.rows ?? line.details.total
  const count = typeof rows === 'number' ? (language === 'th' ? ` (${rows} รายการ)` : ` (${rows} rows)`) : ''
  return `${name[language]}${count}`
}
