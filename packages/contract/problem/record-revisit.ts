import { type RecordRevisitRefusal, recordRevisitInput } from '@thaiqm/core/problem/record-revisit.ts'
import { describeCommand } from '../wire/command.ts'

/** Go again after a closing and say what was found. */
export const recordRevisit = describeCommand<RecordRevisitRefusal>()({
  type: 'RecordRevisit',
  room: 'problem',
  nameTh: 'บันทึกผลเยี่ยมซ้ำ',
  nameEn: 'Record a re-visit',
  input: recordRevisitInput,
  refusals: ['problem-unknown', 'not-in-this-state', 'note-missing', 'revisit-too-early', 'verifier-is-recorder'],
})
