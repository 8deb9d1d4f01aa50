import { day, instant } from '@thaiqm/core/ledger/day.ts'
import { agendaItemId, meetingId, personId } from '@thaiqm/core/ledger/identifiers.ts'
import {
  agendaItemInput,
  agendaItemKind,
  attendee,
  itemDecision,
  meetingDetails,
  meetingLevel,
  meetingState,
} from '@thaiqm/core/meeting/meeting.ts'
import { z } from 'zod'
import { pageQuery } from '../wire/refusal-reply.ts'
import { defineRoute } from '../wire/route.ts'

const area = z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{8})$/)

export const meetingRow = meetingDetails
  .pick({ level: true, areaCode: true, title: true, number: true, heldOn: true })
  .extend({
    meetingId,
    version: z.number().int(),
    state: meetingState,
    itemCount: z.number().int(),
    decidedCount: z.number().int(),
    cameCount: z.number().int(),
    /** It had been called off, and was held after all. */
    heldAfterAll: z.boolean().default(false),
  })
export type MeetingRow = z.infer<typeof meetingRow>

/** A meeting as its reader may see it. */
export const meetingView = meetingDetails.extend({
  id: meetingId,
  version: z.number().int(),
  state: meetingState,
  agenda: z.array(agendaItemInput.extend({ restricted: z.boolean() })),
  agendaRevision: z.number().int(),
  attendees: z.array(attendee),
  decisions: z.array(
    z.object({
      itemId: agendaItemId,
      decision: itemDecision,
      words: z.string(),
      assignedTo: z.string(),
      dueOn: day.nullable(),
      revision: z.number().int(),
      by: personId,
      at: instant,
    }),
  ),
  endTime: z.string().nullable(),
  calledOff: z.object({ reason: z.string(), by: personId, at: instant }).optional(),
  plannedBy: personId,
  closedBy: personId.nullable(),
  closedAt: instant.nullable(),
})
export type MeetingView = z.infer<typeof meetingView>

export const listMeetings = defineRoute({
  method: 'GET',
  path: '/api/meetings',
  room: 'meeting',
  access: 'signed-in',
  summary: 'Meetings inside an area, the newest first',
  query: pageQuery.extend({
    area: area.optional(),
    level: meetingLevel.optional(),
    state: meetingState.optional(),
    /** `yes`: only those whose day has passed without anybody opening them, the longest overdue first. */
    overdue: z.literal('yes').optional(),
  }),
  reply: z.object({ meetings: z.array(meetingRow), hasMore: z.boolean(), asOf: instant }),
})

/** What names a meeting in a list: no word among it that a later server may have more of. */
const meetingHead = meetingRow.pick({
  meetingId: true,
  version: true,
  areaCode: true,
  title: true,
  number: true,
  heldOn: true,
})
export type MeetingHead = z.infer<typeof meetingHead>

/**
 * The list as a phone reads it, whose app may be older than the server: what it does not know of one meeting keeps it from
 * none of the others, which it then reads one by one.
 */
export const listMeetingHeads = {
  ...listMeetings,
  reply: listMeetings.reply.extend({ meetings: z.array(meetingHead) }),
}

export const readMeeting = defineRoute({
  method: 'GET',
  path: '/api/meetings/:meetingId',
  room: 'meeting',
  access: 'signed-in',
  summary: 'One meeting with agenda, attendance and decisions, as its reader may see it',
  params: z.object({ meetingId }),
  reply: z.object({
    meeting: meetingView,
    /** Items of restricted hardships that the reader may not see. */
    hiddenItems: z.number().int(),
  }),
})

/** One matter that waits and could be put on an agenda; the item's own id is given where it is put there. */
export const waitingMatter = agendaItemInput.omit({ itemId: true })
export type WaitingMatter = z.infer<typeof waitingMatter>

export const drawAgenda = defineRoute({
  method: 'GET',
  path: '/api/meetings/agenda',
  room: 'meeting',
  access: 'signed-in',
  summary: 'What waits for a decision of a meeting at this level, kind by kind, the worst first; names nobody',
  query: z.object({
    level: meetingLevel,
    area,
    kind: agendaItemKind.optional(),
    page: z.coerce.number().int().min(1).max(100).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(20),
  }),
  reply: z.object({
    groups: z.array(z.object({ kind: agendaItemKind, matters: z.array(waitingMatter), hasMore: z.boolean() })),
    asOf: instant,
  }),
})
export type DrawnGroup = z.infer<typeof drawAgenda.reply>['groups'][number]
