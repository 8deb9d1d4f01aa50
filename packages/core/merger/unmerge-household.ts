import { z } from 'zod'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { householdId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { carriedBack, withoutTaken } from './carried.ts'
import { returnedPhotos } from './carried-consents.ts'
import { findBeside } from './merge-household.ts'

export const unmergeHouseholdInput = z.object({ survivorId: householdId, reason: z.string().max(2000) })
export type UnmergeHouseholdInput = z.infer<typeof unmergeHouseholdInput>

export const giveBackToInput = z.object({ duplicateId: householdId, reason: z.string().max(2000) })
export type GiveBackToInput = z.infer<typeof giveBackToInput>

export type UnmergeHouseholdRefusal =
  | 'reason-missing'
  | 'not-merged'
  | 'other-household-unknown'
  | 'other-household-merged'
  | 'head-goes-back'
  | 'plan-before-unmerging'

export type GiveBackToRefusal = 'reason-missing' | 'other-household-unknown' | 'companion-missing'

/**
 * They are two households after all: the duplicate stands again, with what it had and with all that was done about it
 * since. It reads that from the household it was merged into, which gives it away in the same deed.
 */
export const decideUnmergeHousehold = (
  duplicate: Household,
  input: UnmergeHouseholdInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], UnmergeHouseholdRefusal> => {
  if (input.reason.trim() === '') return refuse('reason-missing')
  if (duplicate.merged?.into !== input.survivorId) return refuse('not-merged')
  const survivor = findBeside(input.survivorId, context)
  if (survivor === null) return refuse('other-household-unknown')
  if (survivor.status === 'MERGED') return refuse('other-household-merged')
  const entry = survivor.takenOver?.find(t => t.duplicateId === duplicate.id)
  if (entry === undefined) return refuse('not-merged')
  if (survivor.plans.at(-1)?.state === 'PROPOSED') return refuse('plan-before-unmerging')
  const returned = carriedBack(survivor, entry)
  const goes = new Set<string>(returned.members.map(m => m.id))
  const stay = survivor.members.filter(m => !goes.has(m.id))
  if (survivor.members.some(m => m.isHead && goes.has(m.id)) && stay.length > 0) return refuse('head-goes-back')
  return succeed([{ type: 'HouseholdUnmerged', ...input, returned, on: context.today }])
}

/** The other half: the household that stays gives away what it had taken over. */
export const decideGiveBackTo = (
  survivor: Household,
  input: GiveBackToInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], GiveBackToRefusal> => {
  if (input.reason.trim() === '') return refuse('reason-missing')
  const duplicate = findBeside(input.duplicateId, context)
  if (duplicate === null) return refuse('other-household-unknown')
  const entry = survivor.takenOver?.find(t => t.duplicateId === input.duplicateId)
  if (entry === undefined || duplicate.status === 'MERGED') return refuse('companion-missing')
  const gone = returnedPhotos(withoutTaken(survivor, entry), carriedBack(survivor, entry))
  return succeed([
    {
      type: 'HouseholdGivenBack',
      ...input,
      ...(gone.length === 0 ? {} : { returnedPhotos: gone }),
      on: context.today,
    },
  ])
}
