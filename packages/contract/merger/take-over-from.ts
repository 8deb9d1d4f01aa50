import { type TakeOverFromRefusal, takeOverFromInput } from '@thaiqm/core/merger/merge-household.ts'
import { describeCommand } from '../wire/command.ts'

/** One half of merging: what only the duplicate has goes to the household that stays. Sent right before `MergeHousehold`. */
export const takeOverFrom = describeCommand<TakeOverFromRefusal>()({
  type: 'TakeOverFrom',
  room: 'merger',
  nameTh: 'รับโอนข้อมูลจากครัวเรือนที่ซ้ำ',
  nameEn: 'Take over what only the duplicate has',
  input: takeOverFromInput,
  refusals: [
    'reason-missing',
    'same-household',
    'other-household-unknown',
    'other-household-merged',
    'conflicts-before-merging',
    'form-before-merging',
    'plan-before-merging',
    'people-not-placed',
    'different-people',
  ],
})
