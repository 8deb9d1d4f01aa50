import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'

export type ProblemView = HouseholdView['problems'][number]

export interface ProblemActionsProps {
  readonly household: HouseholdView
  readonly problem: ProblemView
}

/** What the signed-in person may do about one hardship now. */
export const ProblemActions = (_props: ProblemActionsProps) => null
