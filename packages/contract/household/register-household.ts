import { type RegisterHouseholdRefusal, registerHouseholdInput } from '@thaiqm/core/household/register-household.ts'
import { describeCommand } from '../wire/command.ts'

/** Add a household the last round did not have. */
export const registerHousehold = describeCommand<RegisterHouseholdRefusal>()({
  type: 'RegisterHousehold',
  room: 'household',
  nameTh: 'เพิ่มครัวเรือนตกหล่นหรือตั้งใหม่',
  nameEn: 'Add a household the last round did not have',
  input: registerHouseholdInput,
  refusals: ['household-already-known', 'missed-reason-missing', 'place-missing'],
})
