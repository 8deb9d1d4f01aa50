import { type GiveBackToRefusal, giveBackToInput } from '@thaiqm/core/merger/unmerge-household.ts'
import { describeCommand } from '../wire/command.ts'

/** The other half of undoing a merging. */
export const giveBackTo = describeCommand<GiveBackToRefusal>()({
  type: 'GiveBackTo',
  room: 'merger',
  nameTh: 'คืนข้อมูลให้ครัวเรือนที่เคยรวม',
  nameEn: 'Give back what was taken over',
  input: giveBackToInput,
  refusals: ['reason-missing', 'other-household-unknown', 'companion-missing'],
})
