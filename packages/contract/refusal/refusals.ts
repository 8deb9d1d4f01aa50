import type { LetterheadRefusal } from '@thaiqm/core/letterhead/letterhead.ts'
import type { OrganisationRefusal } from '@thaiqm/core/organisation/organisation-command.ts'
import type { PersonRefusal } from '@thaiqm/core/person/person-command.ts'
import type { RoundRefusal } from '@thaiqm/core/round/round-command.ts'
import { assignmentRefusals } from '../assignment/assignment-refusals.ts'
import { conflictRefusals } from '../conflict/conflict-refusals.ts'
import { dataRequestRefusals } from '../data-request/data-request-refusals.ts'
import { householdRefusals } from '../household/household-refusals.ts'
import { meetingRefusals } from '../meeting/meeting-refusals.ts'
import { mergerRefusals } from '../merger/merger-refusals.ts'
import { needRefusals } from '../need/need-refusals.ts'
import { offerRefusals } from '../offer/offer-refusals.ts'
import { papersRefusals } from '../papers/papers-refusals.ts'
import { photoRefusals } from '../photo/photo-refusals.ts'
import { planRefusals } from '../plan/plan-refusals.ts'
import { problemRefusals } from '../problem/problem-refusals.ts'
import { reminderRefusals } from '../reminder/reminder-refusals.ts'
import { surveyRefusals } from '../survey/survey-refusals.ts'
import { syncRefusals } from '../sync/sync-refusals.ts'
import type { Sentence, Sentences } from './sentence.ts'

type Ours = keyof typeof householdRefusals

const officeRefusals: Sentences<Exclude<PersonRefusal | RoundRefusal | OrganisationRefusal | LetterheadRefusal, Ours>> =
  {
    'person-already-known': { th: 'มีบัญชีนี้อยู่แล้ว', en: 'This account exists already.' },
    'person-unknown': { th: 'ไม่พบบัญชีนี้ โปรดปรับปรุงข้อมูล', en: 'No such account. Please refresh.' },
    'post-outside-area': {
      th: 'ตำแหน่งนี้อยู่นอกพื้นที่ที่ท่านดูแล โปรดเลือกพื้นที่ใหม่',
      en: 'This post is outside the area you keep. Please choose another area.',
    },
    'own-account': { th: 'แก้ไขบัญชีของตนเองไม่ได้ โปรดให้ผู้ดูแลคนอื่นดำเนินการ', en: 'You may not change your own account.' },
    'round-already-known': { th: 'มีรอบสำรวจนี้อยู่แล้ว', en: 'This round exists already.' },
    'deadlines-in-wrong-order': {
      th: 'ลำดับวันไม่ถูกต้อง วันเปิดรอบต้องมาก่อนกำหนดบันทึก และกำหนดบันทึกต้องมาก่อนกำหนดแก้ไข',
      en: 'The days are in the wrong order: opening, then recording deadline, then resolution deadline.',
    },
    'kind-may-not-change': { th: 'เปลี่ยนชนิดของรอบสำรวจไม่ได้', en: 'The kind of a round may not change.' },
    'organisation-already-known': { th: 'มีภาคีนี้อยู่แล้ว', en: 'This partner is already recorded.' },
    'letterhead-of-another-office': {
      th: 'หัวหนังสือนี้เป็นของหน่วยงานอื่น โปรดให้ผู้รับผิดชอบหน่วยงานนั้นเป็นผู้แก้ไข',
      en: 'This letterhead is another office’s. Please ask whoever answers for that office to change it.',
    },
    'organisation-unknown': { th: 'ไม่พบภาคีนี้ โปรดปรับปรุงข้อมูล', en: 'No such partner. Please refresh.' },
  }

