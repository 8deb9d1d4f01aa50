import { type AnswerReferralRefusal, completeReferralInput } from '@thaiqm/core/referral/answer-referral.ts'
import { describeCommand } from '../wire/command.ts'

/** Say that an agency’s part is done. */
export const completeReferral = describeCommand<AnswerReferralRefusal | 'result-missing'>()({
  type: 'CompleteReferral',
  room: 'referral',
  nameTh: 'หน่วยงานดำเนินการแล้วเสร็จ',
  nameEn: 'Say that an agency’s part is done',
  input: completeReferralInput,
  refusals: ['problem-unknown', 'not-in-this-state', 'not-your-referral', 'referral-not-waiting', 'result-missing'],
})
