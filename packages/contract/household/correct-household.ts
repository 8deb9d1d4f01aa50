import { type CorrectHouseholdRefusal, correctHouseholdInput } from '@thaiqm/core/household/correct-household.ts'
import { describeCommand } from '../wire/command.ts'

/** Correct address, people or telephone outside a form. */
export const correctHousehold = describeCommand<CorrectHouseholdRefusal>()({
  type: 'CorrectHousehold',
  room: 'household',
  nameTh: 'แก้ไขข้อมูลครัวเรือน',
  nameEn: 'Correct address, people or telephone outside a form',
  input: correctHouseholdInput,
  refusals: ['reason-missing', 'head-missing', 'changed-by-another'],
})
