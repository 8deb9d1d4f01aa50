import type { Household } from '@thaiqm/core/household/household.ts'
import type { HouseholdView } from './household-view.ts'

/** What crosses the wire is the rules' own household, so that phone and server decide on the same thing. */
export const fromWire = (view: HouseholdView): Household => view
