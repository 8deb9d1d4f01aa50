import { type MergeHouseholdRefusal, mergeHouseholdInput } from '@thaiqm/core/merger/merge-household.ts'
import { describeCommand } from '../wire/command.ts'

/** The other half: the duplicate leaves every count and leads to the household that stays. */
export const mergeHousehold = describeCommand<MergeHouseholdRefusal>()({
  type: 'MergeHousehold',
  room: 'merger',
  nameTh: 'รวมครัวเรือนที่ซ้ำกัน',
  nameEn: 'Merge a household that was recorded twice',
  input: mergeHouseholdInput,
  refusals: [
    'reason-missing',
    'same-household',
    'other-household-unknown',
    'other-household-merged',
    'conflicts-before-merging',
    'form-before-merging',
    'plan-before-merging',
    'companion-missing',
  ],
})
