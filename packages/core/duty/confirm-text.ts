import type { ReminderText } from './reminder-text.ts'

/** The message that brings the code by which somebody shows that an address is their own. */
export const confirmText = (code: string, isPractice: boolean): ReminderText => {
  const prefix = isPractice ? '[พื้นที่ฝึก] ' : ''
  const th = `รหัสยืนยันการรับแจ้งเตือนจาก ThaiQM คือ ${code} ใช้ได้ 30 นาที หากท่านไม่ได้ขอรหัสนี้ โปรดละเว้นข้อความนี้`
  const en = `Your ThaiQM code is ${code}. It is good for 30 minutes. If you did not ask for it, please ignore this message.`
  return {
    subject: `${prefix}รหัสยืนยันการรับแจ้งเตือนจาก ThaiQM`,
    body: `${th}\n\n${en}`,
    lineText: `${prefix}${th}`,
  }
}

/** What the administrator's test says. */
export const testText = (isPractice: boolean): ReminderText => {
  const prefix = isPractice ? '[พื้นที่ฝึก] ' : ''
  const th = 'ข้อความนี้ส่งเพื่อทดสอบการแจ้งเตือนของ ThaiQM หากท่านได้รับ แสดงว่าช่องทางนี้ใช้งานได้'
  const en = 'This is a test of ThaiQM’s reminders. If you read this, the channel works.'
  return { subject: `${prefix}ทดสอบการแจ้งเตือน ThaiQM`, body: `${th}\n\n${en}`, lineText: `${prefix}${th}` }
}
