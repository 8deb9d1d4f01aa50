import type { RecordAssistanceRefusal } from '@thaiqm/core/assistance/record-assistance.ts'
import type { AnalyseCausesRefusal } from '@thaiqm/core/problem/analyse-causes.ts'
import type { AnswerCallBackRefusal } from '@thaiqm/core/problem/call-back.ts'
import type { CancelProblemRefusal, DeclineCancellationRefusal } from '@thaiqm/core/problem/cancel-problem.ts'
import type { ChooseLaneRefusal, RecordFollowUpRefusal } from '@thaiqm/core/problem/choose-lane.ts'
import type { CloseProblemRefusal } from '@thaiqm/core/problem/close-problem.ts'
import type { DeclareUnresolvableRefusal } from '@thaiqm/core/problem/declare-unresolvable.ts'
import type { MarkSelfResolvedRefusal } from '@thaiqm/core/problem/mark-self-resolved.ts'
import type { DecidePauseRefusal, RequestPauseRefusal } from '@thaiqm/core/problem/pause-clock.ts'
import type { RecordRevisitRefusal } from '@thaiqm/core/problem/record-revisit.ts'
import type { ReportProblemRefusal } from '@thaiqm/core/problem/report-problem.ts'
import type {
  AnswerReferralRefusal,
  CompleteReferralRefusal,
  LapseReferralRefusal,
} from '@thaiqm/core/referral/answer-referral.ts'
import type { RecordReferralLetterRefusal } from '@thaiqm/core/referral/record-referral-letter.ts'
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
  | ChooseLaneRefusal
  | RecordFollowUpRefusal
  | RequestPauseRefusal
  | DecidePauseRefusal
  | AnswerCallBackRefusal
  | RecordRevisitRefusal
  | LapseReferralRefusal
  | CompleteReferralRefusal
  | RecordReferralLetterRefusal

