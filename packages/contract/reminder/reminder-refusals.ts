import type { Sentences } from '../refusal/sentence.ts'
import { type ReminderFault, reminderFaultSentences } from './reminder-faults.ts'

type ReminderRefusal =
  | 'channel-off'
  | 'address-not-well-formed'
  | 'address-missing'
  | 'address-not-confirmed'
  | 'code-wrong'
  | 'code-too-often'
  | ReminderFault

export const reminderRefusals: Sentences<ReminderRefusal> = {
  'channel-off': {
    th: 'ระบบนี้ยังไม่ได้เปิดช่องทางแจ้งเตือนนี้ โปรดแจ้งผู้ดูแลระบบ',
    en: 'This server has not been set up for this channel. Please tell the administrator.',
  },
  'address-not-well-formed': {
    th: 'รูปแบบที่อยู่ไม่ถูกต้อง โปรดตรวจสอบอีเมล หรือรหัส LINE ที่ขึ้นต้นด้วย U หรือ C ตามด้วย 32 ตัว',
    en: 'Please check the address: an e-mail address, or a LINE id of U or C and 32 characters.',
  },
  'address-missing': {
    th: 'ยังไม่มีที่อยู่สำหรับรับการแจ้งเตือน โปรดระบุและบันทึกก่อน',
    en: 'There is no address yet. Please enter and save one first.',
  },
  'address-not-confirmed': {
    th: 'ที่อยู่นี้ยังไม่ได้ยืนยัน โปรดขอรหัสแล้วกรอกรหัสที่ได้รับ',
    en: 'This address is not confirmed yet. Please ask for a code and enter it.',
  },
  'code-wrong': {
    th: 'รหัสไม่ถูกต้องหรือหมดอายุ โปรดตรวจสอบ หรือขอรหัสใหม่',
    en: 'The code is wrong or has expired. Please check it, or ask for a new one.',
  },
  'code-too-often': {
    th: 'ขอรหัสครบ {most} ครั้งแล้วในวันนี้ โปรดลองใหม่ในวันพรุ่งนี้',
    en: 'You have asked for a code {most} times today. Please try again tomorrow.',
  },
  ...reminderFaultSentences,
}