/** Refusals of the server itself, before any rule of a room is asked. */
export const serverRefusals = {
  'sign-in-needed': { th: 'โปรดเข้าสู่ระบบก่อน', en: 'Please sign in first.' },
  'sign-in-wrong': { th: 'ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง โปรดลองใหม่', en: 'Username or password is wrong. Please try again.' },
  'sign-in-too-often': {
    th: 'เข้าสู่ระบบผิดหลายครั้ง โปรดรอ {minutes} นาทีแล้วลองใหม่',
    en: 'Too many wrong tries. Please wait {minutes} minutes.',
  },
  'password-too-weak': {
    th: 'รหัสผ่านต้องยาวอย่างน้อย 15 ตัวอักษร และไม่ใช่คำที่เดาง่าย',
    en: 'The password needs at least 15 characters and must not be easy to guess.',
  },
  'not-found': { th: 'ไม่พบรายการนี้ หรืออยู่นอกพื้นที่ของท่าน', en: 'Not found, or outside your area.' },
  'not-well-formed': {
    th: 'ข้อมูลที่ส่งมาไม่ครบหรือผิดรูปแบบ: {fields}',
    en: 'The request is incomplete or malformed: {fields}',
  },
  'command-unknown': {
    th: 'ไม่รู้จักคำสั่งนี้ โปรดปรับปรุงแอปแล้วส่งใหม่',
    en: 'Unknown command. Please update the app and send again.',
  },
  'same-id-other-content': {
    th: 'รายการนี้เคยส่งแล้วด้วยเนื้อหาต่างกัน เจ้าหน้าที่จะตรวจสอบ',
    en: 'This was sent before with other content. An officer will look at it.',
  },
  'server-could-not-judge': {
    th: 'ระบบเก็บรายการไว้แล้วแต่ยังพิจารณาไม่สำเร็จ เจ้าหน้าที่จะตรวจสอบ',
    en: 'Kept safely, but not judged yet. An officer will look at it.',
  },
  'task-link-not-open': {
    th: 'ลิงก์นี้ใช้ไม่ได้แล้ว โปรดติดต่อเจ้าหน้าที่ผู้ส่งลิงก์เพื่อขอลิงก์ใหม่',
    en: 'This link can no longer be used. Please ask the officer who sent it for a new one.',
  },
  'practice-only': { th: 'ใช้ได้เฉพาะพื้นที่ฝึก', en: 'Only in the practice province.' },
  'practice-takes-no-real-data': {
    th: 'พื้นที่ฝึกไม่รับข้อมูลจริง โปรดติดตั้งระบบจริงก่อนนำเข้า',
    en: 'The practice province takes no real data. Please set up a real installation first.',
  },
  'already-installed': { th: 'ระบบนี้ตั้งค่าแล้ว', en: 'This server is already set up.' },
  'token-wrong': {
    th: 'รหัสเริ่มต้นไม่ถูกต้อง โปรดดูรหัสในหน้าต่างที่เปิดระบบ',
    en: 'The start code is wrong. Please read it in the terminal.',
  },
  'photo-not-accepted': {
    th: 'รับเฉพาะภาพ JPEG, PNG หรือ WebP ไม่เกิน 10 MB',
    en: 'Only JPEG, PNG or WebP images of at most 10 MB.',
  },
  'photo-differs': { th: 'ภาพที่ได้รับไม่ตรงกับต้นฉบับ โปรดส่งใหม่', en: 'The photo arrived damaged. Please send it again.' },
  'photo-not-sent': {
    th: 'ส่งภาพไม่สำเร็จ โปรดตรวจการเชื่อมต่อแล้วลองใหม่',
    en: 'The photo was not sent. Please check the connection and try again.',
  },
  'workbook-not-readable': { th: 'อ่านไฟล์ไม่ได้: {reason}', en: 'The file cannot be read: {reason}' },
  'upload-gone': { th: 'ไม่พบไฟล์ที่อัปโหลดไว้ โปรดเลือกไฟล์ใหม่', en: 'The upload is gone. Please choose the file again.' },
  'batch-cannot-be-undone': {
    th: 'ยกเลิกการนำเข้าไม่ได้ มี {count} ครัวเรือนที่สำรวจหรือดำเนินการต่อแล้ว',
    en: 'Cannot be undone: work already builds on {count} households.',
  },
  'cannot-keep-now': {
    th: 'ระบบยังรับข้อมูลไม่ได้ชั่วคราว ข้อมูลยังอยู่ในเครื่องของท่านครบถ้วน โปรดลองใหม่ในอีกสักครู่',
    en: 'The server cannot take anything in just now. Your work is still on this device. Please try again shortly.',
  },
  'no-room-on-server': {
    th: 'พื้นที่จัดเก็บของเครื่องแม่ข่ายเต็ม จึงยังรับข้อมูลใหม่ไม่ได้ ข้อมูลยังอยู่ในเครื่องของท่านครบถ้วน โปรดแจ้งผู้ดูแลระบบ',
    en: 'The server’s disk is full, so it takes nothing new in. Your work is still on this device. Please tell the administrator.',
  },
  'try-again-soon': { th: 'ระบบมีผู้ใช้งานมาก โปรดลองใหม่ในอีกสักครู่', en: 'The server is busy. Please try again shortly.' },
} as const satisfies Record<string, Sentence>

export type ServerRefusal = keyof typeof serverRefusals

/** Every refusal there is, with what it says to a person. */
export const refusals = {
  ...householdRefusals,
  ...problemRefusals,
  ...planRefusals,
  ...papersRefusals,
  ...surveyRefusals,
  ...conflictRefusals,
  ...dataRequestRefusals,
  ...photoRefusals,
  ...assignmentRefusals,
  ...needRefusals,
  ...offerRefusals,
  ...meetingRefusals,
  ...mergerRefusals,
  ...officeRefusals,
  ...syncRefusals,
  ...reminderRefusals,
  ...serverRefusals,
} satisfies Record<string, Sentence>

export type RefusalCode = keyof typeof refusals

export const findRefusalSentence = (code: string): Sentence | undefined => (refusals as Record<string, Sentence>)[code]
