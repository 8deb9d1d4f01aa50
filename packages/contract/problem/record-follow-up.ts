import { type RecordFollowUpRefusal, recordFollowUpInput } from '@thaiqm/core/problem/choose-lane.ts'
import { describeCommand } from '../wire/command.ts'

/** Record how a hardship stands. */
export const recordFollowUp = describeCommand<RecordFollowUpRefusal>()({
  type: 'RecordFollowUp',
  room: 'problem',
  nameTh: 'ติดตามความคืบหน้า',
  nameEn: 'Record how a hardship stands',
  input: recordFollowUpInput,
  refusals: ['problem-unknown', 'not-in-this-state', 'note-missing', 'due-day-passed', 'look-again-too-late'],
})
