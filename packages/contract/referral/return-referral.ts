import { type AnswerReferralRefusal, returnReferralInput } from '@thaiqm/core/referral/answer-referral.ts'
import { describeCommand } from '../wire/command.ts'

/** Send a referred case back with a reason. */
export const returnReferral = describeCommand<AnswerReferralRefusal | 'reason-missing'>()({
  type: 'ReturnReferral',
  room: 'referral',
  nameTh: 'ส่งเรื่องกลับ',
  nameEn: 'Send a referred case back with a reason',
  input: returnReferralInput,
  refusals: ['problem-unknown', 'not-in-this-state', 'not-your-referral', 'referral-not-waiting', 'reason-missing'],
})
