import { clocks } from '@thaiqm/catalogue/clocks.ts'
import type { Actor } from '@thaiqm/core/access/actor.ts'
import { dueBand } from '@thaiqm/core/duty/duty-counts.ts'
import { type MeetingDuty, meetingDuty, meetingsBefore } from '@thaiqm/core/duty/meeting-duty.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import { keepsMeetings } from '@thaiqm/core/meeting/meeting-keepers.ts'
import type { Band } from './duties-today.ts'

/** A meeting of this phone that stands before somebody today. */
export interface MeetingToday extends MeetingDuty, Pick<Meeting, 'title' | 'number' | 'areaCode'> {
  readonly meetingId: Meeting['id']
  readonly band: Band
}

/** Meetings of this phone that wait for who looks, the longest overdue first: what the phone does not hold it cannot tell. */
export const meetingsToday = (meetings: readonly Meeting[], actor: Actor, today: Day): readonly MeetingToday[] => {
  const until = new Map(meetingsBefore(actor, today, clocks).map(({ level, dueUntil }) => [level, dueUntil]))
  return meetings
    .flatMap((meeting): MeetingToday[] => {
      const duty = keepsMeetings(actor, meeting) ? meetingDuty(meeting, clocks) : undefined
      const band = duty === undefined ? undefined : dueBand(duty.dueOn, today)
      if (duty === undefined || band === undefined || duty.dueOn > (until.get(duty.holder) ?? '')) return []
      const { id: meetingId, title, number, areaCode } = meeting
      return [{ ...duty, band, meetingId, title, number, areaCode }]
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.meetingId < b.meetingId ? -1 : 1))
}
