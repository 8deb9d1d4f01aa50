import { type RecordDeathRefusal, recordDeathInput } from '@thaiqm/core/member/record-death.ts'
import { describeCommand } from '../wire/command.ts'

/** Record that a member has died: the person's own problems end, the household's stay. */
export const recordDeath = describeCommand<RecordDeathRefusal>()({
  type: 'RecordDeath',
  room: 'member',
  nameTh: 'บันทึกการเสียชีวิตของสมาชิก',
  nameEn: 'Record that a member has died',
  input: recordDeathInput,
  refusals: ['member-unknown', 'day-in-future', 'new-head-missing', 'already-dead'],
})
