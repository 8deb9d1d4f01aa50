import { withdrawPhotoConsentInput } from '@thaiqm/core/photo/photo-consent-command.ts'
import { describeCommand } from '../wire/command.ts'

/** Take a consent back: no helper is shown the photo any more. */
export const withdrawPhotoConsent = describeCommand<never>()({
  type: 'WithdrawPhotoConsent',
  room: 'photo',
  nameTh: 'ถอนความยินยอมให้ผู้ช่วยเหลือเห็นภาพ',
  nameEn: 'Withdraw consent to show a photo',
  input: withdrawPhotoConsentInput,
  refusals: [],
})
