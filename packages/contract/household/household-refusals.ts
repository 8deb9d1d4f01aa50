import type { CorrectHouseholdRefusal } from '@thaiqm/core/household/correct-household.ts'
import type { CommonRefusal } from '@thaiqm/core/household/household-command.ts'
import type {
  ImportBaselineHouseholdRefusal,
  UndoBaselineHouseholdRefusal,
} from '@thaiqm/core/household/import-baseline-household.ts'
import type { RecordVisitRefusal } from '@thaiqm/core/household/record-visit.ts'
import type { RegisterHouseholdRefusal } from '@thaiqm/core/household/register-household.ts'
import type { RecordDeathRefusal } from '@thaiqm/core/member/record-death.ts'
import type { conflictRefusals } from '../conflict/conflict-refusals.ts'
import type { Sentences } from '../refusal/sentence.ts'

type HouseholdRefusal =
  | CommonRefusal
  | RegisterHouseholdRefusal
  | RecordVisitRefusal
  | CorrectHouseholdRefusal
  | ImportBaselineHouseholdRefusal
  | UndoBaselineHouseholdRefusal
  | Exclude<RecordDeathRefusal, 'member-unknown' | 'day-in-future'>

export const householdRefusals: Sentences<Exclude<HouseholdRefusal, keyof typeof conflictRefusals>> = {
  'not-permitted': {
    th: 'ตำแหน่งของท่านไม่มีสิทธิทำรายการนี้ โปรดแจ้งผู้มีหน้าที่รับผิดชอบ',
    en: 'Your post may not do this. Please ask the officer in charge.',
  },
  'outside-area': {
    th: 'ครัวเรือนนี้อยู่นอกพื้นที่รับผิดชอบของท่าน โปรดประสานเจ้าหน้าที่ของพื้นที่นั้น',
    en: 'This household is outside your area. Please contact the officer of that area.',
  },
  'household-unknown': {
    th: 'ไม่พบครัวเรือนนี้ในพื้นที่ของผู้บันทึก อาจมีการย้ายเขตหรือย้ายหมู่บ้าน โปรดปรับปรุงข้อมูลแล้วค้นหาใหม่',
    en: 'No such household in the area of whoever recorded this; it may have moved. Please refresh and search again.',
  },
  'household-merged': {
    th: 'ครัวเรือนนี้รวมกับครัวเรือนอื่นแล้ว โปรดเปิดครัวเรือนที่คงไว้และบันทึกที่นั่น',
    en: 'This household was merged into another one. Please open the one that stays and record it there.',
  },
  'household-already-known': {
    th: 'ครัวเรือนนี้มีอยู่ในระบบแล้ว โปรดเปิดครัวเรือนเดิมแทนการเพิ่มใหม่',
    en: 'This household is already recorded. Please open it instead of adding it again.',
  },
  'missed-reason-missing': {
    th: 'ยังไม่ได้ระบุเหตุที่ตกหล่น โปรดเลือกเหตุ M1–M8',
    en: 'Please choose why this household was missed (M1–M8).',
  },
  'place-missing': {
    th: 'ไม่มีบ้านเลขที่และรหัสประจำบ้าน โปรดบันทึกพิกัดเพื่อให้กลับมาหาบ้านได้',
    en: 'Without house number and house code, record the position so that the house can be found again.',
  },
  'round-unknown': { th: 'ไม่พบรอบสำรวจนี้ โปรดปรับปรุงข้อมูลแล้วทำใหม่', en: 'No such round. Please refresh and try again.' },
  'round-closed': {
    th: 'รอบสำรวจนี้ยังไม่เปิดหรือปิดแล้ว โปรดสอบถามที่ทำการปกครองจังหวัด',
    en: 'This round is not open. Please ask the provincial office.',
  },
  'reason-missing': { th: 'โปรดระบุเหตุผล', en: 'Please give the reason.' },
  'head-missing': { th: 'โปรดระบุหัวหน้าครัวเรือน 1 คน', en: 'Please name exactly one head of the household.' },
  'new-head-missing': {
    th: 'ผู้เสียชีวิตเป็นหัวหน้าครัวเรือน โปรดเลือกหัวหน้าครัวเรือนคนใหม่จากสมาชิกที่ยังมีชีวิตอยู่',
    en: 'The head of the household has died. Please choose a new head among the living members.',
  },
  'already-dead': {
    th: 'บันทึกการเสียชีวิตของสมาชิกคนนี้ไว้แล้ว โปรดปรับปรุงข้อมูลเพื่อดูสถานะล่าสุด',
    en: 'The death of this member is already recorded. Please refresh to see the latest state.',
  },
  'kind-unknown': {
    th: 'ไม่รู้จักรหัสปัญหา {kind} โปรดเลือกประเภทปัญหาจากรายการ',
    en: 'Unknown problem kind {kind}. Please choose one from the list.',
  },
  'not-of-this-batch': { th: 'ครัวเรือนนี้ไม่ได้มาจากการนำเข้าครั้งนี้', en: 'This household did not come with this import.' },
  'work-builds-on-it': {
    th: 'ยกเลิกการนำเข้าไม่ได้ เพราะมีการสำรวจหรือดำเนินการต่อจากข้อมูลนี้แล้ว',
    en: 'The import cannot be undone: survey or other work already builds on it.',
  },
}