export const problemRefusals: Sentences<
  // A need's own refusal is met here too.
  Exclude<ProblemRefusal, keyof typeof householdRefusals | keyof typeof conflictRefusals | 'need-names-household'>
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
  'photo-after-missing': {
    th: 'ปัญหาประเภทนี้ต้องมีภาพถ่ายหลังแก้ไข โปรดแนบภาพ หรือระบุเหตุที่ไม่มีภาพ',
    en: 'This kind of problem needs a photo after the help. Please add one, or say why there is none.',
  },
  'photo-before-missing': {
    th: 'ปัญหาประเภทนี้ต้องมีภาพก่อนแก้ไข โปรดแนบภาพก่อนแก้ไข คำยืนยันของครัวเรือน หรือระบุเหตุที่ไม่มี',
    en: 'This kind of problem needs a photo from before. Please add it or the household’s word, or say why there is none.',
  },
  'document-missing': {
    th: 'ปัญหาประเภทนี้ต้องมีเอกสารหรือภาพถ่ายเอกสาร โปรดแนบ หรือระบุเหตุที่ไม่มี',
    en: 'This kind of problem needs a document or a photo of it. Please add it, or say why there is none.',
  },
  'verifier-is-giver': {
    th: 'ผู้ให้ความช่วยเหลือตรวจรับผลงานของตนเองไม่ได้ โปรดให้เจ้าหน้าที่คนอื่นเป็นผู้ตรวจ',
    en: 'Whoever gave the help may not verify it. Please ask another officer.',
  },
  'care-only': {
    th: 'ปัญหาที่แก้ไขไม่ได้อยู่ในการดูแลต่อเนื่องเท่านั้น โปรดนำกลับมาดำเนินการก่อนเปลี่ยนช่องทาง',
    en: 'An unresolvable problem stays in continuing care. Please resume work before choosing another lane.',
  },
  'look-again-too-late': {
    th: 'วันที่ {day} ไกลเกินไป โปรดกำหนดวันติดตามไม่เกินวันที่ {latest}',
    en: 'The day {day} is too far off. Please look again by {latest}.',
  },
  'note-missing': { th: 'โปรดบันทึกว่าพบอะไรหรือดำเนินการถึงไหน', en: 'Please write down what you found or how far it is.' },
  'pause-too-long': {
    th: 'หยุดนับเวลาได้ครั้งละไม่เกิน {days} วัน โปรดกำหนดไม่เกินวันที่ {latest}',
    en: 'A pause may last {days} days at most. Please end it by {latest}.',
  },
  'pauses-used-up': {
    th: 'หยุดนับเวลาครบ {times} ครั้งแล้ว โปรดปรับแผนหรือเสนอที่ประชุม ศจพ.อ. พิจารณา',
    en: 'It was paused {times} times already. Please change the plan, or bring it before the district meeting.',
  },
  'pause-already-asked': {
    th: 'มีคำขอหยุดนับเวลาหรือกำลังหยุดนับเวลาอยู่แล้ว โปรดรอผลหรือรอให้ครบกำหนด',
    en: 'A pause is asked for or running already. Please wait for it.',
  },
  'already-overdue': {
    th: 'เลยกำหนดวันที่ {day} แล้ว จึงหยุดนับเวลาไม่ได้ โปรดเร่งแก้ไขหรือเสนอนายอำเภอ',
    en: 'It is overdue since {day} and can no longer be paused. Please act, or tell the district chief.',
  },
  'result-missing': { th: 'โปรดระบุผลการดำเนินงาน', en: 'Please say what came of it.' },
  'lane-owner-missing': {
    th: 'โปรดระบุผู้รับผิดชอบช่องทางนี้ เช่น หัวหน้าครัวเรือน กลุ่มในหมู่บ้าน หรือหน่วยงาน',
    en: 'Please say who moves it on: the head of the household, a village group, or an agency.',
  },
  'asker-decides': {
    th: 'ผู้ขอหยุดนับเวลาอนุมัติคำขอของตนเองไม่ได้',
    en: 'Whoever asked for a pause may not approve it.',
  },
  'no-pause-asked': { th: 'ไม่มีคำขอหยุดนับเวลาที่รอพิจารณา', en: 'No pause is waiting for a decision.' },
  'no-call-back': { th: 'ไม่มีรายการโทรสอบทานที่รอผล', en: 'No call-back is waiting here.' },
  'words-missing': { th: 'โปรดบันทึกคำตอบของครัวเรือน', en: 'Please write down what the household said.' },
  'caller-took-part': {
    th: 'ผู้ช่วยเหลือ ผู้บันทึก หรือผู้ตรวจรับเป็นผู้โทรสอบทานไม่ได้ โปรดให้เจ้าหน้าที่คนอื่นโทร',
    en: 'Whoever helped, recorded or verified may not make the call. Please ask another officer.',
  },
  'revisit-too-early': {
    th: 'ยืนยันว่ายังแก้ไขได้ดีได้ตั้งแต่วันที่ {day} เป็นต้นไป หากพบว่าเกิดซ้ำบันทึกได้ทันที',
    en: 'That it is still solved can be confirmed from {day}. If it is back, say so at once.',
  },
  'referral-not-waiting': {
    th: 'เรื่องนี้ตอบไปแล้วหรือถูกเรียกคืนแล้ว โปรดตรวจสอบสถานะล่าสุด',
    en: 'This referral is answered already, or was taken back. Please check its latest state.',
  },
  'referral-not-silent': { th: 'ยังไม่เลยกำหนดตอบรับของหน่วยงาน', en: 'The agency’s day to answer has not passed.' },
  'letter-number-missing': {
    th: 'โปรดระบุเลขที่หนังสือจากทะเบียนหนังสือส่ง',
    en: 'Please give the letter’s number from your register.',
  },
  'letter-day-to-come': {
    th: 'วันที่ของหนังสือยังมาไม่ถึง โปรดระบุวันนี้หรือก่อนหน้า',
    en: 'The letter’s day is still to come. Please give today or an earlier day.',
  },
  'already-with-agency': {
    th: 'เรื่องนี้อยู่กับหน่วยงานนี้แล้ว โปรดเลือกหน่วยงานอื่น หรือรอผล',
    en: 'This agency has the case already. Please choose another, or wait.',
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
