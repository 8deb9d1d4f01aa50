import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { NamedPerson } from '../person/named-person.ts'

export interface AssistancePanelProps {
  readonly household: HouseholdView
  readonly people: readonly NamedPerson[]
}

/** All help a household was given. */
export const AssistancePanel = (_props: AssistancePanelProps) => null
