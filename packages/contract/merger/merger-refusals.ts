import type { MergeHouseholdRefusal, TakeOverFromRefusal } from '@thaiqm/core/merger/merge-household.ts'
import type { GiveBackToRefusal, UnmergeHouseholdRefusal } from '@thaiqm/core/merger/unmerge-household.ts'
import type { Sentences } from '../refusal/sentence.ts'

type MergerRefusal = MergeHouseholdRefusal | TakeOverFromRefusal | UnmergeHouseholdRefusal | GiveBackToRefusal

export const mergerRefusals: Sentences<Exclude<MergerRefusal, 'reason-missing'> | 'companion-refused'> = {
  'same-household': {
    th: 'เลือกครัวเรือนเดียวกัน โปรดเลือกอีกครัวเรือนหนึ่งที่บันทึกซ้ำ',
    en: 'That is the same household. Please choose the other one that was recorded twice.',
  },
  'other-household-unknown': {
    th: 'ไม่พบอีกครัวเรือนหนึ่งในพื้นที่ของท่าน โปรดปรับปรุงข้อมูล หรือประสานผู้ที่ดูแลทั้งสองพื้นที่',
    en: 'The other household is not in your area. Please refresh, or ask somebody who looks after both areas.',
  },
  'other-household-merged': {
    th: 'อีกครัวเรือนหนึ่งรวมกับครัวเรือนอื่นไปแล้ว โปรดเปิดครัวเรือนที่คงไว้แล้วทำรายการที่นั่น',
    en: 'The other household is merged into another one. Please open the one that stays and act there.',
  },
  'conflicts-before-merging': {
    th: 'มีข้อมูลไม่ตรงกัน {count} รายการที่ยังไม่ได้ตัดสิน โปรดตัดสินให้ครบก่อนรวมครัวเรือน',
    en: '{count} conflicts are not settled yet. Please settle them before merging.',
  },
  'form-before-merging': {
    th: 'มีแบบสำรวจที่รอตรวจหรือส่งกลับแก้ไขอยู่ โปรดตรวจแบบให้เสร็จก่อนรวมครัวเรือน',
    en: 'A form is waiting to be verified or corrected. Please finish it before merging.',
  },
  'plan-before-merging': {
    th: 'มีแผนรออนุมัติ โปรดอนุมัติหรือส่งแผนกลับก่อนรวมครัวเรือน',
    en: 'A plan is waiting for approval. Please approve or return it before merging.',
  },
  'people-not-placed': {
    th: 'โปรดระบุให้ครบว่าสมาชิกแต่ละคนของครัวเรือนที่ซ้ำ คือคนเดิมคนใด หรือเป็นคนที่ต้องเพิ่ม',
    en: 'Please say of everybody in the duplicate who they are in the other household, or that they are to be added.',
  },
  'different-people': {
    th: 'สมาชิกที่จับคู่มีเลขประจำตัวประชาชนต่างกัน จึงเป็นคนละคน โปรดจับคู่ใหม่',
    en: 'The people matched have different national numbers, so they are two people. Please match again.',
  },
  'not-merged': {
    th: 'ครัวเรือนนี้ไม่ได้รวมกับครัวเรือนดังกล่าวแล้ว โปรดปรับปรุงข้อมูล',
    en: 'This household is not merged into that one any more. Please refresh.',
  },
  'head-goes-back': {
    th: 'หัวหน้าครัวเรือนปัจจุบันจะกลับไปอยู่อีกครัวเรือนหนึ่ง โปรดกำหนดหัวหน้าครัวเรือนคนใหม่ก่อนยกเลิกการรวม',
    en: 'The present head would go back to the other household. Please name another head before undoing the merging.',
  },
  'plan-before-unmerging': {
    th: 'มีแผนรออนุมัติ โปรดอนุมัติหรือส่งแผนกลับก่อนยกเลิกการรวมครัวเรือน',
    en: 'A plan is waiting for approval. Please approve or return it before undoing the merging.',
  },
  'companion-missing': {
    th: 'รายการรวมครัวเรือนมาไม่ครบทั้งสองส่วน ระบบจึงยังไม่รวม โปรดทำรายการรวมครัวเรือนใหม่',
    en: 'Only one half of this arrived, so nothing was merged. Please do it again.',
  },
  'companion-refused': {
    th: 'อีกส่วนหนึ่งของรายการนี้ยังทำไม่ได้ ระบบจึงไม่ทำทั้งสองส่วน โปรดดูเหตุผลของอีกส่วนแล้วทำใหม่',
    en: 'The other half of this could not be done, so neither was. Please see why and do it again.',
  },
}
