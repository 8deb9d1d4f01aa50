import type { OfferRefusal } from '@thaiqm/core/offer/offer-command.ts'
import type { householdRefusals } from '../household/household-refusals.ts'
import type { needRefusals } from '../need/need-refusals.ts'
import type { problemRefusals } from '../problem/problem-refusals.ts'
import type { Sentences } from '../refusal/sentence.ts'

type Ours = keyof typeof householdRefusals | keyof typeof problemRefusals | keyof typeof needRefusals

export const offerRefusals: Sentences<Exclude<OfferRefusal, Ours>> = {
  'offer-already-known': { th: 'มีข้อเสนอความช่วยเหลือนี้อยู่แล้ว', en: 'This offer is already recorded.' },
  'offer-unknown': { th: 'ไม่พบข้อเสนอความช่วยเหลือนี้ โปรดปรับปรุงข้อมูล', en: 'No such offer. Please refresh.' },
  'offer-ended': {
    th: 'ข้อเสนอนี้สิ้นสุดแล้ว โปรดเลือกข้อเสนออื่น',
    en: 'This offer has ended. Please choose another one.',
  },
  'unit-missing': { th: 'โปรดระบุหน่วยนับ เช่น แผ่น ชุด หลัง', en: 'Please say the unit, such as sheets, sets or houses.' },
  'days-in-wrong-order': {
    th: 'วันสิ้นสุดข้อเสนอ ({until}) ต้องไม่ก่อนวันเริ่ม ({from}) โปรดแก้ไขวันที่',
    en: 'The offer ends ({until}) before it begins ({from}). Please correct the days.',
  },
  'offer-below-taken': {
    th: 'ลดไม่ได้ มีการจัดสรรแล้ว {taken} {unit} โปรดยกเลิกการจัดสรรบางรายการก่อน',
    en: 'It cannot be less than what is taken already ({taken} {unit}). Please release some of it first.',
  },
  'offer-already-taken': {
    th: 'มีการจัดสรรจากข้อเสนอนี้แล้ว จึงเปลี่ยนหน่วยนับหรือพื้นที่ไม่ได้ โปรดเพิ่มเป็นข้อเสนอใหม่',
    en: 'Something is taken from this offer, so its unit and area stay. Please add another offer instead.',
  },
  'need-unknown': {
    th: 'ไม่พบความต้องการนี้ หรือได้รับการช่วยเหลือแล้ว โปรดปรับปรุงข้อมูล',
    en: 'No such need, or it has been met. Please refresh.',
  },
  'outside-offer-area': {
    th: 'ความต้องการนี้อยู่นอกพื้นที่ของข้อเสนอ โปรดเลือกข้อเสนออื่น หรือขยายพื้นที่ของข้อเสนอ',
    en: 'This need lies outside the offer’s area. Please choose another offer, or widen its area.',
  },
  'offer-exhausted': {
    th: 'ข้อเสนอนี้เหลือเพียง {left} {unit} มีผู้จองไปก่อนแล้ว โปรดลดจำนวน หรือเลือกข้อเสนออื่น',
    en: 'Only {left} {unit} of this offer are left; others were first. Please take less, or choose another offer.',
  },
  'offer-budget-exhausted': {
    th: 'งบประมาณของข้อเสนอนี้เหลือเพียง {left} บาท โปรดลดจำนวนเงิน หรือเลือกข้อเสนออื่น',
    en: 'Only {left} baht of this offer’s budget are left. Please take less, or choose another offer.',
  },
  'allocation-unknown': { th: 'ไม่พบการจัดสรรนี้ โปรดปรับปรุงข้อมูล', en: 'No such allocation. Please refresh.' },
  'allocation-not-waiting': {
    th: 'การจัดสรรนี้ส่งมอบครบหรือยกเลิกแล้ว โปรดปรับปรุงข้อมูล',
    en: 'This allocation is wholly delivered or released already. Please refresh.',
  },
  'allocation-not-confirmed': {
    th: 'อำเภอยังไม่ได้ยืนยันการจัดสรรนี้ หรือยกเลิกไปแล้ว โปรดให้อำเภอยืนยันก่อนส่งมอบ',
    en: 'The district has not confirmed this allocation, or it was released. Please have it confirmed before delivering.',
  },
  'delivery-empty': {
    th: 'โปรดระบุจำนวนที่ส่งมอบ หากจะไม่ส่งมอบส่วนที่เหลือ โปรดยกเลิกส่วนที่เหลือของการจัดสรร',
    en: 'Please say how much was delivered. If the rest will not come, please release the rest of the allocation.',
  },
  'delivery-above-outstanding': {
    th: 'การจัดสรรนี้คงค้างส่งมอบ {outstanding} {unit} โปรดระบุจำนวนไม่เกินที่คงค้าง ส่วนที่เกินโปรดจองจากข้อเสนอเพิ่มก่อน',
    en: 'Only {outstanding} {unit} of this allocation are outstanding. Please give no more than that, or take more from the offer first.',
  },
  'delivery-budget-above-outstanding': {
    th: 'งบประมาณของการจัดสรรนี้คงเหลือ {outstanding} บาท โปรดระบุจำนวนเงินไม่เกินที่คงเหลือ',
    en: 'Only {outstanding} baht of this allocation’s budget are outstanding. Please give no more than that.',
  },
}
