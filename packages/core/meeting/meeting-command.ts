import { z } from 'zod'
import { isSystem, seesRestricted } from '../access/actor.ts'
import { areaLevel, holdsArea } from '../area/area-code.ts'
import { type Day, day, type Instant } from '../ledger/day.ts'
import type { DecisionContext } from '../ledger/decision-context.ts'
import { agendaItemId, attendeeId, type PersonId } from '../ledger/identifiers.ts'
import { type Outcome, refuse, succeed } from '../ledger/outcome.ts'
import {
  type AgendaItem,
  type AgendaItemInput,
  type Attendee,
  agendaItemInput,
  attendee,
  decisionOn,
  itemDecision,
  type Meeting,
  type MeetingDetails,
  meetingDetails,
  wallTime,
} from './meeting.ts'
import { keepsMeetings, meetingKeepers, meetsInPublic } from './meeting-keepers.ts'
import { readsMeeting } from './view-meeting.ts'

export const setAgendaInput = z.object({
  items: z.array(agendaItemInput).max(200),
  /** The revision of the agenda that stood before the person's eyes; 0 for the first. */
  replaces: z.number().int().min(0),
})
export const openMeetingInput = z.object({
  startTime: wallTime,
  /** The day it is really held; not said: the planned one. */
  heldOn: day.optional(),
})
export const callOffMeetingInput = z.object({ reason: z.string().max(2000) })
export const recordAttendanceInput = z.object({
  /** Each is added, or takes the place of the one with the same id. */
  attendees: z.array(attendee).max(300),
  leftOut: z.array(attendeeId).max(300),
  /** Those changed or left out as they stood before the person's eyes; not said: whatever stands is replaced. */
  seen: z.array(attendee).max(300).optional(),
})
export const decideItemInput = z.object({
  itemId: agendaItemId,
  decision: itemDecision,
  words: z.string().max(2000),
  assignedTo: z.string().max(200),
  dueOn: day.nullable(),
  /** The revision of the decision that stood before the person's eyes; 0 where there was none. */
  replaces: z.number().int().min(0),
})
export const closeMeetingInput = z.object({ endTime: wallTime })

export const meetingCommandInputs = {
  PlanMeeting: meetingDetails,
  ChangeMeeting: meetingDetails,
  SetAgenda: setAgendaInput,
  CallOffMeeting: callOffMeetingInput,
  OpenMeeting: openMeetingInput,
  RecordAttendance: recordAttendanceInput,
  DecideItem: decideItemInput,
  CloseMeeting: closeMeetingInput,
}

export type MeetingCommandType = keyof typeof meetingCommandInputs

export type MeetingCommand = {
  [Type in MeetingCommandType]: { readonly type: Type; readonly input: z.infer<(typeof meetingCommandInputs)[Type]> }
}[MeetingCommandType]

type DecideItemInput = z.infer<typeof decideItemInput>

export type MeetingEvent =
  | ({ readonly type: 'MeetingPlanned'; readonly by: PersonId } & MeetingDetails)
  | ({ readonly type: 'MeetingChanged' } & MeetingDetails)
  | { readonly type: 'AgendaSet'; readonly items: readonly AgendaItem[] }
  | { readonly type: 'MeetingOpened'; readonly startTime: string; readonly heldOn?: Day }
  | { readonly type: 'MeetingCalledOff'; readonly reason: string; readonly by: PersonId; readonly at: Instant }
  | {
      readonly type: 'AttendanceRecorded'
      readonly attendees: readonly Attendee[]
      readonly leftOut: readonly Attendee['attendeeId'][]
    }
  | ({ readonly type: 'ItemDecided'; readonly by: PersonId; readonly at: Instant } & Omit<DecideItemInput, 'replaces'>)
  | { readonly type: 'MeetingClosed'; readonly endTime: string; readonly by: PersonId; readonly at: Instant }

export type MeetingRefusal =
  | 'not-permitted'
  | 'outside-area'
  | 'meeting-already-known'
  | 'meeting-unknown'
  | 'meeting-closed'
  | 'meeting-called-off'
  | 'meeting-held'
  | 'meeting-not-open'
  | 'meeting-area-fixed'
  | 'level-differs-from-area'
  | 'item-outside-area'
  | 'item-twice'
  | 'item-unknown'
  | 'kind-unknown'
  | 'restricted-in-open-meeting'
  | 'agenda-changed'
  | 'decided-item-changed'
  | 'item-decided-already'
  | 'attendee-changed'
  | 'reason-missing'
  | 'words-missing'
  | 'assignee-missing'
  | 'chair-missing'
  | 'attendance-missing'
  | 'items-undecided'

