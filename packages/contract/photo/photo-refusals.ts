import type { RecordPhotoConsentRefusal } from '@thaiqm/core/photo/photo-consent-command.ts'
import type { householdRefusals } from '../household/household-refusals.ts'
import type { problemRefusals } from '../problem/problem-refusals.ts'
import type { Sentences } from '../refusal/sentence.ts'

type Elsewhere = keyof typeof householdRefusals | keyof typeof problemRefusals

export const photoRefusals: Sentences<Exclude<RecordPhotoConsentRefusal, Elsewhere>> = {
  'photo-unknown': {
    th: 'ไม่พบภาพนี้ในหลักฐานการช่วยเหลือหรือผลการแก้ไขของครัวเรือน โปรดปรับปรุงข้อมูลแล้วเลือกภาพใหม่',
    en: 'This photo is not among the evidence of help or of its result. Please refresh and choose again.',
  },
  'photo-restricted': {
    th: 'ภาพนี้เป็นหลักฐานของปัญหาที่จำกัดการเข้าถึง จึงให้ผู้ช่วยเหลือเห็นไม่ได้ แม้ได้รับความยินยอม โปรดเลือกภาพอื่น',
    en: 'This photo shows a restricted hardship: helpers are never shown it, whoever consents. Please choose another one.',
  },
  'consent-giver-missing': {
    th: 'โปรดระบุชื่อผู้ให้ความยินยอม (ผู้อยู่ในภาพ หรือผู้ปกครองหากเป็นผู้เยาว์)',
    en: 'Please say who consented: the person in the photo, or a guardian of a minor.',
  },
}
