import { z } from 'zod'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { member } from '../member/member.ts'
import { address, type Household, position } from './household.ts'
import type { HouseholdEvent } from './household-event.ts'

export const correctHouseholdInput = z.object({
  address,
  phone: z.string().max(40).nullable(),
  position: position.nullable(),
  members: z.array(member).max(60),
  reason: z.string().max(2000),
})
export type CorrectHouseholdInput = z.infer<typeof correctHouseholdInput>

export type CorrectHouseholdRefusal = 'reason-missing' | 'head-missing'

/** A correction outside a form, as the household may ask for (PDPA s.35); the old values stay in the ledger. */
export const decideCorrectHousehold = (
  _household: Household,
  input: CorrectHouseholdInput,
  _context: DecisionContext,
): Outcome<HouseholdEvent[], CorrectHouseholdRefusal> => {
  if (input.reason.trim() === '') return refuse('reason-missing')
  if (input.members.filter(m => m.isHead).length !== 1) return refuse('head-missing')
  const { members, ...rest } = input
  return succeed([
    { type: 'HouseholdCorrected', ...rest },
    { type: 'MembersRecorded', members },
  ])
}
