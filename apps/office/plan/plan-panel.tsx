import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { NamedPerson } from '../person/named-person.ts'

export interface PlanPanelProps {
  readonly household: HouseholdView
  readonly people: readonly NamedPerson[]
}

/** The plan of a household that stands today. */
export const PlanPanel = (_props: PlanPanelProps) => null
