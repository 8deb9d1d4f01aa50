import type { Actor } from '@thaiqm/core/access/actor.ts'
import type { Day } from '@thaiqm/core/ledger/day.ts'
import type { AgendaItemId, AttendeeId, MeetingId } from '@thaiqm/core/ledger/identifiers.ts'
import { afterMeetingCommand } from '@thaiqm/core/meeting/lay-over-meeting.ts'
import {
  type AgendaItemInput,
  type Attendee,
  type Meeting,
  type MeetingDetails,
  ofNoHousehold,
} from '@thaiqm/core/meeting/meeting.ts'
import { decideMeetingCommand, type MeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import { contextFor } from './households.ts'
import { testId } from './people.ts'

/** The meeting all of these are about. */
export const meetingId = testId<MeetingId>(0x9001)

/** A district's meeting unless said otherwise. */
export const details = (rest: Partial<MeetingDetails> = {}): MeetingDetails => ({
  level: 'DISTRICT',
  areaCode: '4901',
  title: 'การประชุม ศจพ.อ. เมืองมุกดาหาร',
  number: '1/2567',
  heldOn: '2024-01-15' as Day,
  startTime: '09:30',
  place: 'ห้องประชุมที่ว่าการอำเภอ',
  chair: 'นายตัวอย่าง มั่นคง',
  ...rest,
})

/** A matter of an agenda, told from the others by its number. */
export const item = (n: number, rest: Partial<AgendaItemInput> = {}): AgendaItemInput => ({
  itemId: testId<AgendaItemId>(0x9100 + n),
  kind: 'free',
  section: 4,
  title: `เรื่องที่ ${n}`,
  ...ofNoHousehold,
  ...rest,
})

/** Somebody at a meeting, invented. */
export const came = (
  n: number,
  sector: Attendee['sector'] = 'GOV',
  presence: Attendee['presence'] = 'CAME',
): Attendee => ({
  attendeeId: testId<AttendeeId>(0x9200 + n),
  name: `ผู้เข้าประชุมสมมติ ${n}`,
  position: '',
  organisation: '',
  sector,
  presence,
})

export type Step = readonly [Actor, MeetingCommand]

/** A meeting after commands that are all accepted. */
export const meetingAfter = (steps: readonly Step[]): Meeting => {
  let meeting: Meeting | null = null
  for (const [actor, command] of steps) {
    const next = afterMeetingCommand(meetingId, meeting, command, contextFor(actor))
    if (!next.ok) throw new Error(`${command.type}: ${next.code}`)
    meeting = next.value
  }
  if (meeting === null) throw new Error('no meeting')
  return meeting
}

export const plan = (rest: Partial<MeetingDetails> = {}): MeetingCommand => ({
  type: 'PlanMeeting',
  input: details(rest),
})
export const agenda = (items: AgendaItemInput[], replaces = 0): MeetingCommand => ({
  type: 'SetAgenda',
  input: { items, replaces },
})
export const open: MeetingCommand = { type: 'OpenMeeting', input: { startTime: '09:40' } }
export const attend = (...attendees: Attendee[]): MeetingCommand => ({
  type: 'RecordAttendance',
  input: { attendees, leftOut: [] },
})
export const decide = (
  n: number,
  rest: Partial<Extract<MeetingCommand, { type: 'DecideItem' }>['input']> = {},
): MeetingCommand => ({
  type: 'DecideItem',
  input: {
    itemId: testId<AgendaItemId>(0x9100 + n),
    decision: 'APPROVED',
    words: '',
    assignedTo: '',
    dueOn: null,
    replaces: 0,
    ...rest,
  },
})
export const callOff = (reason = 'ประธานติดราชการด่วน'): MeetingCommand => ({ type: 'CallOffMeeting', input: { reason } })
export const close: MeetingCommand = { type: 'CloseMeeting', input: { endTime: '12:05' } }

/** `accepted`, or the code of the refusal. */
export const refusalOf = (meeting: Meeting | null, actor: Actor, command: MeetingCommand): string => {
  const decided = decideMeetingCommand(meeting, command, contextFor(actor))
  return decided.ok ? 'accepted' : decided.code
}
