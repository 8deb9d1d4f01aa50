import { type Actor, isSystem } from '../access/actor.ts'
import type { Role } from '../access/role.ts'
import { holdsArea } from '../area/area-code.ts'
import type { Meeting, MeetingLevel } from './meeting.ts'

export const meetingKeepers: Record<MeetingLevel, readonly Role[]> = {
  VILLAGE: ['VIL', 'TAM'],
  TAMBON: ['TAM'],
  DISTRICT: ['DOFF', 'DCHIEF'],
  PROVINCE: ['PROV'],
}

/** Who plans, runs and closes a meeting of this level, and only inside their own area. */
export const keepsMeetings = (actor: Actor, { level, areaCode }: Pick<Meeting, 'level' | 'areaCode'>): boolean =>
  isSystem(actor) || (meetingKeepers[level].includes(actor.role) && holdsArea(actor.areaCode, areaCode))

/** The levels at which an actor may call a meeting at all. */
export const meetingLevelsOf = (actor: Actor): readonly MeetingLevel[] =>
  (Object.keys(meetingKeepers) as MeetingLevel[]).filter(
    level => isSystem(actor) || meetingKeepers[level].includes(actor.role),
  )

/** A village or tambon meets in public: nothing that few may see is ever brought before it. */
export const meetsInPublic = (level: MeetingLevel): boolean => level === 'VILLAGE' || level === 'TAMBON'
