import type { AssignmentRefusal } from '@thaiqm/core/assignment/check-assignment.ts'
import type { Sentences } from '../refusal/sentence.ts'

export const assignmentRefusals: Sentences<AssignmentRefusal> = {
  'pin-unknown': {
    th: 'คู่ที่กำหนดไว้บางคู่ไม่มีความต้องการหรือข้อเสนอนั้นแล้ว โปรดยกเลิกคู่ที่กำหนดแล้วเสนอใหม่',
    en: 'A need or an offer of a pinned pair is no longer there. Please unpin it and propose again.',
  },
  'pin-contradicts': {
    th: 'คู่ที่กำหนดไว้ขัดกับรายการที่ไม่ใช้หรือพักไว้ โปรดเลือกอย่างใดอย่างหนึ่งแล้วเสนอใหม่',
    en: 'A pinned pair is barred, left out or pinned twice. Please choose one and propose again.',
  },
  'pin-does-not-fit': {
    th: 'ข้อเสนอของคู่ที่กำหนดไว้ไม่ตรงกับความต้องการ หรือเหลือไม่พอแล้ว โปรดยกเลิกคู่นั้นแล้วเสนอใหม่',
    en: 'The offer of a pinned pair does not fit the need, or has too little left. Please unpin it and propose again.',
  },
  'pins-overbook': {
    th: 'คู่ที่กำหนดไว้รวมกันเกินจำนวนหรืองบประมาณที่เหลือของข้อเสนอ โปรดยกเลิกบางคู่แล้วเสนอใหม่',
    en: 'The pinned pairs together take more than the offer has left. Please unpin some and propose again.',
  },
}
