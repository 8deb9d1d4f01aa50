import type { AgendaItem, AgendaItemInput, Meeting } from './meeting.ts'
import type { MeetingCommand } from './meeting-command.ts'

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

const asInput = ({ restricted: _restricted, ...item }: AgendaItemInput & Partial<AgendaItem>): AgendaItemInput => item

/** Sets the agenda anew, over the one that was seen; what the rules add to an item is left to them. */
export const setAgenda = (
  meeting: Pick<Meeting, 'agendaRevision'>,
  items: readonly AgendaItemInput[],
): MeetingCommand => ({
  type: 'SetAgenda',
  input: { items: items.map(asInput), replaces: meeting.agendaRevision },
})
