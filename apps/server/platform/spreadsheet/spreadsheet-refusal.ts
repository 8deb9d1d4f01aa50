/** Why a file cannot be read as a spreadsheet. */
export type SpreadsheetRefusal =
  | 'file-empty'
  | 'not-a-spreadsheet'
  | 'old-excel-format'
  | 'password-protected'
  | 'workbook-broken'
  | 'file-too-large'
  | 'encoding-unknown'

/** What a person is told; formal, and with what to do. */
export const SPREADSHEET_REFUSALS: Readonly<Record<SpreadsheetRefusal, { readonly th: string; readonly en: string }>> =
  {
    'file-empty': {
      th: 'ไฟล์ไม่มีข้อมูล โปรดตรวจสอบว่าเลือกไฟล์ถูกต้อง',
      en: 'The file is empty. Please check that it is the right one.',
    },
    'not-a-spreadsheet': {
      th: 'ไฟล์นี้ไม่ใช่ตารางคำนวณ โปรดใช้ไฟล์ .xlsx หรือ .csv',
      en: 'This is not a spreadsheet. Please use an .xlsx or .csv file.',
    },
    'old-excel-format': {
      th: 'ไฟล์เป็น Excel รุ่นเก่า (.xls) โปรดเปิดใน Excel แล้วเลือก "บันทึกเป็น" ชนิด .xlsx ก่อนนำเข้า',
      en: 'This is an old Excel file (.xls). Open it in Excel and save it as .xlsx first.',
    },
    'password-protected': {
      th: 'ไฟล์ตั้งรหัสผ่านไว้ โปรดยกเลิกรหัสผ่านแล้วบันทึกใหม่ก่อนนำเข้า',
      en: 'The file is protected by a password. Remove the password and save it again first.',
    },
    'workbook-broken': {
      th: 'ไฟล์เสียหาย เปิดอ่านไม่ได้ โปรดเปิดใน Excel แล้วบันทึกใหม่ก่อนนำเข้า',
      en: 'The workbook is damaged. Open it in Excel and save it again first.',
    },
    'file-too-large': {
      th: 'ไฟล์มีขนาดใหญ่เกินกำหนด โปรดแบ่งเป็นหลายไฟล์ เช่น รายตำบล',
      en: 'The file is larger than allowed. Please split it, for instance by tambon.',
    },
    'encoding-unknown': {
      th: 'อ่านตัวอักษรในไฟล์ไม่ได้ โปรดบันทึกเป็น CSV UTF-8 หรือ .xlsx',
      en: 'The characters of the file cannot be read. Please save it as CSV UTF-8 or .xlsx.',
    },
  }

/** Thrown inside the readers, caught at their door and returned as a refusal. */
export class Unreadable extends Error {
  readonly code: SpreadsheetRefusal
  constructor(code: SpreadsheetRefusal) {
    super(code)
    this.code = code
  }
}
