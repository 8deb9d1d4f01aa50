import type { SettleConflictRefusal } from '@thaiqm/core/conflict/settle-conflict.ts'
import type { Sentences } from '../refusal/sentence.ts'

type Own = Extract<SettleConflictRefusal, `conflict-${string}` | 'changed-by-another'>

export const conflictRefusals: Sentences<Own | 'conflict-open'> = {
  'changed-by-another': {
    th: 'มีผู้แก้ไขข้อมูลส่วนนี้หลังจากที่ท่านเปิดดู ระบบเก็บข้อมูลของทั้งสองฝ่ายไว้ โปรดตรวจสอบข้อมูลล่าสุดแล้วทำรายการใหม่',
    en: 'Somebody changed this after you looked. Both are kept. Please look at it as it stands now and decide again.',
  },
  'conflict-open': {
    th: 'แบบนี้มีข้อมูลไม่ตรงกัน {count} รายการที่ยังไม่ได้ตัดสิน โปรดเลือกข้อมูลที่ถูกต้องก่อนตรวจหรือรับรอง',
    en: 'In this form {count} conflicts are not decided yet. Please choose what is right before you verify or certify it.',
  },
  'conflict-unknown': {
    th: 'ข้อมูลที่ไม่ตรงกันรายการนี้มีผู้ตัดสินแล้ว โปรดปรับปรุงข้อมูลเพื่อดูผล',
    en: 'This conflict has been decided already. Please refresh to see how.',
  },
}
