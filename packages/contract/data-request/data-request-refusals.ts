import type {
  AnswerDataRequestRefusal,
  RecordDataRequestRefusal,
} from '@thaiqm/core/data-request/data-request-command.ts'
import type { householdRefusals } from '../household/household-refusals.ts'
import type { problemRefusals } from '../problem/problem-refusals.ts'
import type { Sentences } from '../refusal/sentence.ts'

type Elsewhere = keyof typeof householdRefusals | keyof typeof problemRefusals

export const dataRequestRefusals: Sentences<Exclude<RecordDataRequestRefusal | AnswerDataRequestRefusal, Elsewhere>> = {
  'asker-missing': { th: 'โปรดระบุผู้ยื่นคำขอ', en: 'Please say who asks.' },
  'request-words-missing': {
    th: 'โปรดระบุข้อมูลที่ขอแก้ไขหรือเหตุที่คัดค้าน',
    en: 'Please say what is to be corrected, or why they object.',
  },
  'data-request-unknown': {
    th: 'ไม่พบคำขอนี้ โปรดปรับปรุงข้อมูลแล้วทำใหม่',
    en: 'No such request. Please refresh and try again.',
  },
  'data-request-answered': {
    th: 'คำขอนี้ตอบแล้ว หากมีเรื่องเพิ่มเติม โปรดบันทึกเป็นคำขอใหม่',
    en: 'This request is answered. Please record anything further as a new one.',
  },
}
