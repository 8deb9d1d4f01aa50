import { type AnswerReferralRefusal, acceptReferralInput } from '@thaiqm/core/referral/answer-referral.ts'
import { describeCommand } from '../wire/command.ts'

/** Accept a referred case. */
export const acceptReferral = describeCommand<AnswerReferralRefusal>()({
  type: 'AcceptReferral',
  room: 'referral',
  nameTh: 'รับเรื่องที่ส่งต่อ',
  nameEn: 'Accept a referred case',
  input: acceptReferralInput,
  refusals: ['problem-unknown', 'not-in-this-state', 'not-your-referral', 'referral-not-waiting'],
})
