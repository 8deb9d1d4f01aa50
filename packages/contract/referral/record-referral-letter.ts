import {
  type RecordReferralLetterRefusal,
  recordReferralLetterInput,
} from '@thaiqm/core/referral/record-referral-letter.ts'
import { describeCommand } from '../wire/command.ts'

/** Given when a numbered letter is made: one for each case on its list. */
export const recordReferralLetter = describeCommand<RecordReferralLetterRefusal>()({
  type: 'RecordReferralLetter',
  room: 'referral',
  nameTh: 'บันทึกเลขที่หนังสือส่งต่อ',
  nameEn: 'Record the number of a referral letter',
  input: recordReferralLetterInput,
  refusals: [
    'problem-unknown',
    'not-in-this-state',
    'referral-not-waiting',
    'letter-number-missing',
    'letter-day-to-come',
  ],
})
