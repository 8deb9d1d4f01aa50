import { type UnmergeHouseholdRefusal, unmergeHouseholdInput } from '@thaiqm/core/merger/unmerge-household.ts'
import { describeCommand } from '../wire/command.ts'

/** They are two households after all. Sent right before `GiveBackTo`. */
export const unmergeHousehold = describeCommand<UnmergeHouseholdRefusal>()({
  type: 'UnmergeHousehold',
  room: 'merger',
  nameTh: 'ยกเลิกการรวมครัวเรือน',
  nameEn: 'Undo a merging',
  input: unmergeHouseholdInput,
  refusals: [
    'reason-missing',
    'not-merged',
    'other-household-unknown',
    'other-household-merged',
    'head-goes-back',
    'plan-before-unmerging',
  ],
})
