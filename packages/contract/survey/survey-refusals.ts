import type { RecheckProblemRefusal } from '@thaiqm/core/rexray/decide-verdict.ts'
import type { CorrectAnswersRefusal } from '@thaiqm/core/survey/correct-answers.ts'
import type { ReviewSurveyRefusal } from '@thaiqm/core/survey/review-survey.ts'
import type { SubmitSurveyRefusal } from '@thaiqm/core/survey/submit-survey.ts'
import type { conflictRefusals } from '../conflict/conflict-refusals.ts'
import type { householdRefusals } from '../household/household-refusals.ts'
import type { planRefusals } from '../plan/plan-refusals.ts'
import type { problemRefusals } from '../problem/problem-refusals.ts'
import type { Sentences } from '../refusal/sentence.ts'

type SurveyRefusal = CorrectAnswersRefusal | SubmitSurveyRefusal | ReviewSurveyRefusal | RecheckProblemRefusal

type Elsewhere =
  | keyof typeof conflictRefusals
  | keyof typeof householdRefusals
  | keyof typeof problemRefusals
  | keyof typeof planRefusals

export const surveyRefusals: Sentences<Exclude<SurveyRefusal, Elsewhere>> = {
  'round-not-open-yet': { th: 'รอบสำรวจจะเปิดวันที่ {day}', en: 'The round opens on {day}.' },
  'recording-closed': {
    th: 'พ้นกำหนดบันทึก ({day}) แล้ว โปรดขออำเภอหรือผู้ได้รับอนุญาตให้บันทึกหลังกำหนด',
    en: 'Recording closed on {day}. Please ask the district or someone permitted to record late.',
  },
  'survey-certified': {
    th: 'แบบสำรวจนี้ผ่านการตรวจหรือรับรองแล้ว หากต้องแก้ไข โปรดแจ้งอำเภอ',
    en: 'This form is verified or certified. Please ask the district to change it.',
  },
  'form-unknown': {
    th: 'ไม่รู้จักแบบสำรวจฉบับ {version} โปรดปรับปรุงแอปแล้วส่งใหม่',
    en: 'Form version {version} is unknown. Please update the app and send again.',
  },
  'notice-missing': {
    th: 'ยังไม่ได้แจ้งวัตถุประสงค์และสิทธิตาม PDPA โปรดอ่านข้อความให้ผู้ให้ข้อมูลฟังก่อน',
    en: 'Please read the PDPA notice aloud first.',
  },
  'member-missing': { th: 'ยังไม่มีสมาชิกครัวเรือน โปรดเพิ่มอย่างน้อย 1 คน', en: 'Please add at least one member.' },
  'answers-missing': { th: 'ยังตอบไม่ครบ {count} ข้อ: {questions}', en: '{count} answers are missing: {questions}' },
  'answers-invalid': { th: 'คำตอบไม่ถูกต้อง โปรดแก้ไข: {questions}', en: 'Please correct these answers: {questions}' },
  'same-section-not-allowed': {
    th: 'หมวดนี้เลือก “เหมือนรอบก่อน” ไม่ได้ โปรดสอบถามใหม่',
    en: 'This section may not be marked “same as last round”. Please ask again.',
  },
  'verdict-missing': {
    th: 'ยังไม่ได้ระบุผลการตรวจสอบปัญหาเดิม: {kind}',
    en: 'No verdict yet for the old problem: {kind}',
  },
  'verdict-cause-missing': {
    th: 'ปัญหาที่ยังไม่แล้วเสร็จต้องระบุสาเหตุ: {kind}',
    en: 'An unfinished problem needs its cause: {kind}',
  },
  'verdict-plan-day-missing': {
    th: 'ปัญหาที่แก้ไม่แล้วเสร็จต้องกำหนดวันที่จะแล้วเสร็จ: {kind}',
    en: 'An unfinished problem needs the day it is planned to be done: {kind}',
  },
  'verdict-reason-missing': {
    th: 'โปรดระบุเหตุผลของผลการตรวจสอบ: {kind}',
    en: 'Please give the reason for this verdict: {kind}',
  },
  'raised-differs': {
    th: 'คำตอบบ่งชี้ปัญหาที่ยังไม่ได้ยืนยัน: {kinds} โปรดยืนยันหรือระบุเหตุผลที่ไม่นับเป็นปัญหา',
    en: 'The answers raise problems not yet confirmed: {kinds}. Please confirm them or say why not.',
  },
  'removal-reason-missing': { th: 'โปรดระบุเหตุผลที่ไม่นับเป็นปัญหา', en: 'Please say why this is not a problem.' },
  'no-new-problem-contradicted': {
    th: 'เลือก “ไม่มีปัญหาใหม่” แต่มีปัญหาใหม่ {count} เรื่อง โปรดตรวจสอบ',
    en: '“No new problem” is chosen but there are {count}. Please check.',
  },
  'new-problem-unanswered': {
    th: 'ยังไม่ได้ยืนยันว่า “ไม่มีปัญหาใหม่” โปรดยืนยันก่อนส่ง',
    en: 'Please confirm “no new problem” before sending.',
  },
  'question-unknown': {
    th: 'แก้ไขข้อ {question} ที่นี่ไม่ได้ โปรดเลือกคำถามจากรายการ',
    en: 'Question {question} cannot be corrected here. Please choose one from the list.',
  },
  'question-restricted': {
    th: 'คำถามนี้จำกัดผู้เข้าถึง โปรดให้นายอำเภอหรือผู้ได้รับมอบหมายเป็นผู้แก้ไข',
    en: 'This question is restricted. Please ask the district chief or a designated officer.',
  },
  'answer-unchanged': {
    th: 'คำตอบใหม่เหมือนคำตอบเดิม โปรดระบุคำตอบที่ถูกต้อง',
    en: 'The answer is as before. Please give the right one.',
  },
  'survey-unknown': { th: 'ไม่พบแบบสำรวจนี้ โปรดปรับปรุงข้อมูลแล้วทำใหม่', en: 'No such form. Please refresh and try again.' },
  'survey-not-in-this-state': {
    th: 'แบบสำรวจนี้ดำเนินการขั้นนี้แล้ว โปรดปรับปรุงข้อมูล',
    en: 'This step has been done already. Please refresh.',
  },
  'surveyor-verifies': {
    th: 'ผู้สำรวจตรวจหรือรับรองแบบของตนเองไม่ได้ โปรดให้ผู้อื่นเป็นผู้ตรวจ',
    en: 'Surveyors may not verify their own form. Please ask someone else.',
  },
  'certified-needs-district': {
    th: 'แบบที่ตรวจแล้วส่งกลับได้โดยอำเภอเท่านั้น',
    en: 'Only the district may return a verified form.',
  },
}
