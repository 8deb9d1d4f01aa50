import type { Sentence } from '../refusal/sentence.ts'

/** Why a paper is not written. */
export const papersRefusals = {
  'nothing-to-write': {
    th: 'ไม่มีเรื่องที่ต้องทำหนังสือในพื้นที่นี้ โปรดเลือกพื้นที่หรือหน่วยงานอื่น',
    en: 'There is nothing to write about here. Please choose another area or agency.',
  },
  'paper-too-long': {
    th: 'มีมากกว่า {most} เรื่อง โปรดเลือกพื้นที่ให้แคบลง เช่น ตำบลหรือหมู่บ้าน แล้วทำหนังสือทีละพื้นที่',
    en: 'More than {most} cases. Please choose a smaller area, such as a tambon or village, and write area by area.',
  },
  'letter-number-used': {
    th: 'เลขที่หนังสือ {number} ใช้ในหนังสือฉบับอื่นของหน่วยงานท่านในปีนี้แล้ว โปรดตรวจสอบทะเบียนหนังสือส่งแล้วแก้ไขเลขที่ หรือยืนยันว่าต้องการใช้เลขนี้',
    en: 'Number {number} stands on another letter of your office this year. Please check your register and change it, or confirm that it is meant.',
  },
  'paper-not-received': {
    th: 'ยังไม่ได้รับไฟล์ โปรดตรวจสอบการเชื่อมต่อแล้วลองใหม่',
    en: 'The file did not arrive. Please check the connection and try again.',
  },
  'emblem-not-accepted': {
    th: 'รับเฉพาะภาพตรา PNG หรือ JPEG ขนาดไม่เกิน 1 MB โปรดเลือกไฟล์ใหม่',
    en: 'Only a PNG or JPEG image of at most 1 MB. Please choose another file.',
  },
  'meeting-not-closed': {
    th: 'จัดทำรายงานการประชุมได้เมื่อปิดการประชุมแล้ว โปรดบันทึกมติให้ครบและปิดการประชุมก่อน',
    en: 'Minutes are written once the meeting is closed. Please record its decisions and close it first.',
  },
} as const satisfies Record<string, Sentence>
