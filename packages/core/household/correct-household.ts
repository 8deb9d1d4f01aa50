import { z } from 'zod'
import { conflictsFound, differencesIn } from '../conflict/found-conflicts.ts'
import { type HouseholdSayings, takeApart } from '../conflict/household-sayings.ts'
import { mergedSayings, mergeSayings } from '../conflict/merge-sayings.ts'
import { sameMembers } from '../conflict/same-member.ts'
import { NO_ANSWERS } from '../form/form-answers.ts'
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

export type CorrectHouseholdRefusal = 'reason-missing' | 'head-missing' | 'changed-by-another'

/**
 * A correction outside a form, as the household may ask for (PDPA s.35); the old values stay in the ledger. What was
 * changed meanwhile is merged with it place by place (decision 0020).
 */
export const decideCorrectHousehold = (
  household: Household,
  input: CorrectHouseholdInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], CorrectHouseholdRefusal> => {
  if (input.reason.trim() === '') return refuse('reason-missing')
  if (input.members.filter(m => m.isHead).length !== 1) return refuse('head-missing')
  const { members, ...rest } = input
  const { seen } = context
  if (seen === undefined) {
    return succeed([
      { type: 'HouseholdCorrected', ...rest },
      { type: 'MembersRecorded', members },
    ])
  }
  const same = sameMembers(seen.members, household.members, members)
  const told = { ...rest, members: members.map(m => ({ ...m, id: same.get(m.id) ?? m.id })), answers: NO_ANSWERS }
  const stands = { ...household, answers: NO_ANSWERS }
  const apart = (said: HouseholdSayings) => takeApart(said, null, null)
  const cells = mergeSayings(apart({ ...seen, answers: NO_ANSWERS }), apart(stands), apart(told))
  const merged = mergedSayings(cells, stands, told)
  if (merged.members.filter(m => m.isHead).length !== 1) return refuse('changed-by-another', { fields: ['members'] })
  const { address: at, phone, position: fix } = merged
  return succeed([
    { type: 'HouseholdCorrected', address: at, phone, position: fix, reason: input.reason },
    { type: 'MembersRecorded', members: merged.members },
    ...conflictsFound(household, differencesIn(cells, stands.members, told.members), context),
  ])
}
