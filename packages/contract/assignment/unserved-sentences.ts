import type { UnservedReason } from '@thaiqm/core/assignment/explain-unserved.ts'
import { type Sentences, writeSentence } from '../refusal/sentence.ts'
import type { UnservedNeed } from './assignment-routes.ts'

type Told = UnservedReason | 'used-up-alike' | 'used-up-beside' | 'used-up-smaller' | 'used-up-chosen'

/** Why a need is left without, in one sentence; of what is used up, who came first. */
const unservedSentences: Sentences<Told> = {
  'left-out': { th: 'เจ้าหน้าที่พักรายการนี้ไว้ก่อน', en: 'Left out by an officer for now.' },
  'no-offer-of-this-kind': {
    th: 'ยังไม่มีข้อเสนอที่ตรงกับประเภทปัญหาและหน่วยนับนี้ โปรดชวนภาคีหรือส่งต่อหน่วยงาน',
    en: 'No offer fits this kind of hardship and unit yet. Please ask partners, or refer it.',
  },
  'no-offer-in-this-area': {
    th: 'มีข้อเสนอประเภทนี้ แต่ไม่มีข้อเสนอใดครอบคลุมหมู่บ้านนี้ โปรดขอขยายพื้นที่ของข้อเสนอ',
    en: 'Offers of this kind exist, but none serves this village. Please ask to widen one.',
  },
  'period-over': {
    th: 'ข้อเสนอที่ตรงสิ้นสุดแล้วหรือเริ่มหลังวันครบกำหนด โปรดขอขยายระยะเวลา',
    en: 'The offers that fit have ended, or begin after the due day. Please ask to extend one.',
  },
  'more-than-any-offer-has': {
    th: 'ต้องการจำนวนหรืองบประมาณมากกว่าที่ข้อเสนอใดข้อเสนอหนึ่งเหลืออยู่ โปรดแบ่งความต้องการหรือหาภาคีเพิ่ม',
    en: 'It needs more, or costs more, than any one offer has left. Please divide it, or find another partner.',
  },
  barred: {
    th: 'ข้อเสนอที่ตรงทุกรายการถูกเลือกไม่ใช้กับรายการนี้',
    en: 'Every offer that fits is barred for this need.',
  },
  'used-up': {
    th: 'ข้อเสนอที่ตรง {offers} รายการจัดสรรให้ผู้ที่รุนแรงกว่าหรือครบกำหนดก่อน {before} รายการแล้ว เหลือไม่พอ',
    en: 'The {offers} offers that fit go to {before} needs that are more severe or sooner due; too little is left.',
  },
  'used-up-alike': {
    th: 'ข้อเสนอที่ตรง {offers} รายการจัดสรรให้ผู้ที่เร่งด่วนเท่ากัน {beside} รายการแล้ว เหลือไม่พอ',
    en: 'The {offers} offers that fit go to {beside} needs that are equally urgent; too little is left.',
  },
  'used-up-chosen': {
    th: 'ข้อเสนอที่ตรง {offers} รายการใช้กับคู่ที่เจ้าหน้าที่กำหนดไว้แล้ว เหลือไม่พอ',
    en: 'The {offers} offers that fit go to what officers pinned; too little is left.',
  },
  'used-up-beside': {
    th: 'ข้อเสนอที่ตรง {offers} รายการจัดสรรให้ผู้ที่รุนแรงกว่าหรือครบกำหนดก่อน {before} รายการ และที่เร่งด่วนเท่ากัน {beside} รายการ เหลือไม่พอ',
    en: 'The {offers} offers that fit go to {before} more urgent and {beside} equally urgent needs; too little is left.',
  },
  'used-up-smaller': {
    th: 'ข้อเสนอที่ตรง {offers} รายการจัดสรรให้ผู้ที่เร่งด่วนกว่าหรือเท่ากัน {first} รายการ ส่วนที่เหลือไม่พอสำหรับรายการนี้จึงให้ผู้ที่ต้องการน้อยกว่า {after} รายการ',
    en: 'The {offers} offers that fit go to {first} needs as urgent or more; the rest is too little here and goes to {after} that need less.',
  },
  'not-proposed': {
    th: 'ระบบคำนวณไม่ทันเวลา ยังมีข้อเสนอที่อาจใช้ได้ โปรดกำหนดคู่เองหรือเสนอใหม่',
    en: 'The computation ran out of time; an offer may still do. Please pin a pair, or propose again.',
  },
}

const toldAs = ({ reason, before, beside, after }: UnservedNeed): Told => {
  if (reason !== 'used-up') return reason
  // Without a pin an offer that serves nobody more urgent, nor equally so, would serve this need.
  if (before + beside === 0) return 'used-up-chosen'
  if (after > 0) return 'used-up-smaller'
  return beside === 0 ? 'used-up' : before === 0 ? 'used-up-alike' : 'used-up-beside'
}

/** One sentence for the reader, in the language asked for. */
export const unservedSentence = (unserved: UnservedNeed, language: 'th' | 'en'): string => {
  const { offers, before, beside, after } = unserved
  return writeSentence(unservedSentences[toldAs(unserved)][language], {
    offers,
    before,
    beside,
    after,
    first: before + beside,
  })
}
