import { z } from 'zod'
import { actorRange } from '../access/actor.ts'
import { seesConflict } from '../access/visible-conflict.ts'
import { isInRange } from '../area/area-code.ts'
import { openConflicts } from '../conflict/open-conflicts.ts'
import type { Household } from '../household/household.ts'
import type { HouseholdEvent } from '../household/household-event.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { householdId, memberId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import { carriedFrom } from './carried.ts'
import type { SamePerson } from './merger.ts'

export const mergeHouseholdInput = z.object({ survivorId: householdId, reason: z.string().max(2000) })
export type MergeHouseholdInput = z.infer<typeof mergeHouseholdInput>

export const takeOverFromInput = z.object({
  duplicateId: householdId,
  /** Everybody of the duplicate: either the same person as one of the household that stays, or one it lacks. */
  members: z.array(z.object({ memberId, sameAs: memberId.nullable() })).max(60),
  reason: z.string().max(2000),
})
export type TakeOverFromInput = z.infer<typeof takeOverFromInput>

type MayMergeRefusal =
  | 'reason-missing'
  | 'same-household'
  | 'other-household-unknown'
  | 'other-household-merged'
  | 'conflicts-before-merging'
  | 'form-before-merging'
  | 'plan-before-merging'

export type MergeHouseholdRefusal = MayMergeRefusal | 'companion-missing'
export type TakeOverFromRefusal = MayMergeRefusal | 'people-not-placed' | 'different-people'

/** The other household of a deed that changes two, when the actor reaches it. */
export const findBeside = (id: string, { householdBeside, actor }: DecisionContext): Household | null => {
  const other = householdBeside?.(id) ?? null
  return other !== null && other.status !== 'WITHDRAWN' && isInRange(other.areaCode, actorRange(actor)) ? other : null
}

/** Nothing of either record is in the middle of being decided: that decision would be lost with the merging. */
const refuseUndecided = (
  household: Household,
  { actor, findForm }: DecisionContext,
): Outcome<null, 'conflicts-before-merging' | 'form-before-merging' | 'plan-before-merging'> => {
  const conflicts = openConflicts(household).filter(c => seesConflict(actor, c, household, findForm))
  if (conflicts.length > 0) return refuse('conflicts-before-merging', { count: conflicts.length })
  if (household.surveys.some(s => s.state === 'SUBMITTED' || s.state === 'RETURNED'))
    return refuse('form-before-merging')
  return household.plans.at(-1)?.state === 'PROPOSED' ? refuse('plan-before-merging') : succeed(null)
}

const mayMerge = (
  own: Household,
  otherId: string,
  reason: string,
  context: DecisionContext,
): Outcome<Household, MayMergeRefusal> => {
  if (reason.trim() === '') return refuse('reason-missing')
  if (own.id === otherId) return refuse('same-household')
  const other = findBeside(otherId, context)
  if (other === null) return refuse('other-household-unknown')
  if (other.status === 'MERGED') return refuse('other-household-merged')
  for (const one of [own, other]) {
    const undecided = refuseUndecided(one, context)
    if (!undecided.ok) return undecided
  }
  return succeed(other)
}

/**
 * The household that stays takes over what only the duplicate has (scenario 7). Which hardships those are follows from
 * the two records, also where the officer may not see them; whose is whose among the people, the officer says.
 */
export const decideTakeOverFrom = (
  survivor: Household,
  input: TakeOverFromInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], TakeOverFromRefusal> => {
  const found = mayMerge(survivor, input.duplicateId, input.reason, context)
  if (!found.ok) return found
  const duplicate = found.value
  const told = new Map<string, string | null>(input.members.map(m => [m.memberId, m.sameAs]))
  const isPlaced = duplicate.members.every(m => told.has(m.id)) && told.size === duplicate.members.length
  const same = input.members.flatMap(({ memberId: id, sameAs }): SamePerson[] =>
    sameAs === null ? [] : [{ memberId: id, sameAs }],
  )
  const isOnce = new Set(same.map(s => s.sameAs)).size === same.length
  if (!isPlaced || !isOnce || input.members.length !== told.size) return refuse('people-not-placed')
  for (const { memberId: id, sameAs } of same) {
    const theirs = duplicate.members.find(m => m.id === id)
    const ours = survivor.members.find(m => m.id === sameAs)
    if (theirs === undefined || ours === undefined) return refuse('people-not-placed')
    const haveNumbers = theirs.numberStatus === 'valid' && ours.numberStatus === 'valid'
    if (haveNumbers && theirs.nationalNumber !== ours.nationalNumber) return refuse('different-people')
  }
  const { carried } = carriedFrom(duplicate, survivor, same)
  const { duplicateId, reason } = input
  return succeed([{ type: 'HouseholdTakenOver', duplicateId, reason, samePeople: same, carried, on: context.today }])
}

/** The duplicate leaves every count and leads to the household that stays; nothing of it is deleted (scenario 7). */
export const decideMergeHousehold = (
  duplicate: Household,
  input: MergeHouseholdInput,
  context: DecisionContext,
): Outcome<HouseholdEvent[], MergeHouseholdRefusal> => {
  const found = mayMerge(duplicate, input.survivorId, input.reason, context)
  if (!found.ok) return found
  if (!found.value.takenOver?.some(t => t.duplicateId === duplicate.id)) return refuse('companion-missing')
  return succeed([{ type: 'HouseholdMerged', ...input, on: context.today }])
}
