import { type MoveHouseholdRefusal, moveHouseholdInput } from '@thaiqm/core/household/move-household.ts'
import { describeCommand } from '../wire/command.ts'

/** Move a household to another village, with its history and what waits about it. */
export const moveHousehold = describeCommand<MoveHouseholdRefusal>()({
  type: 'MoveHousehold',
  room: 'household',
  nameTh: 'ย้ายครัวเรือนไปหมู่บ้านอื่น',
  nameEn: 'Move a household to another village, with its history',
  input: moveHouseholdInput,
  refusals: ['reason-missing', 'outside-area'],
})
