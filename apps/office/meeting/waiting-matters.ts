import type { WaitingMatter } from '@thaiqm/contract/meeting/meeting-routes.ts'
import type { AgendaItemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { AgendaItemInput } from '@thaiqm/core/meeting/meeting.ts'

const sameMatter = (one: WaitingMatter, other: WaitingMatter): boolean =>
  one.kind === other.kind &&
  one.householdId === other.householdId &&
  one.problemId === other.problemId &&
  // Without a household and a kind, a matter is what its words say.
  (one.householdId !== null ||
    (one.kindCodes.join() === other.kindCodes.join() && (one.kindCodes.length > 0 || one.title === other.title)))

/** What waits and is not on the agenda yet. */
export const notYetOn = (agenda: readonly WaitingMatter[], matters: readonly WaitingMatter[]): WaitingMatter[] =>
  matters.filter(matter => !agenda.some(item => sameMatter(item, matter)))

export const asItem = (matter: WaitingMatter, itemId: string): AgendaItemInput => ({
  ...matter,
  itemId: itemId as AgendaItemId,
})
