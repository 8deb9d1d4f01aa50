import {
  type ImportBaselineHouseholdRefusal,
  importBaselineHouseholdInput,
} from '@thaiqm/core/household/import-baseline-household.ts'
import { describeCommand } from '../wire/command.ts'

/** Bring in a household of the last round with its hardships. */
export const importBaselineHousehold = describeCommand<ImportBaselineHouseholdRefusal>()({
  type: 'ImportBaselineHousehold',
  room: 'household',
  nameTh: 'นำเข้าครัวเรือนจากข้อมูลรอบก่อน',
  nameEn: 'Bring in a household of the last round with its hardships',
  input: importBaselineHouseholdInput,
  refusals: ['round-unknown', 'kind-unknown', 'household-already-known'],
})