/**
 * What a meeting called off is still told: that it was opened after all, and what its keepers had written down before it,
 * not having heard. What was held was held; the rest of its commands follow once it is open.
 */
const toldUnheard: readonly MeetingCommandType[] = ['OpenMeeting', 'SetAgenda', 'RecordAttendance']

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const itemOf = (input: AgendaItemInput, restricted: boolean): AgendaItem => ({ ...input, restricted })

const decideAgenda = (
  meeting: Meeting,
  { items, replaces }: z.infer<typeof setAgendaInput>,
  { actor, kinds }: DecisionContext,
): Outcome<MeetingEvent[], MeetingRefusal> => {
  if (new Set(items.map(i => i.itemId)).size !== items.length) return refuse('item-twice')
  if (items.some(i => i.areaCode !== null && !holdsArea(meeting.areaCode, i.areaCode)))
    return refuse('item-outside-area')
  if (items.some(i => i.kindCodes.some(code => !kinds.has(code)))) return refuse('kind-unknown')
  const agenda = items.map(i =>
    itemOf(
      i,
      i.kindCodes.some(code => kinds.get(code)?.restricted === true),
    ),
  )
  const mayRestrict = seesRestricted(actor) && !meetsInPublic(meeting.level)
  if (!mayRestrict && agenda.some(i => i.restricted)) return refuse('restricted-in-open-meeting')
  // Who may not see an item cannot have meant to strike it off.
  const unseen = seesRestricted(actor) ? [] : meeting.agenda.filter(i => i.restricted)
  const whole = [...agenda, ...unseen]
  if (new Set(whole.map(i => i.itemId)).size !== whole.length) return refuse('item-twice')
  if (isSame(whole, meeting.agenda)) return succeed([])
  if (replaces !== meeting.agendaRevision) return refuse('agenda-changed')
  const changed = meeting.agenda.some(
    i => decisionOn(meeting, i.itemId) !== undefined && !whole.some(other => isSame(other, i)),
  )
  return changed ? refuse('decided-item-changed') : succeed([{ type: 'AgendaSet', items: whole }])
}

const decideAttendance = (
  meeting: Meeting,
  { attendees, leftOut, seen = [] }: z.infer<typeof recordAttendanceInput>,
): Outcome<MeetingEvent[], MeetingRefusal> => {
  const known = new Map(meeting.attendees.map(a => [a.attendeeId, a]))
  const news = attendees.filter(a => !isSame(a, known.get(a.attendeeId)))
  const gone = leftOut.filter(id => known.has(id) && !attendees.some(a => a.attendeeId === id))
  // What another hand wrote meanwhile is not written over by somebody who has not read it.
  const touched = new Set([...news.map(a => a.attendeeId), ...gone])
  const unread = seen.find(a => touched.has(a.attendeeId) && !isSame(a, known.get(a.attendeeId)))
  if (unread !== undefined) return refuse('attendee-changed')
  return succeed(
    news.length === 0 && gone.length === 0 ? [] : [{ type: 'AttendanceRecorded', attendees: news, leftOut: gone }],
  )
}

const decideOnItem = (
  meeting: Meeting,
  { replaces, ...input }: DecideItemInput,
  { actor, now }: DecisionContext,
): Outcome<MeetingEvent[], MeetingRefusal> => {
  if (meeting.state !== 'OPEN') return refuse('meeting-not-open')
  const item = meeting.agenda.find(i => i.itemId === input.itemId)
  if (item === undefined || (item.restricted && !seesRestricted(actor))) return refuse('item-unknown')
  if (['RETURNED', 'DEFERRED'].includes(input.decision) && input.words.trim() === '') return refuse('words-missing')
  if (input.decision === 'ASSIGNED' && input.assignedTo.trim() === '') return refuse('assignee-missing')
  const before = decisionOn(meeting, input.itemId)
  if (before !== undefined) {
    const { revision: _revision, by: _by, at: _at, ...said } = before
    if (isSame(said, { ...input })) return succeed([])
  }
  if (replaces !== (before?.revision ?? 0)) return refuse('item-decided-already')
  return succeed([{ type: 'ItemDecided', ...input, by: actor.personId, at: now }])
}

