import { type RecordAssistanceRefusal, recordAssistanceInput } from '@thaiqm/core/assistance/record-assistance.ts'
import { describeCommand } from '../wire/command.ts'

/** Record help a partner gave. */
export const recordAssistance = describeCommand<RecordAssistanceRefusal>()({
  type: 'RecordAssistance',
  room: 'assistance',
  nameTh: 'บันทึกการช่วยเหลือ',
  nameEn: 'Record help a partner gave',
  input: recordAssistanceInput,
  refusals: [
    'problem-unknown',
    'not-in-this-state',
    'what-missing',
    'giver-missing',
    'day-in-future',
    'changed-by-another',
  ],
})
