import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import type { NamedPerson } from '../person/named-person.ts'

/** A plan as it crosses the wire. */
export type PlanView = HouseholdView['plans'][number]

export interface PlanPanelProps {
  readonly household: HouseholdView
  /** The officers and partners that the record mentions. */
  readonly people: readonly NamedPerson[]
}
