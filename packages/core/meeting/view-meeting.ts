import { type Actor, actorRange, isSystem, seesRestricted } from '../access/actor.ts'
import { areaRange } from '../area/area-code.ts'
import type { Meeting } from './meeting.ts'

/** A meeting is read by whoever has all of its area in their own; agencies and partners read none. */
export const readsMeeting = (actor: Actor, meeting: Pick<Meeting, 'areaCode'>): boolean => {
  if (isSystem(actor)) return true
  const own = actorRange(actor)
  const its = areaRange(meeting.areaCode)
  return own.low <= its.low && its.high <= own.high
}

/** A meeting as one person may see it: items of restricted hardships, and what was decided on them, are not there. */
export const viewMeeting = (meeting: Meeting, actor: Actor): Meeting => {
  if (seesRestricted(actor)) return meeting
  const hidden = new Set(meeting.agenda.filter(i => i.restricted).map(i => i.itemId))
  if (hidden.size === 0) return meeting
  return {
    ...meeting,
    agenda: meeting.agenda.filter(i => !hidden.has(i.itemId)),
    decisions: meeting.decisions.filter(d => !hidden.has(d.itemId)),
  }
}
