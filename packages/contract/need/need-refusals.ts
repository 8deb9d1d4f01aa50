import type { PublishNeedRefusal } from '@thaiqm/core/need/publish-need.ts'
import type { householdRefusals } from '../household/household-refusals.ts'
import type { problemRefusals } from '../problem/problem-refusals.ts'
import type { Sentences } from '../refusal/sentence.ts'

export const needRefusals: Sentences<
  Exclude<PublishNeedRefusal, keyof typeof householdRefusals | keyof typeof problemRefusals>
> = {
  'need-restricted': {
    th: 'ปัญหานี้จำกัดการเข้าถึง จึงเผยแพร่ จัดสรรจากข้อเสนอของภาคี หรือส่งเป็นลิงก์ไม่ได้ โปรดส่งต่อหน่วยงานที่รับผิดชอบโดยตรง',
    en: 'This hardship is restricted: it is neither published, nor served from an offer, nor sent by link. Please refer it to the responsible agency.',
  },
  'need-names-household': {
    th: 'ข้อความที่ส่งถึงภาคีระบุถึงครัวเรือนได้จากคำว่า “{words}” โปรดตัดคำนี้ออก และเขียนเฉพาะสิ่งที่ต้องการ จำนวน หรือวิธีดำเนินการ',
    en: '“{words}” would tell partners which household this is. Please take it out and write only what is needed, how much, or how to go about it.',
  },
}
