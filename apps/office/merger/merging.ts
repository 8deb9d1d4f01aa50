import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { sameMembers } from '@thaiqm/core/conflict/same-member.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import { afterCommand } from '@thaiqm/core/household/lay-over.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { MemberId } from '@thaiqm/core/ledger/identifiers.ts'
import { carriedFrom } from '@thaiqm/core/merger/carried.ts'
import type { LedgerCommand } from '../platform/commands.ts'

/** Whom each person of the duplicate is in the household that stays; null: somebody it lacks. */
export type PeoplePlaced = Readonly<Record<string, MemberId | null>>

/** By number, or by name where a number is missing: what the officer is offered first. */
export const likelyPeople = (survivor: HouseholdView, duplicate: HouseholdView): PeoplePlaced => {
  const same = sameMembers([], survivor.members, duplicate.members)
  return Object.fromEntries(duplicate.members.map(m => [m.id, same.get(m.id) ?? null]))
}

/** What the officer can be shown of what will be carried; hidden hardships go along unseen. */
export const carriedPreview = (survivor: HouseholdView, duplicate: HouseholdView, placed: PeoplePlaced) => {
  const same = duplicate.members.flatMap(m => {
    const sameAs = placed[m.id] ?? null
    return sameAs === null ? [] : [{ memberId: m.id, sameAs }]
  })
  return carriedFrom(duplicate, survivor, same)
}

const beside = (context: DecisionContext, ...others: readonly Household[]): DecisionContext => ({
  ...context,
  householdBeside: id => others.find(other => other.id === id) ?? null,
})

/** Two commands of one deed: the second is judged with the first already done. */
const pair = (
  [first, firstCommand]: readonly [HouseholdView, HouseholdCommand],
  [second, secondCommand]: readonly [HouseholdView, HouseholdCommand],
): readonly [LedgerCommand, LedgerCommand] => {
  const given = (household: HouseholdView, { type, input }: HouseholdCommand) => ({
    ledgerKind: 'household' as const,
    ledgerId: household.id,
    version: household.version,
    type,
    input,
  })
  return [
    {
      ...given(first, firstCommand),
      decide: context => decideHouseholdCommand(first, firstCommand, beside(context, second)),
    },
    {
      ...given(second, secondCommand),
      decide: context => {
        const after = afterCommand(first.id, first, firstCommand, beside(context, second))
        if (!after.ok || after.value === null) return decideHouseholdCommand(second, secondCommand, context)
        return decideHouseholdCommand(second, secondCommand, beside(context, after.value))
      },
    },
  ]
}

export const mergingOf = (
  survivor: HouseholdView,
  duplicate: HouseholdView,
  placed: PeoplePlaced,
  reason: string,
): readonly [LedgerCommand, LedgerCommand] => {
  const members = duplicate.members.map(m => ({ memberId: m.id, sameAs: placed[m.id] ?? null }))
  return pair(
    [survivor, { type: 'TakeOverFrom', input: { duplicateId: duplicate.id, members, reason } }],
    [duplicate, { type: 'MergeHousehold', input: { survivorId: survivor.id, reason } }],
  )
}

export const unmergingOf = (
  survivor: HouseholdView,
  duplicate: HouseholdView,
  reason: string,
): readonly [LedgerCommand, LedgerCommand] =>
  pair(
    [duplicate, { type: 'UnmergeHousehold', input: { survivorId: survivor.id, reason } }],
    [survivor, { type: 'GiveBackTo', input: { duplicateId: duplicate.id, reason } }],
  )
