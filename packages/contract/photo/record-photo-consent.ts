import { type RecordPhotoConsentRefusal, recordPhotoConsentInput } from '@thaiqm/core/photo/photo-consent-command.ts'
import { describeCommand } from '../wire/command.ts'

/** Record that who is in a photo lets whoever helped see it. */
export const recordPhotoConsent = describeCommand<RecordPhotoConsentRefusal>()({
  type: 'RecordPhotoConsent',
  room: 'photo',
  nameTh: 'บันทึกความยินยอมให้ผู้ช่วยเหลือเห็นภาพ',
  nameEn: 'Record consent to show a photo to helpers',
  input: recordPhotoConsentInput,
  refusals: ['photo-unknown', 'photo-restricted', 'consent-giver-missing', 'day-in-future', 'not-permitted'],
})
