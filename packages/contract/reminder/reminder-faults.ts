import { z } from 'zod'
import type { Sentences } from '../refusal/sentence.ts'

/** Why a reminder did not go out, each with what to do about it. */
export const reminderFault = z.enum([
  'channel-unreachable',
  'channel-busy',
  'channel-sign-in-refused',
  'connection-lost',
  'address-refused',
  'message-refused',
  'interrupted',
])
export type ReminderFault = z.infer<typeof reminderFault>

export const reminderFaultSentences: Sentences<ReminderFault> = {
  'channel-unreachable': {
    th: 'ติดต่อเครื่องแม่ข่ายอีเมลหรือ LINE ไม่ได้ โปรดตรวจสอบเครือข่ายและค่า SMTP_URL',
    en: 'The mail server or LINE cannot be reached. Please check the network and SMTP_URL.',
  },
  'channel-busy': {
    th: 'เครื่องแม่ข่ายอีเมลหรือ LINE ยังไม่รับในขณะนี้ หรือเกินโควตาข้อความ ระบบจะส่งใหม่เอง',
    en: 'The mail server or LINE takes nothing just now, or the quota is used up. It is tried again by itself.',
  },
  'channel-sign-in-refused': {
    th: 'บัญชีผู้ส่งถูกปฏิเสธ โปรดตรวจสอบรหัสใน SMTP_URL หรือ LINE_CHANNEL_TOKEN',
    en: 'The sending account was turned down. Please check the password in SMTP_URL or LINE_CHANNEL_TOKEN.',
  },
  'connection-lost': {
    th: 'การเชื่อมต่อขาดระหว่างส่ง ข้อความอาจถึงแล้ว ระบบจะส่งซ้ำอีกไม่เกินหนึ่งครั้ง',
    en: 'The connection broke while sending. It may have arrived; it is sent at most once more.',
  },
  'address-refused': {
    th: 'ปลายทางไม่รับที่อยู่นี้ โปรดให้เจ้าของบัญชีตรวจสอบอีเมลหรือรหัส LINE',
    en: 'The address was turned down. Please have the person check the e-mail address or LINE id.',
  },
  'message-refused': {
    th: 'ปลายทางไม่รับข้อความ โปรดตรวจสอบ SMTP_FROM และสิทธิของบัญชีผู้ส่ง',
    en: 'The message was turned down. Please check SMTP_FROM and the rights of the sending account.',
  },
  interrupted: {
    th: 'ระบบหยุดทำงานระหว่างส่ง ข้อความอาจถึงแล้ว จึงไม่ส่งซ้ำอีก',
    en: 'The server stopped while sending. It may have arrived, so it is not sent again.',
  },
}
