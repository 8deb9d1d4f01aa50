import type { CallFailure } from '@thaiqm/contract/client/call-route.ts'
import { defineWords, type Language, speak } from '@thaiqm/ui/words.ts'

const words = defineWords({
  offline: {
    th: 'ไม่มีสัญญาณเครือข่าย ลองใหม่เมื่อมีสัญญาณ',
    en: 'No network. Please try again when there is a signal.',
  },
  fault: {
    th: 'ระบบขัดข้องชั่วคราว โปรดลองใหม่อีกครั้ง',
    en: 'The server has a fault. Please try again.',
  },
  otherVersion: {
    th: 'โปรดโหลดหน้าใหม่ ระบบมีการปรับรุ่น',
    en: 'Please reload the page: the system has been updated.',
  },
})

/** What a failed call says to a person: a refusal in its own words, else what to do. */
export const failureText = (failure: CallFailure, language: Language): string => {
  if (failure.kind === 'refused') return language === 'th' ? failure.refusal.messageTh : failure.refusal.messageEn
  const said = speak(words, language)
  if (failure.kind === 'other-version') return said.otherVersion
  return failure.kind === 'offline' ? said.offline : said.fault
}
