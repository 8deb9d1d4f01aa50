import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'

/** A dialog about the household's record as a whole. */
export interface RecordDialogProps {
  readonly household: HouseholdView
  readonly onClose: () => void
}
