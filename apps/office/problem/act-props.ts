import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'

/** What the dialog of every act on one hardship is given. */
export interface ActProps {
  readonly household: HouseholdView
  readonly problem: HouseholdView['problems'][number]
  readonly onClose: () => void
}
