import {
  type UndoBaselineHouseholdRefusal,
  undoBaselineHouseholdInput,
} from '@thaiqm/core/household/import-baseline-household.ts'
import { describeCommand } from '../wire/command.ts'

/** Take an imported household back while nothing builds on it. */
export const undoBaselineHousehold = describeCommand<UndoBaselineHouseholdRefusal>()({
  type: 'UndoBaselineHousehold',
  room: 'household',
  nameTh: 'ยกเลิกการนำเข้าครัวเรือน',
  nameEn: 'Take an imported household back while nothing builds on it',
  input: undoBaselineHouseholdInput,
  refusals: ['not-of-this-batch', 'work-builds-on-it'],
})