const decideOpening = (
  meeting: Meeting,
  { startTime, heldOn }: z.infer<typeof openMeetingInput>,
): Outcome<MeetingEvent[], MeetingRefusal> => {
  if (meeting.state === 'OPEN') return succeed([])
  const moved = heldOn === undefined || heldOn === meeting.heldOn ? {} : { heldOn }
  return succeed([{ type: 'MeetingOpened', startTime, ...moved }])
}

const decideCallingOff = (
  meeting: Meeting,
  { reason }: z.infer<typeof callOffMeetingInput>,
  { actor, now }: DecisionContext,
): Outcome<MeetingEvent[], MeetingRefusal> => {
  if (meeting.state !== 'PLANNED') return refuse('meeting-held')
  if (reason.trim() === '') return refuse('reason-missing')
  return succeed([{ type: 'MeetingCalledOff', reason: reason.trim(), by: actor.personId, at: now }])
}

const decideClosing = (
  meeting: Meeting,
  { endTime }: z.infer<typeof closeMeetingInput>,
  { actor, now }: DecisionContext,
): Outcome<MeetingEvent[], MeetingRefusal> => {
  if (meeting.state !== 'OPEN') return refuse('meeting-not-open')
  if (meeting.chair.trim() === '') return refuse('chair-missing')
  if (!meeting.attendees.some(a => a.presence === 'CAME')) return refuse('attendance-missing')
  const undecided = meeting.agenda.filter(i => decisionOn(meeting, i.itemId) === undefined)
  if (undecided.length > 0) return refuse('items-undecided', { count: undecided.length })
  return succeed([{ type: 'MeetingClosed', endTime, by: actor.personId, at: now }])
}

/**
 * What a meeting may be told: planned by the office of its level, opened or called off, decided item by item, closed and
 * then locked (domain brief 7, Meeting; 13.2). What it decides about a household is a command to that household as well.
 */
export const decideMeetingCommand = (
  known: Meeting | null,
  command: MeetingCommand,
  context: DecisionContext,
): Outcome<MeetingEvent[], MeetingRefusal> => {
  const { actor } = context
  if (command.type === 'PlanMeeting' || command.type === 'ChangeMeeting') {
    if (known === null && command.type === 'ChangeMeeting') return refuse('meeting-unknown')
    const { level, areaCode } = command.input
    if (!isSystem(actor) && !meetingKeepers[level].includes(actor.role))
      return refuse('not-permitted', { command: command.type })
    if (!keepsMeetings(actor, command.input)) return refuse('outside-area')
    if (areaLevel(areaCode) !== level) return refuse('level-differs-from-area')
    if (command.type === 'PlanMeeting') {
      if (known !== null) return refuse('meeting-already-known')
      return succeed([{ type: 'MeetingPlanned', by: actor.personId, ...command.input }])
    }
  }
  if (known === null) return refuse('meeting-unknown')
  // What an actor may not read looks like what is not there.
  if (!readsMeeting(actor, known)) return refuse('meeting-unknown')
  if (!keepsMeetings(actor, known)) return refuse('not-permitted', { command: command.type })
  if (known.state === 'CLOSED') return refuse('meeting-closed')
  if (known.state === 'CALLED_OFF' && !toldUnheard.includes(command.type)) return refuse('meeting-called-off')
  switch (command.type) {
    case 'ChangeMeeting': {
      const { level, areaCode } = command.input
      if (level !== known.level || areaCode !== known.areaCode) return refuse('meeting-area-fixed')
      const same = meetingDetails.keyof().options.every(field => command.input[field] === known[field])
      return succeed(same ? [] : [{ type: 'MeetingChanged', ...command.input }])
    }
    case 'SetAgenda':
      return decideAgenda(known, command.input, context)
    case 'OpenMeeting':
      return decideOpening(known, command.input)
    case 'CallOffMeeting':
      return decideCallingOff(known, command.input, context)
    case 'RecordAttendance':
      return decideAttendance(known, command.input)
    case 'DecideItem':
      return decideOnItem(known, command.input, context)
    case 'CloseMeeting':
      return decideClosing(known, command.input, context)
  }
}
