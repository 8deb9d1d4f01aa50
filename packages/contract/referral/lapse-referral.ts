import { type LapseReferralRefusal, lapseReferralInput } from '@thaiqm/core/referral/answer-referral.ts'
import { describeCommand } from '../wire/command.ts'

/** Given by the server's own hand only. */
export const lapseReferral = describeCommand<LapseReferralRefusal>()({
  type: 'LapseReferral',
  room: 'referral',
  nameTh: 'คืนเรื่องที่หน่วยงานไม่ตอบรับ',
  nameEn: 'Take a silent referral back',
  input: lapseReferralInput,
  refusals: [
    'problem-unknown',
    'not-in-this-state',
    'not-your-referral',
    'referral-not-waiting',
    'referral-not-silent',
  ],
})
