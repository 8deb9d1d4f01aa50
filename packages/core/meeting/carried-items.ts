import type { AgendaItem, Meeting } from './meeting.ts'
import { decisionOn } from './meeting.ts'

/** What no list of what waits would ever show again: no household stands behind it and no count. */
const isWrittenByHand = (item: AgendaItem): boolean => item.householdId === null && item.kindCodes.length === 0

/**
 * Matters written by hand that an earlier meeting of the same level and area has left: those its last closed one put off,
 * and those of meetings called off since and not held after all. Everything else comes back by itself, for as long as it waits.
 */
export const carriedItems = (earlier: readonly Meeting[]): readonly AgendaItem[] => {
  const last = earlier
    .filter(m => m.state === 'CLOSED')
    .reduce<Meeting | null>((a, b) => (a === null || (a.closedAt ?? '') < (b.closedAt ?? '') ? b : a), null)
  const putOff = (last?.agenda ?? []).filter(i => last !== null && decisionOn(last, i.itemId)?.decision === 'DEFERRED')
  const calledOff = earlier
    .filter(m => m.state === 'CALLED_OFF' && (m.calledOff?.at ?? '') > (last?.closedAt ?? ''))
    .flatMap(m => m.agenda)
  const byTitle = new Map([...putOff, ...calledOff].filter(isWrittenByHand).map(i => [`${i.kind} ${i.title}`, i]))
  return [...byTitle.values()]
}
