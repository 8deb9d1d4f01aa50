import { type RecordVisitRefusal, recordVisitInput } from '@thaiqm/core/household/record-visit.ts'
import { describeCommand } from '../wire/command.ts'

/** Record a visit without a form. */
export const recordVisit = describeCommand<RecordVisitRefusal>()({
  type: 'RecordVisit',
  room: 'household',
  nameTh: 'บันทึกการเยี่ยมที่สำรวจไม่ได้',
  nameEn: 'Record a visit without a form',
  input: recordVisitInput,
  refusals: ['round-unknown', 'round-closed'],
})
