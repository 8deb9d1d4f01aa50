import type { MeetingId } from '../ledger/identifiers.ts'
import { decisionOn, type Meeting } from './meeting.ts'
import type { MeetingEvent } from './meeting-command.ts'

export const evolveMeeting = (id: MeetingId, known: Meeting | null, event: MeetingEvent): Meeting => {
  const version = (known?.version ?? 0) + 1
  if (event.type === 'MeetingPlanned') {
    const { type: _type, by, ...details } = event
    return {
      ...details,
      id,
      version,
      state: 'PLANNED',
      agenda: [],
      agendaRevision: 0,
      attendees: [],
      decisions: [],
      endTime: null,
      plannedBy: by,
      closedBy: null,
      closedAt: null,
    }
  }
  if (known === null) throw new Error('the ledger of a meeting begins with MeetingPlanned')
  switch (event.type) {
    case 'MeetingChanged': {
      const { type: _type, ...details } = event
      return { ...known, ...details, version }
    }
    case 'AgendaSet':
      return { ...known, version, agenda: event.items, agendaRevision: known.agendaRevision + 1 }
    case 'MeetingOpened':
      return {
        ...known,
        version,
        state: 'OPEN',
        startTime: event.startTime,
        heldOn: event.heldOn ?? known.heldOn,
      }
    case 'MeetingCalledOff': {
      const { type: _type, ...calledOff } = event
      return { ...known, version, state: 'CALLED_OFF', calledOff }
    }
    case 'AttendanceRecorded': {
      const news = new Map(event.attendees.map(a => [a.attendeeId, a]))
      const gone = new Set(event.leftOut)
      const stay = known.attendees.filter(a => !gone.has(a.attendeeId)).map(a => news.get(a.attendeeId) ?? a)
      const ids = new Set(known.attendees.map(a => a.attendeeId))
      return { ...known, version, attendees: [...stay, ...event.attendees.filter(a => !ids.has(a.attendeeId))] }
    }
    case 'ItemDecided': {
      const { type: _type, ...said } = event
      const revision = (decisionOn(known, said.itemId)?.revision ?? 0) + 1
      const others = known.decisions.filter(d => d.itemId !== said.itemId)
      return { ...known, version, decisions: [...others, { ...said, revision }] }
    }
    case 'MeetingClosed':
      return {
        ...known,
        version,
        state: 'CLOSED',
        endTime: event.endTime,
        closedBy: event.by,
        closedAt: event.at,
      }
  }
}
