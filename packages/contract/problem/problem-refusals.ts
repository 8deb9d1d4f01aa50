import type { RecordAssistanceRefusal } from '@thaiqm/core/assistance/record-assistance.ts'
import type { AnalyseCausesRefusal } from '@thaiqm/core/problem/analyse-causes.ts'
import type { CancelProblemRefusal, DeclineCancellationRefusal } from '@thaiqm/core/problem/cancel-problem.ts'
import type { CloseProblemRefusal } from '@thaiqm/core/problem/close-problem.ts'
import type { DeclareUnresolvableRefusal } from '@thaiqm/core/problem/declare-unresolvable.ts'
import type { MarkSelfResolvedRefusal } from '@thaiqm/core/problem/mark-self-resolved.ts'
import type { ReportProblemRefusal } from '@thaiqm/core/problem/report-problem.ts'
import type { AnswerReferralRefusal } from '@thaiqm/core/referral/answer-referral.ts'
import type { ReferProblemRefusal } from '@thaiqm/core/referral/refer-problem.ts'
import type { conflictRefusals } from '../conflict/conflict-refusals.ts'
import type { householdRefusals } from '../household/household-refusals.ts'
import type { Sentences } from '../refusal/sentence.ts'

type ProblemRefusal =
  | CloseProblemRefusal
  | MarkSelfResolvedRefusal
  | DeclareUnresolvableRefusal
  | CancelProblemRefusal
  | DeclineCancellationRefusal
  | AnalyseCausesRefusal
  | ReportProblemRefusal
  | ReferProblemRefusal
  | AnswerReferralRefusal
  | RecordAssistanceRefusal

export const problemRefusals: Sentences<
  Exclude<ProblemRefusal, keyof typeof householdRefusals | keyof typeof conflictRefusals>
> = {
  'problem-unknown': {
    th: 'ไม่พบปัญหานี้ในครัวเรือน โปรดปรับปรุงข้อมูลแล้วทำใหม่',
    en: 'No such problem in this household. Please refresh and try again.',
  },
  'not-in-this-state': {
    th: 'ทำรายการนี้ไม่ได้ในสถานะ “{state}” โปรดตรวจสอบสถานะล่าสุดของปัญหา',
    en: 'This cannot be done while the problem is “{state}”. Please check its latest state.',
  },
  'no-help-recorded': {
    th: 'ยังไม่มีบันทึกการช่วยเหลือหรือกิจกรรมตามแผนที่ทำเสร็จ โปรดบันทึกการช่วยเหลือก่อนตรวจรับ',
    en: 'No help or finished plan action is recorded yet. Please record the help first.',
  },
  'evidence-missing': {
    th: 'ยังไม่มีหลักฐาน โปรดแนบภาพถ่าย เอกสาร หรือคำยืนยันของพยานอย่างน้อย 1 รายการ',
    en: 'No evidence yet. Please add a photo, a document or a witness’s word.',
  },
  'verifier-is-recorder': {
    th: 'ผู้บันทึกการช่วยเหลือตรวจรับผลงานของตนเองไม่ได้ โปรดให้เจ้าหน้าที่คนอื่นเป็นผู้ตรวจ',
    en: 'Whoever recorded the help may not verify it. Please ask another officer.',
  },
  'how-missing': { th: 'โปรดระบุว่าครัวเรือนแก้ไขได้ด้วยตนเองอย่างไร', en: 'Please say how the household solved it.' },
  'day-in-future': {
    th: 'วันที่ {day} ยังมาไม่ถึง โปรดระบุวันที่เกิดขึ้นจริง',
    en: 'The day {day} has not come yet. Please give the real day.',
  },
  'continuing-care-missing': {
    th: 'โปรดระบุแนวทางดูแลครัวเรือนอย่างต่อเนื่อง',
    en: 'Please say how the household will go on being cared for.',
  },
  'survivor-unknown': { th: 'ไม่พบปัญหาที่ซ้ำกัน โปรดเลือกปัญหาที่จะคงไว้', en: 'Please choose the problem that stays.' },
  'proposer-decides': {
    th: 'ผู้เสนอยกเลิกเป็นผู้อนุมัติเองไม่ได้ โปรดให้เจ้าหน้าที่อำเภอคนอื่นพิจารณา',
    en: 'Whoever proposed the cancellation may not decide it. Please ask another district officer.',
  },
  'nothing-proposed': { th: 'ไม่มีข้อเสนอยกเลิกที่รอพิจารณา', en: 'No cancellation is waiting for a decision.' },
  'cause-missing': { th: 'โปรดเลือกหรือระบุสาเหตุอย่างน้อย 1 ข้อ', en: 'Please choose or write at least one cause.' },
  'member-unknown': { th: 'ไม่พบสมาชิกคนนี้ในครัวเรือน', en: 'No such member in this household.' },
  'problem-already-recorded': {
    th: 'ปัญหาประเภทนี้ของบุคคลนี้มีอยู่แล้วและยังไม่แก้ไข โปรดดำเนินการกับปัญหาเดิม',
    en: 'The same live problem is already recorded. Please work on that one.',
  },
  'agency-missing': { th: 'โปรดเลือกหน่วยงานที่จะส่งต่อ', en: 'Please choose the agency to refer to.' },
  'due-day-missing': { th: 'โปรดกำหนดวันครบกำหนด', en: 'Please set the due day.' },
  'due-day-passed': {
    th: 'วันที่ {day} ผ่านไปแล้ว โปรดกำหนดวันใหม่',
    en: 'The day {day} has passed. Please set a later day.',
  },
  'not-your-referral': { th: 'ปัญหานี้ส่งต่อไปยังหน่วยงานอื่น', en: 'This problem was referred to another agency.' },
  'what-missing': { th: 'โปรดระบุสิ่งที่ช่วยเหลือ', en: 'Please say what help was given.' },
  'giver-missing': { th: 'โปรดระบุผู้ให้ความช่วยเหลือ', en: 'Please say who gave the help.' },
}
