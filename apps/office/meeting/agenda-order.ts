import type { WaitingMatter } from '@thaiqm/contract/meeting/meeting-routes.ts'
import type { AgendaItemId } from '@thaiqm/core/ledger/identifiers.ts'
import type { AgendaItemInput } from '@thaiqm/core/meeting/meeting.ts'

/** Section by section, each in the order it was given. */
export const inSections = <Item extends { readonly section: number }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => a.section - b.section)

/** The item one place up or down among those of its section; the same list where it stands at the end already. */
export const movedItem = <Item extends { readonly itemId: string; readonly section: number }>(
  items: readonly Item[],
  itemId: string,
  by: -1 | 1,
): readonly Item[] => {
  const ordered = inSections(items)
  const at = ordered.findIndex(one => one.itemId === itemId)
  const item = ordered[at]
  const other = ordered[at + by]
  if (item === undefined || other === undefined || other.section !== item.section) return items
  const moved = [...ordered]
  moved[at] = other
  moved[at + by] = item
  return moved
}

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

/** As the wire takes it: what the server adds to an item is its own to say. */
export const asInput = ({
  restricted: _restricted,
  ...item
}: AgendaItemInput & { readonly restricted?: boolean }): AgendaItemInput => item
